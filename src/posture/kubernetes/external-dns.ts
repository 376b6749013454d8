/** ExternalDNS: names in zones of Azure for Services that ask for one. */
import type { Resource } from '../../evaluation/resource.js';
import { valueOf } from '../fact.js';
import type { Annotation, PublicName } from '../entry-point.js';
import { textOf } from '../identity.js';
import { valueAt } from '../reading/scope.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';
import { containersOf, workloadsOf } from './pods.js';

const hostname = 'external-dns.alpha.kubernetes.io/hostname';

/**
 * The name that a Service gets in a public zone: its provider `azure` writes into public zones, `azure-private-dns` into private
 * ones. Undefined where both run side by side: which of them takes a Service is told by filters.
 */
export function publicNameOf(
  object: KubernetesObject,
  annotations: ReadonlyMap<string, Annotation>,
  estate: Estate,
): { readonly publicName: PublicName; readonly part: Resource } | undefined {
  const asked = annotations.get(hostname)?.value;
  const name = asked && valueOf(asked);
  if (!asked || name === undefined || name === '') return undefined;
  const running = nearest(estate.derived(publishersIn), object.resource);
  const [first] = running;
  if (!first || running.some(({ provider }) => provider !== 'azure')) return undefined;
  const by = `${first.workload.kind} ${fullName(first.workload)}`;
  return { publicName: { name, origin: asked.origin, by }, part: first.resource };
}

interface Publisher {
  readonly workload: KubernetesObject;
  readonly resource: Resource;
  readonly provider: string | undefined;
}

function publishersIn(estate: Estate): readonly Publisher[] {
  return workloadsOf(estate).flatMap((workload) =>
    containersOf(workload)
      .filter((container) => /(?:^|\/)external-dns(?::|@|$)/.test(textOf(valueAt(container, ['image'])) ?? ''))
      .map((container) => {
        const args = valueAt(container, ['args']);
        const texts = args?.kind === 'list' ? args.items.map((item) => textOf(item) ?? '') : [];
        const provider = texts.flatMap((text) => /^--provider=(.+)$/.exec(text)?.[1] ?? [])[0];
        return { workload, resource: workload.resource, provider };
      }),
  );
}
