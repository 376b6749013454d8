/** `IstioOperator`: the ingress gateways that an installation of Istio brings, each with a Service of its own. */
import { certainly } from '../fact.js';
import { identityOf } from '../identity.js';
import type { EntryPoint, ServiceFacts } from '../entry-point.js';
import { booleanAt, textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { itemsAt } from '../reading/scope.js';
import { annotationsAt } from './annotations.js';
import { madeService } from './made-service.js';
import type { KubernetesObject } from './object.js';

/** Where its Service gets annotations (istio/operator/pkg/apis/types.go, KubernetesResourcesSpec). */
const annotatedAt = 'k8s.serviceAnnotations of the gateway in spec.components.ingressGateways';

/** The gateway of the profiles that bring one (istio/manifests/profiles). */
const usualGateway = 'istio-ingressgateway';
const profilesWithGateway: ReadonlySet<string> = new Set(['default', 'demo', 'preview', 'openshift']);

export interface InstalledGateway {
  readonly name: string;
  readonly service: ServiceFacts;
}

export function istioOperatorEntryPoints(object: KubernetesObject): readonly EntryPoint[] {
  return gatewaysOf(object).map(({ name, service }) => {
    const identity = identityOf(object.resource, name);
    const id = `${identity.id}/${name}`;
    const title = `Istio ingress gateway ${name}`;
    return { ...identity, id, kind: 'entry-point', via: 'gateway', annotatedAt, title, service };
  });
}

/** The gateways that are certain to be installed. */
export function gatewaysOf(object: KubernetesObject): readonly InstalledGateway[] {
  const { scope } = object;
  const listed = itemsAt(scope, ['spec', 'components', 'ingressGateways']).scopes.map((gateway) => ({
    gateway,
    name: nameOf(gateway),
  }));
  const profile = textAt(scope, ['spec', 'profile'], 'default');
  const brings = certainly(profile, (name) => profilesWithGateway.has(name)) === true;
  const found = listed.flatMap(({ gateway, name }) => {
    const enabled = booleanAt(gateway, ['enabled'], brings && name === usualGateway);
    return certainly(enabled, (on) => on) === true ? [{ name, service: serviceOf(object, gateway) }] : [];
  });
  const isListed = listed.some(({ name }) => name === usualGateway);
  return brings && !isListed
    ? [{ name: usualGateway, service: madeService(object, { annotations: new Map() }) }, ...found]
    : found;
}

function nameOf(gateway: Scope): string {
  const name = textAt(gateway, ['name'], usualGateway);
  return name.known ? name.value : name.expression;
}

function serviceOf(object: KubernetesObject, gateway: Scope): ServiceFacts {
  return madeService(object, {
    ...annotationsAt(gateway, ['k8s', 'serviceAnnotations']),
    type: textAt(gateway, ['k8s', 'service', 'type'], 'LoadBalancer'),
    sourceRanges: textsAt(gateway, ['k8s', 'service', 'loadBalancerSourceRanges']),
  });
}
