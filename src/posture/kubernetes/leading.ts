/** Services that lead into the cluster, each kind of them once: hundreds of Ingresses can lead to hundreds of equal ones. */
import { certainly } from '../fact.js';
import type { Fact } from '../fact.js';
import type { Annotation, ServiceFacts } from '../entry-point.js';
import type { Estate } from './estate.js';
import { remembering } from './estate.js';
import type { KubernetesObject } from './object.js';
import { serviceFacts } from './service.js';

export interface Leading {
  readonly object: KubernetesObject;
  readonly service: ServiceFacts;
}

/** Those that only the cluster reaches lead nowhere. Of several that say the same, the first stands for all. */
export function leadingServices(services: Iterable<KubernetesObject>, estate: Estate): readonly Leading[] {
  const read = estate.derived(reading);
  const found = new Map<string, Leading>();
  for (const object of services) {
    const { leads, likeness, service } = read(object);
    if (leads && !found.has(likeness)) found.set(likeness, { object, service });
  }
  return [...found.values()];
}

interface Read {
  readonly service: ServiceFacts;
  readonly leads: boolean;
  readonly likeness: string;
}

function reading(): (object: KubernetesObject) => Read {
  return remembering((object) => {
    const service = serviceFacts(object);
    const leads = certainly(service.type, (type) => type === 'LoadBalancer' || type === 'NodePort') !== false;
    return { service, leads, likeness: leads ? likenessOf(service) : '' };
  });
}

/** Equal for Services about which everything that is judged is the same. */
function likenessOf(service: ServiceFacts): string {
  const { annotations, elsewhere, repeated } = service;
  return JSON.stringify([
    said(service.type),
    said(service.loadBalancerClass),
    [...annotations.values()].map(annotation).sort(),
    service.otherAnnotations ? said(service.otherAnnotations) : null,
    list(service.sourceRanges),
    list(service.externalIps),
    said(service.loadBalancerIp),
    elsewhere ? [elsewhere.place, annotation(elsewhere.annotation)] : null,
    repeated ? annotation(repeated) : null,
  ]);
}

function annotation({ key, value, refused }: Annotation): string {
  return JSON.stringify([key, said(value), refused ?? null]);
}

function list(fact: Fact<readonly Fact<string>[]>): unknown {
  return fact.known ? fact.value.map(said) : said(fact);
}

function said(fact: Fact<unknown>): unknown {
  if (fact.known) return [fact.value, fact.byDefault];
  return { waits: fact.expression, on: fact.dependsOn, among: fact.candidates?.map(({ value }) => value) };
}
