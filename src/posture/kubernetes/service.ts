/** `v1/Service`, as the Azure cloud provider reads it. */
import { identityOf, ignoredBy } from '../identity.js';
import { is } from '../fact.js';
import type { Value } from '../../syntax/value.js';
import { mapping } from '../../syntax/value.js';
import type { Annotation, EntryPoint, ServiceFacts } from '../entry-point.js';
import { azure, readsTrue } from '../annotations.js';
import { textAt, textsAt } from '../reading/facts.js';
import { valueAt } from '../reading/scope.js';
import { annotationsAt, annotationsIn } from './annotations.js';
import type { Estate } from './estate.js';
import { publicNameOf } from './external-dns.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';

export function serviceEntryPoints(object: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const service = serviceFacts(object);
  // A name in the cluster's DNS for something outside: nothing comes in through it.
  if (is(service.type, 'ExternalName')) return [];
  const name = fullName(object);
  const named = publicNameOf(object, service.annotations, estate);
  const identity = identityOf(object.resource, name, named ? [named.part] : []);
  const lost = ignoredBy(object.resource);
  const bans = estate.bans.filter(({ excluded }) => excluded?.includes(object.namespace ?? 'default') === false);
  const more = {
    ...(bans.length > 0 ? { bans } : {}),
    ...(lost.length > 0 ? { lost } : {}),
    ...(named ? { publicName: named.publicName } : {}),
  };
  return [{ ...identity, ...more, kind: 'entry-point', via: 'service', title: `Service ${name}`, service }];
}

export function serviceFacts(object: KubernetesObject): ServiceFacts {
  const { scope, path } = object;
  return {
    type: textAt(scope, path('spec', 'type'), 'ClusterIP'),
    loadBalancerClass: textAt(scope, path('spec', 'loadBalancerClass'), ''),
    ...annotationsAt(scope),
    sourceRanges: textsAt(scope, path('spec', 'loadBalancerSourceRanges')),
    externalIps: textsAt(scope, path('spec', 'externalIPs')),
    loadBalancerIp: textAt(scope, path('spec', 'loadBalancerIP'), ''),
    ...outsideMetadata(object),
    ...dropped(object),
    setAnnotation: (key, value) => object.set(['metadata', 'annotations', key], value),
  };
}

/** The internal annotation in what a later entry of the same key takes the place of. */
function dropped({ scope }: KubernetesObject): Pick<ServiceFacts, 'repeated'> {
  const { dialect, resource } = scope;
  const read = (value: Value | undefined): Annotation | undefined =>
    annotationsIn(value, dialect, resource.format).annotations.get(azure.internal);
  const metadata = valueAt(scope, ['metadata']);
  const lost = [
    ...earlier(resource.body, 'metadata').map((value) => read(entryAt(value, 'annotations'))),
    ...earlier(metadata, 'annotations').map(read),
    ...earlier(valueAt(scope, ['metadata', 'annotations']), azure.internal).map((value) =>
      read(mapping([{ key: azure.internal, keySpan: value.origin.span, value }], value.origin)),
    ),
  ];
  const found = lost.find((annotation) => annotation !== undefined && readsTrue(annotation) === true);
  return found ? { repeated: found } : {};
}

/** The values that the later entries of a key take the place of. */
function earlier(value: Value | undefined, key: string): readonly Value[] {
  const repeated = value?.kind === 'map' ? (value.repeated ?? []) : [];
  return repeated.filter((each) => each.key === key).map((each) => each.value);
}

function entryAt(value: Value, key: string): Value | undefined {
  return value.kind === 'map' ? value.entries.get(key)?.value : undefined;
}

/** Annotations at the top or in `spec`, by a slip of indentation: the API server drops what it does not know there. */
export function outsideMetadata({ scope }: KubernetesObject): Pick<ServiceFacts, 'elsewhere'> {
  const found = [['annotations'], ['spec', 'annotations']].flatMap(
    (path) => annotationsAt(scope, path).annotations.get(azure.internal) ?? [],
  );
  return found[0] ? { elsewhere: { annotation: found[0], place: 'outside-metadata' } } : {};
}
