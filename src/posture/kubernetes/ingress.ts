/** `Ingress`: published by the controller of its class. */
import type { Origin } from '../../syntax/value.js';
import type { EntryPoint, PublishedEntryPoint, Reach, Way } from '../entry-point.js';
import { is, map } from '../fact.js';
import type { Fact } from '../fact.js';
import { known } from '../reading/convert.js';
import { textAt } from '../reading/facts.js';
import { occurs } from '../reading/scope.js';
import { annotationsAt } from './annotations.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import { classOf, declaredClasses } from './ingress-class.js';
import { istioIngressWays } from './istio-gateway.js';
import { madeService } from './made-service.js';
import type { KubernetesObject } from './object.js';
import { hostsOf } from './hosts.js';
import { fullName, headingOf } from './object.js';
import { publishedEntryPoint } from './published.js';
import type { Ways } from './ways.js';
import { appRoutingWays, joined, knownWay, marked, openWay, serviceWays, unknownWay, workloadWays } from './ways.js';

export function ingressEntryPoints(ingress: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const className = classOf(ingress, estate);
  const hosts = hostsOf(ingress, 'rules');
  if (!className) {
    const what = 'what publishes an Ingress without a class';
    return [
      publishedEntryPoint(
        ingress,
        'ingress',
        marked(unknownWay(what, ['the default IngressClass'], headingOf(ingress)), { hosts }),
      ),
    ];
  }
  if (!className.known) {
    return [publishedEntryPoint(ingress, 'ingress', marked(openWay('the class', className), { hosts }))];
  }
  const { family, ...found } = resolved(className.value, ingress, estate, className.origin);
  const { ways, parts } = marked(found, { ingressClass: className.value, hosts });
  const via: PublishedEntryPoint['via'] = family === 'containers' ? 'application-gateway-for-containers' : 'ingress';
  const unlike = family === 'application-gateway' ? privateSibling(ingress, className.value, estate) : undefined;
  return [
    { ...publishedEntryPoint(ingress, via, { ways, parts }, family === 'cilium'), ...(unlike ? { unlike } : {}) },
  ];
}

/** Controllers that are no workloads of the cluster, or read the Ingress itself. */
type Family = 'application-gateway' | 'containers' | 'cilium' | 'istio' | 'http-application-routing';

/** Classes by their well-known names. */
const wellKnown: ReadonlyMap<string, Family> = new Map([
  ['azure/application-gateway', 'application-gateway'],
  ['azure-application-gateway', 'application-gateway'],
  ['azure-alb-external', 'containers'],
  ['cilium', 'cilium'],
  ['istio', 'istio'],
  ['addon-http-application-routing', 'http-application-routing'],
]);

/** By `spec.controller` of an IngressClass. */
function familyOf(controller: string | undefined): Family | undefined {
  if (controller === 'azure/application-gateway') return 'application-gateway';
  if (controller?.startsWith('alb.networking.azure.io/') === true) return 'containers';
  if (controller === 'istio.io/ingress-controller') return 'istio';
  return controller === 'cilium.io/ingress-controller' ? 'cilium' : undefined;
}

function resolved(
  name: string,
  ingress: KubernetesObject,
  estate: Estate,
  origin: Origin,
): Ways & { readonly family?: Family } {
  const declared = declaredClasses(name, ingress, estate);
  const routed = appRoutingWays(name, ingress, estate, origin);
  if (routed) return routed;
  const controllers = declared.length > 0 ? declared.map(({ controller }) => controller) : [undefined];
  const parts = declared.map(({ object }) => object.resource);
  const family = controllers.map(familyOf).find((each) => each !== undefined) ?? wellKnown.get(name);
  const led = family && familyWays(family, name, ingress, estate, origin);
  if (led && led.ways.length > 0) return { ways: led.ways, parts: [...led.parts, ...parts], family };
  const found = controllers.flatMap((controller) => workloadWays(name, controller, ingress, estate, origin) ?? []);
  if (found.length > 0) return joined([...found, { ways: [], parts }]);
  const what = `what publishes the class ${name.slice(0, 80)}`;
  return { ...unknownWay(what, ['the Service of its controller, which is not in the repository'], origin), parts };
}

