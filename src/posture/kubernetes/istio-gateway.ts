/** The classic `Gateway` of Istio: published by the gateway pods that its selector names. */
import type { Origin } from '../../syntax/value.js';
import type { EntryPoint } from '../entry-point.js';
import { valueAt } from '../reading/scope.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import { gatewaysOf } from './istio-operator.js';
import type { KubernetesObject } from './object.js';
import { headingOf } from './object.js';
import { podLabels, textsOf, workloadsOf, servicesSelecting } from './pods.js';
import { publishedEntryPoint } from './published.js';
import type { Ways } from './ways.js';
import { joined, knownWay, serviceWays, unknownWay } from './ways.js';

export function istioGatewayEntryPoints(gateway: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const value = valueAt(gateway.scope, ['spec', 'selector']);
  const selector = textsOf(value);
  const origin = value?.origin ?? headingOf(gateway);
  const mesh = selector.get('istio') ?? '';
  // Traffic on its way out.
  if (mesh.includes('egress')) return [];
  const published = (ways: Ways): readonly EntryPoint[] => [publishedEntryPoint(gateway, 'shared-gateway', ways)];
  if (mesh === 'aks-istio-ingressgateway-external') {
    return published(knownWay('the external gateway of the Istio add-on', 'public', origin));
  }
  if (mesh === 'aks-istio-ingressgateway-internal') {
    return published(knownWay('the internal gateway of the Istio add-on', 'internal', origin));
  }
  const ways = gatewayWays(selector, gateway, estate, origin);
  const label = [...selector]
    .map(([key, text]) => `${key}: ${text}`)
    .join(', ')
    .slice(0, 120);
  return published(
    ways.ways.length > 0
      ? ways
      : unknownWay(
          `what publishes the gateway pods ${label}`,
          ['the Service of these pods, which is not in the repository'],
          origin,
        ),
  );
}

/** Where an Ingress of Istio's class is published: at the gateway pods of its usual label (`meshConfig.ingressSelector`). */
export function istioIngressWays(ingress: KubernetesObject, estate: Estate, origin: Origin): Ways {
  return gatewayWays(new Map([['istio', 'ingressgateway']]), ingress, estate, origin);
}

function gatewayWays(
  selector: ReadonlyMap<string, string>,
  object: KubernetesObject,
  estate: Estate,
  origin: Origin,
): Ways {
  const declared = gatewayServices(selector, object, estate).map((service) => serviceWays([service], origin, estate));
  const mesh = selector.get('istio') ?? '';
  return joined(declared.length > 0 ? declared : [installedWays(mesh, object, estate, origin)]);
}

/** Through the gateways of an installation: their pods carry the label of the usual one, unless told otherwise. */
function installedWays(mesh: string, gateway: KubernetesObject, estate: Estate, origin: Origin): Ways {
  if (mesh !== 'ingressgateway') return { ways: [], parts: [] };
  const operators = nearest(estate.all('install.istio.io', 'IstioOperator'), gateway.resource);
  return {
    ways: operators.flatMap((operator) =>
      gatewaysOf(operator).map(({ name, service }) => ({
        kind: 'service',
        through: `Istio ingress gateway ${name}`,
        origin,
        service,
      })),
    ),
    parts: operators.map(({ resource }) => resource),
  };
}

/** Services of the pods that carry the labels; where no such pods are declared, Services that select by them all. */
function gatewayServices(
  selector: ReadonlyMap<string, string>,
  gateway: KubernetesObject,
  estate: Estate,
): readonly KubernetesObject[] {
  if (selector.size === 0) return [];
  const holds = (labels: ReadonlyMap<string, string>): boolean =>
    [...selector].every(([key, value]) => labels.get(key) === value);
  const pods = nearest(
    workloadsOf(estate).filter((workload) => holds(podLabels(workload))),
    gateway.resource,
  );
  const found = pods.flatMap((workload) => servicesSelecting(podLabels(workload), workload.namespace, estate));
  if (found.length > 0) return [...new Set(found)];
  const selecting = estate
    .all('', 'Service')
    .filter(({ scope }) => holds(textsOf(valueAt(scope, ['spec', 'selector']))));
  return nearest(selecting, gateway.resource);
}
