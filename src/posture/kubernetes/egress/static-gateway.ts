/** `StaticGatewayConfiguration` of AKS (egressgateway.kubernetes.azure.com/v1alpha1). */
import type { StaticGatewayEgressPath } from '../../egress-path.js';
import { booleanAt } from '../../reading/facts.js';
import type { KubernetesObject } from '../object.js';
import { pathOfObject } from './path-of.js';

/** Addresses are public unless it says otherwise (the `default` of the field in its CRD). */
export function staticGatewayPaths(object: KubernetesObject): readonly StaticGatewayEgressPath[] {
  const publicAddresses = booleanAt(object.scope, ['spec', 'provisionPublicIps'], true);
  return [{ ...pathOfObject(object), via: 'static-gateway', publicAddresses }];
}
