/** `v1/Service`, as the Azure cloud provider reads it. */
import { identityOf } from '../identity.js';
import { is } from '../fact.js';
import type { EntryPoint, ServiceFacts } from '../model.js';
import { azure } from '../annotations.js';
import { textAt, textsAt } from '../reading/facts.js';
import { annotationsAt } from './annotations.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';

export function serviceEntryPoints(object: KubernetesObject): readonly EntryPoint[] {
  const service = serviceFacts(object);
  // A name in the cluster's DNS for something outside: nothing comes in through it.
  if (is(service.type, 'ExternalName')) return [];
  const name = fullName(object);
  const identity = identityOf(object.resource, name);
  return [{ ...identity, kind: 'entry-point', via: 'service', title: `Service ${name}`, service }];
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
    setAnnotation: (key, value) => object.set(['metadata', 'annotations', key], value),
  };
}

/** Annotations at the top or in `spec`, by a slip of indentation: the API server drops what it does not know there. */
export function outsideMetadata({ scope }: KubernetesObject): Pick<ServiceFacts, 'elsewhere'> {
  const found = [['annotations'], ['spec', 'annotations']].flatMap(
    (path) => annotationsAt(scope, path).annotations.get(azure.internal) ?? [],
  );
  return found[0] ? { elsewhere: { annotation: found[0], place: 'outside-metadata' } } : {};
}
