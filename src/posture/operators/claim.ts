/**
 * Claims of Crossplane for a cluster: objects of kinds that a platform team defines itself, such as `AksClusterClaim`. What
 * becomes of their fields, a Composition elsewhere decides, so nothing is known of the cluster but that there is one.
 */
import type { Resource } from '../../evaluation/resource.js';
import { at, madeBy, objectOf } from './build.js';

/** Kinds that name clusters of AKS and say that they are claims, or composites (`XAksCluster`). */
const claims = /^(?:X(?=[A-Z])(?:\w*(?:Aks|AKS)\w*)|(?:\w*(?:Aks|AKS|KubernetesCluster|ManagedCluster)\w*)Claim)$/;
/** Groups of Kubernetes and of the operators whose kinds are known. */
const foreign = /(^|\.)(k8s\.io|upbound\.io|azure\.com|crossplane\.io)$|^(apps|batch|v1)$/;

/** @returns undefined for what is no claim */
export function fromClaim(resource: Resource): Resource | undefined {
  const [group = '', , kind = ''] = resource.type.split('/');
  if (!claims.test(kind) || foreign.test(group)) return undefined;
  const open = madeBy(`the Composition of ${kind}`, resource);
  const name = at(resource.body, 'metadata', 'name');
  const body = objectOf({ sku: open, location: open, identity: open, properties: open }, resource.body.origin);
  return { ...resource, format: 'crossplane', type: 'Microsoft.ContainerService/managedClusters', name, body };
}
