/** `Gateway` of the Gateway API: most classes make a Service for each, with the annotations that it hands on. */
import { certainly } from '../fact.js';
import { identityOf } from '../identity.js';
import type { EntryPoint } from '../entry-point.js';
import { textAt } from '../reading/facts.js';
import { itemsAt, valueAt } from '../reading/scope.js';
import { textOf } from '../identity.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import { gatewayService } from './gateway-service.js';
import type { KubernetesObject } from './object.js';
import { hostsOf } from './hosts.js';
import { fullName } from './object.js';
import { publishedEntryPoint } from './published.js';
import { textIn } from './text.js';
import type { Ways } from './ways.js';
import { knownWay, marked, openWay, serviceWays, unknownWay, workloadWays } from './ways.js';

export const gatewayGroup = 'gateway.networking.k8s.io';

export type GatewayFamily = 'istio' | 'containers' | 'envoy' | 'nginx' | 'cilium' | 'traefik';

/** Classes by the names that their projects give them. */
const wellKnown: ReadonlyMap<string, GatewayFamily> = new Map([
  ['approuting-istio', 'istio'],
  ['istio', 'istio'],
  ['azure-alb-external', 'containers'],
  ['eg', 'envoy'],
  ['nginx', 'nginx'],
  ['cilium', 'cilium'],
  ['traefik', 'traefik'],
]);

/** By `spec.controllerName` of a GatewayClass. */
const controllers: ReadonlyMap<string, GatewayFamily> = new Map([
  ['istio.io/gateway-controller', 'istio'],
  ['alb.networking.azure.io/alb-controller', 'containers'],
  ['gateway.envoyproxy.io/gatewayclass-controller', 'envoy'],
  ['gateway.nginx.org/nginx-gateway-controller', 'nginx'],
  ['io.cilium/gateway-controller', 'cilium'],
  ['traefik.io/gateway-controller', 'traefik'],
]);

export function gatewayEntryPoints(gateway: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const { scope } = gateway;
  const className = textAt(scope, ['spec', 'gatewayClassName'], '');
  if (!className.known) return [publishedEntryPoint(gateway, 'shared-gateway', openWay('the class', className), true)];
  const name = className.value;
  const declared = nearest(
    estate.all(gatewayGroup, 'GatewayClass').filter((each) => each.name === name),
    gateway.resource,
  );
  const family =
    declared.flatMap((each) => controllers.get(textIn(each, ['spec', 'controllerName']) ?? '') ?? [])[0] ??
    (declared.length === 0 ? wellKnown.get(name) : undefined);
  const marks = { gatewayClass: name, hosts: hostsOf(gateway, 'listeners') };
  const published = (ways: Ways): readonly EntryPoint[] => [
    publishedEntryPoint(gateway, 'shared-gateway', marked(ways, marks), true),
  ];
  switch (family) {
    case undefined: {
      const what = `what publishes the class ${name.slice(0, 80)}`;
      return published(unknownWay(what, ['the controller of its GatewayClass'], className.origin));
    }
    case 'containers': {
      const way = knownWay('Application Gateway for Containers', 'public', className.origin);
      return [publishedEntryPoint(gateway, 'application-gateway-for-containers', way)];
    }
    case 'traefik': {
      const ways = workloadWays(name, 'traefik.io/ingress-controller', gateway, estate, className.origin);
      return published(ways ?? unknownWay('what publishes Traefik', ['the Service of Traefik'], className.origin));
    }
    case 'istio': {
      const manual = manualService(gateway);
      if (manual !== undefined) return published(byHand(manual, gateway, estate));
      break;
    }
    case 'envoy':
    case 'nginx':
    case 'cilium':
      break;
  }
  const { service, parts } = gatewayService(gateway, name, family, declared, estate);
  const title = `Gateway ${fullName(gateway)}`;
  const identity = identityOf(gateway.resource, fullName(gateway), parts);
  return [{ ...identity, kind: 'entry-point', via: 'gateway', title, service }];
}

/** The host of a Service that is deployed by hand: Istio then makes none (`spec.addresses` of type Hostname). */
function manualService({ scope }: KubernetesObject): string | undefined {
  return itemsAt(scope, ['spec', 'addresses']).scopes.flatMap((address) => {
    const isHost = certainly(textAt(address, ['type'], 'IPAddress'), (type) => type === 'Hostname');
    return isHost === true ? (textOf(valueAt(address, ['value'])) ?? []) : [];
  })[0];
}

function byHand(host: string, gateway: KubernetesObject, estate: Estate): Ways {
  const [name, namespace = gateway.namespace] = host.split('.');
  const named = estate.all('', 'Service').filter((each) => each.name === name && each.namespace === namespace);
  const origin = textAt(gateway.scope, ['spec', 'gatewayClassName'], '').origin;
  const { ways, parts } = serviceWays(nearest(named, gateway.resource), origin, estate);
  return ways.length > 0 ? { ways, parts } : unknownWay('what publishes the Gateway', [`Service ${host}`], origin);
}
