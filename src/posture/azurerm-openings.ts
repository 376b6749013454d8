/** Add-ons of `azurerm_kubernetes_cluster` that bring a way in. */
import { applicationGatewayOpening, controllerExposure, gatewayExposure, isFixedType } from './cluster/exposure.js';
import type { Exposure } from './cluster/exposure.js';
import { whenOn } from './combine.js';
import { withoutFix } from './fact.js';
import type { Opening } from './model.js';
import { booleanAt, presenceAt, textAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';

export function azurermOpenings(scope: Scope): readonly Opening[] {
  return [
    applicationRouting(scope),
    ...istioOpenings(scope, 'service_mesh_profile'),
    applicationGatewayOpening(
      presenceAt(scope, ['ingress_application_gateway']),
      textAt(scope, ['ingress_application_gateway', 'gateway_id'], ''),
    ),
    {
      via: 'http-application-routing',
      exposure: gatewayExposure(booleanAt(scope, ['http_application_routing_enabled'], false), 'public'),
    },
  ];
}

/** Provider 3 has no controller type to set, and what it makes is the default of those that have. */
function applicationRouting(scope: Scope): Opening {
  const type = textAt(scope, ['web_app_routing', 'default_nginx_controller'], 'AnnotationControlled');
  const exposure = whenOn(presenceAt(scope, ['web_app_routing']), controllerExposure(type), 'none');
  const isOld = /(^|[^\d.])3\./.test(scope.resource.version ?? '');
  return {
    via: 'application-routing',
    exposure: isOld ? withoutFix(exposure) : exposure,
    fixedType: isFixedType(type),
  };
}

/** @param block the mesh's block, whose name differs between the two cluster resources */
export function istioOpenings(scope: Scope, block: string): readonly Opening[] {
  const gateway = (name: string, reach: 'public' | 'internal'): Exposure =>
    gatewayExposure(booleanAt(scope, [block, name], false), reach);
  return [
    { via: 'istio-external-gateway', exposure: gateway('external_ingress_gateway_enabled', 'public') },
    { via: 'istio-internal-gateway', exposure: gateway('internal_ingress_gateway_enabled', 'internal') },
  ];
}
