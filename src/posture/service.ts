/** `v1/Service`, as the Azure cloud provider reads it. */
import type { Format } from '../evaluation/resource.js';
import type { Entry, Value } from '../syntax/value.js';
import { identityOf, nameOf, textOf as text } from './identity.js';
import type { Fact } from './fact.js';
import { is } from './fact.js';
import type { Mapper } from './mapper.js';
import type { Annotation, ServiceFacts } from './model.js';
import { known, open } from './reading/convert.js';
import { kubernetes } from './reading/dialect.js';
import { textAt, textOf, textsAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { scopeOf, valueAt } from './reading/scope.js';
import type { Resource } from '../evaluation/resource.js';

export const service: Mapper = {
  accepts: (type) => type === 'v1/Service',
  map(resource) {
    const scope = scopeOf(resource, kubernetes);
    const facts = factsOf(resource, scope);
    // A name in the cluster's DNS for something outside: nothing comes in through it.
    if (is(facts.type, 'ExternalName')) return [];
    const name = titleOf(resource, scope);
    return [
      { ...identityOf(resource, name), kind: 'entry-point', via: 'service', title: `Service ${name}`, service: facts },
    ];
  },
};

function titleOf(resource: Resource, scope: Scope): string {
  const namespace = text(valueAt(scope, ['metadata', 'namespace']));
  return namespace === undefined ? nameOf(resource) : `${namespace}/${nameOf(resource)}`;
}

function factsOf(resource: Resource, scope: Scope): ServiceFacts {
  return {
    type: textAt(scope, ['spec', 'type'], 'ClusterIP'),
    loadBalancerClass: textAt(scope, ['spec', 'loadBalancerClass'], ''),
    ...annotationsOf(scope),
    sourceRanges: textsAt(scope, ['spec', 'loadBalancerSourceRanges']),
    externalIps: textsAt(scope, ['spec', 'externalIPs']),
    loadBalancerIp: textAt(scope, ['spec', 'loadBalancerIP'], ''),
    setAnnotation: (key, value) => resource.writer.set(resource.body, ['metadata', 'annotations', key], value),
  };
}

function annotationsOf(scope: Scope): Pick<ServiceFacts, 'annotations' | 'otherAnnotations'> {
  const value = valueAt(scope, ['metadata', 'annotations']);
  switch (value?.kind) {
    case 'map': {
      const { format } = scope.resource;
      const annotations = new Map([...value.entries.values()].map((each) => [each.key, annotationOf(each, format)]));
      return value.rest ? { annotations, otherAnnotations: open(value.rest, 'annotations') } : { annotations };
    }
    case 'undetermined':
      return { annotations: new Map(), otherAnnotations: open(value, 'annotations') };
    case 'list':
    case 'scalar':
    case undefined:
      return { annotations: new Map() };
  }
}

/** Kustomize turns a scalar into a text when it writes the annotation out; the Kubernetes API refuses any other type. */
function annotationOf({ key, value }: Entry, format: Format): Annotation {
  const refused = format === 'kustomize' ? undefined : refusedAs(value);
  return { key, value: written(value, key), ...(refused ? { refused } : {}) };
}

/** Null is not refused: it is the empty text. */
function refusedAs(value: Value): Annotation['refused'] {
  switch (value.kind) {
    case 'list':
    case 'map':
      return value.kind;
    case 'scalar':
      if (typeof value.value === 'boolean') return 'boolean';
      return typeof value.value === 'number' ? 'number' : undefined;
    case 'undetermined':
      return undefined;
  }
}

function written(value: Value, key: string): Fact<string> {
  if (value.kind === 'scalar' && (typeof value.value === 'boolean' || typeof value.value === 'number')) {
    return known(String(value.value), value.origin, key, false);
  }
  return textOf(value, key, kubernetes);
}
