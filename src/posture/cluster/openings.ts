/** Add-ons in the properties object of a managed cluster that bring a way in. */
import { defaultBy, whenOn } from '../combine.js';
import type { Fact } from '../fact.js';
import { certainly, map } from '../fact.js';
import type { Opening } from '../model.js';
import type { Default } from '../reading/convert.js';
import { booleanAt, textAt } from '../reading/facts.js';
import { amongItems } from '../reading/items.js';
import type { Scope } from '../reading/scope.js';
import { valueAt } from '../reading/scope.js';
import type { Exposure, Reach } from './exposure.js';
import { applicationGatewayOpening, controllerExposure, gatewayExposure, isFixedType } from './exposure.js';

/** @param properties a scope whose paths start at the properties object */
export function openingsOf(properties: Scope, automatic: Fact<boolean>): readonly Opening[] {
  return [
    applicationRouting(properties, automatic),
    { via: 'istio-external-gateway', exposure: istioGateway(properties, 'external') },
    { via: 'istio-internal-gateway', exposure: istioGateway(properties, 'internal') },
    applicationGateway(properties),
    { via: 'http-application-routing', exposure: httpApplicationRouting(properties) },
  ];
}

function applicationRouting(properties: Scope, automatic: Fact<boolean>): Opening {
  const routing = (...rest: readonly string[]): readonly string[] => ['ingressProfile', 'webAppRouting', ...rest];
  const enabled = booleanAt(properties, routing('enabled'), routedByDefault(properties, automatic));
  const type = textAt(properties, routing('nginx', 'defaultIngressControllerType'), 'AnnotationControlled');
  return {
    via: 'application-routing',
    exposure: whenOn(enabled, controllerExposure(type), 'none'),
    fixedType: isFixedType(type),
  };
}

/**
 * AKS Automatic comes with application routing and its public NGINX controller before Kubernetes 1.36, and with Gateway API,
 * which opens nothing by itself, from then on (AKS release notes of 2026-04-28). The version of a cluster that names none is
 * chosen when it is made.
 */
export function routedByDefault(properties: Scope, automatic: Fact<boolean>): Default<boolean> {
  const version = textAt(properties, ['kubernetesVersion'], '');
  const withNginx = certainly(map(version, beforeGatewayApi), (before) => before === true);
  const withoutNginx = certainly(map(version, beforeGatewayApi), (before) => before === false);
  if (withoutNginx || certainly(automatic, (value) => value) === false) return { value: false };
  if (withNginx) return defaultBy(automatic, true, false);
  const dependsOn = version.known || version.dependsOn.length === 0 ? ['the Kubernetes version'] : version.dependsOn;
  return { oneOf: [true, false], expression: 'the Kubernetes version', dependsOn };
}

/** Undefined for a version that is not written or not readable. */
function beforeGatewayApi(version: string): boolean | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : Number(major) === 1 && Number(minor) < 36;
}

function istioGateway(properties: Scope, mode: 'external' | 'internal'): Exposure {
  const mesh = map(
    textAt(properties, ['serviceMeshProfile', 'mode'], 'Istio'),
    (text) => text.toLowerCase() === 'istio',
  );
  const path = ['serviceMeshProfile', 'istio', 'components', 'ingressGateways'];
  const gateways = amongItems<Reach>(properties, valueAt(properties, path), {
    name: path.join('.'),
    nothing: 'none',
    read: (gateway): Exposure => {
      const itsMode = map(textAt(gateway, ['mode'], ''), (text) => text.toLowerCase() === mode);
      const reach = mode === 'external' ? 'public' : 'internal';
      return whenOn(itsMode, gatewayExposure(booleanAt(gateway, ['enabled'], false), reach), 'none');
    },
  });
  return whenOn(mesh, gateways, 'none');
}

function applicationGateway(properties: Scope): Opening {
  const addOn = ['addonProfiles', 'ingressApplicationGateway'];
  return applicationGatewayOpening(
    booleanAt(properties, [...addOn, 'enabled'], false),
    textAt(properties, [...addOn, 'config', 'applicationGatewayId'], ''),
  );
}

/** Retired on 2025-03-03; what has it still has a public address. */
function httpApplicationRouting(properties: Scope): Exposure {
  return gatewayExposure(
    booleanAt(properties, ['addonProfiles', 'httpApplicationRouting', 'enabled'], false),
    'public',
  );
}
