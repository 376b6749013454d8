/** What a Gateway refers to for the settings of its Service: ConfigMaps of Istio, EnvoyProxy, NginxProxy. */
import type { Resource } from '../../evaluation/resource.js';
import { literal } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { occurs, valueAt } from '../reading/scope.js';
import { annotationsAt } from './annotations.js';
import type { Annotations } from './annotations.js';
import { textOf } from '../identity.js';
import { embeddedYaml } from './embedded.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import type { GatewayFamily } from './gateway.js';
import type { MadeService } from './made-service.js';
import type { KubernetesObject } from './object.js';
import { textsOf } from './pods.js';

/** Settings of a Service that replace those below them. */
export type Layer = Annotations & Pick<MadeService, 'type' | 'sourceRanges' | 'loadBalancerClass'>;

export interface Parameters {
  readonly layers: readonly Layer[];
  readonly parts: readonly Resource[];
}

/** The layers over the Gateway's own annotations, from the lowest. */
export function parametersOf(
  gateway: KubernetesObject,
  className: string,
  family: GatewayFamily,
  classes: readonly KubernetesObject[],
  estate: Estate,
): Parameters {
  const defaults = family === 'istio' ? classDefaults(gateway, className, estate) : [];
  const named = [
    ...classes.flatMap((each) => referred(each, ['spec', 'parametersRef'], each, estate)),
    ...referred(gateway, ['spec', 'infrastructure', 'parametersRef'], gateway, estate),
  ];
  const found = [...defaults, ...named.flatMap((each) => ('kind' in each ? [each] : []))];
  const missing = named.flatMap((each) => ('kind' in each ? [] : [each]));
  return {
    layers: [...missing.map(openLayer), ...found.map(layerOf)],
    parts: found.map(({ resource }) => resource),
  };
}

/** The ConfigMap of Istio that holds for all Gateways of a class. */
function classDefaults(gateway: KubernetesObject, className: string, estate: Estate): readonly KubernetesObject[] {
  const labelled = estate
    .all('', 'ConfigMap')
    .filter(
      ({ scope }) =>
        textsOf(valueAt(scope, ['metadata', 'labels'])).get('gateway.istio.io/defaults-for-class') === className,
    );
  return nearest(labelled, gateway.resource);
}

function referred(
  { scope, namespace }: KubernetesObject,
  path: readonly string[],
  near: KubernetesObject,
  estate: Estate,
): readonly (KubernetesObject | Fact<string>)[] {
  if (!occurs(scope, path)) return [];
  const [group = '', kind = '', name = '', itsNamespace] = ['group', 'kind', 'name', 'namespace'].map((key) =>
    textOf(valueAt(scope, [...path, key])),
  );
  const wanted = itsNamespace ?? namespace;
  const named = estate.all(group, kind).filter((each) => each.name === name && each.namespace === wanted);
  if (named.length > 0) return nearest(named, near.resource);
  const expression = `${kind} ${name}`.slice(0, 120);
  const origin = valueAt(scope, path)?.origin ?? literal(near.resource.heading);
  return [
    {
      known: false,
      expression,
      dependsOn: [`${expression}, which is not in the repository`],
      origin,
      name: path.join('.'),
    },
  ];
}

/** What is referred to and not there may set any annotation. */
function openLayer(fact: Fact<string>): Layer {
  return { annotations: new Map(), otherAnnotations: fact };
}

function layerOf(object: KubernetesObject): Layer {
  const { scope } = object;
  switch (object.kind) {
    case 'EnvoyProxy':
      return serviceLayer(scope, ['spec', 'provider', 'kubernetes', 'envoyService'], ['annotations'], []);
    case 'NginxProxy':
      return serviceLayer(scope, ['spec', 'kubernetes', 'service'], ['annotations'], []);
    case 'ConfigMap': {
      const value = valueAt(scope, ['data', 'service']);
      if (!value) return { annotations: new Map() };
      const root = embeddedYaml(value);
      if (root) return serviceLayer({ ...scope, root, base: [] }, [], ['metadata', 'annotations'], ['spec']);
      return openLayer({
        known: false,
        expression: 'data.service',
        dependsOn: [`data.service of ConfigMap ${object.name}`],
        origin: value.origin,
        name: 'data.service',
      });
    }
    default:
      return { annotations: new Map() };
  }
}

function serviceLayer(
  scope: Scope,
  base: readonly string[],
  annotations: readonly string[],
  spec: readonly string[],
): Layer {
  const at = (key: string): readonly string[] => [...base, ...spec, key];
  return {
    ...annotationsAt(scope, [...base, ...annotations]),
    ...(occurs(scope, at('type')) ? { type: textAt(scope, at('type'), 'LoadBalancer') } : {}),
    ...(occurs(scope, at('loadBalancerSourceRanges'))
      ? { sourceRanges: textsAt(scope, at('loadBalancerSourceRanges')) }
      : {}),
    ...(occurs(scope, at('loadBalancerClass'))
      ? { loadBalancerClass: textAt(scope, at('loadBalancerClass'), '') }
      : {}),
  };
}