/** No ways where the Service of the family is not in the repository. */
function familyWays(family: Family, name: string, ingress: KubernetesObject, estate: Estate, origin: Origin): Ways {
  switch (family) {
    case 'application-gateway':
      return { ways: [applicationGatewayWay(ingress, estate, origin)], parts: [] };
    case 'containers':
      return knownWay('Application Gateway for Containers', 'public', origin);
    case 'http-application-routing':
      return knownWay('the controller of HTTP application routing', 'public', origin);
    case 'istio':
      return istioIngressWays(ingress, estate, origin);
    case 'cilium':
      return ciliumWays(ingress, name, estate, origin);
  }
}

const usePrivateIp = 'appgw.ingress.kubernetes.io/use-private-ip';

/** The annotation is read as a boolean of Go, and what can't be read as one is false (ingress_annotations.go of AGIC). */
function applicationGatewayWay(ingress: KubernetesObject, estate: Estate, origin: Origin): Way {
  const annotation = annotationsAt(ingress.scope).annotations.get(usePrivateIp);
  const set = (): ReturnType<KubernetesObject['set']> => ingress.set(['metadata', 'annotations', usePrivateIp], 'true');
  const read: Fact<Reach> = annotation
    ? map(annotation.value, (text) => (isTrueInGo.test(text) ? 'internal' : 'public'))
    : known('public', origin, usePrivateIp, true);
  const own = read.known ? { ...read, set } : read;
  const everywhere = is(own, 'internal') ? undefined : privateForAll(ingress, estate);
  const reach = everywhere && !is(everywhere, 'public') ? everywhere : own;
  return { kind: 'known', through: 'the Application Gateway of its ingress controller', origin, reach };
}

const isTrueInGo = /^(1|t|T|TRUE|true|True)$/;

/** The switch of the whole controller, which an Ingress can't take back: either of the two is enough (ingress_annotations.go). */
function privateForAll({ resource }: KubernetesObject, estate: Estate): Fact<Reach> | undefined {
  const path = ['data', 'USE_PRIVATE_IP'];
  const maps = estate.all('', 'ConfigMap').filter(({ scope }) => occurs(scope, path));
  const switches = nearest(maps, { root: resource.root }).map(({ scope }) =>
    map(textAt(scope, path, 'false'), (text): Reach => (isTrueInGo.test(text) ? 'internal' : 'public')),
  );
  return switches.find((each) => !is(each, 'internal')) ?? switches[0];
}

/**
 * An Ingress of the same class, close by, that asks for the private address, where this one does not: the annotation was forgotten on
 * one of them, or the controller can't give both the same port.
 */
function privateSibling(ingress: KubernetesObject, className: string, estate: Estate): string | undefined {
  const isPrivate = (object: KubernetesObject): boolean =>
    annotationsAt(object.scope).annotations.get(usePrivateIp)?.value.known === true &&
    is(privately(object, estate), 'internal');
  if (isPrivate(ingress)) return undefined;
  const others = estate.all('networking.k8s.io', 'Ingress').filter((other) => {
    if (other.resource === ingress.resource || !isPrivate(other)) return false;
    const its = classOf(other, estate);
    return its?.known === true && its.value === className;
  });
  const [nearby] = nearest(others, ingress.resource);
  return nearby && `${nearby.kind} ${fullName(nearby)}`;
}

function privately(object: KubernetesObject, estate: Estate): Fact<Reach> {
  const way = applicationGatewayWay(object, estate, headingOf(object));
  return way.kind === 'known' ? way.reach : known('public', headingOf(object), usePrivateIp, true);
}

/** Of the chart of Cilium (`ingressController.service.name`). */
const sharedCiliumService = 'cilium-ingress';

/** Cilium makes a Service for each Ingress and copies Azure's annotations to it, unless Ingresses share one. */
function ciliumWays(ingress: KubernetesObject, name: string, estate: Estate, origin: Origin): Ways {
  const own = annotationsAt(ingress.scope);
  const mode = own.annotations.get('ingress.cilium.io/loadbalancer-mode');
  if (mode?.value.known === true && mode.value.value === 'shared') {
    const shared = estate.all('', 'Service').filter((service) => service.name === sharedCiliumService);
    const found = serviceWays(nearest(shared, ingress.resource), origin, estate);
    if (found.ways.length > 0) return found;
    return unknownWay(`what publishes the class ${name}`, ['the shared Service of Cilium'], mode.value.origin);
  }
  const type = own.annotations.get('ingress.cilium.io/service-type')?.value;
  const service = madeService(ingress, {
    ...own,
    ...(type ? { type } : {}),
    annotationsPath: ['metadata', 'annotations'],
  });
  return { ways: [{ kind: 'service', through: 'the Service that Cilium makes for it', origin, service }], parts: [] };
}
