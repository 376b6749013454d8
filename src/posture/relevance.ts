/** What of a root is worth keeping: a repository of templates holds far more than its clusters. */
import type { Resource } from '../evaluation/resource.js';
import { mappers } from './mappers.js';
import { isPolicyAssignment } from './policy-assignments.js';

/** Azure's resource providers that a subject, or a join around one, can be read from. */
const providers =
  /^microsoft\.(containerservice|network|containerregistry|authorization|managedidentity|redhatopenshift)\//i;

/** Objects of Kubernetes that say nothing about ways in and out: schemas, permissions, credentials, alerts, nodes' boot scripts. */
const inert =
  /^(?:(?:apiextensions\.k8s\.io|rbac\.authorization\.k8s\.io|monitoring\.coreos\.com|notification\.toolkit\.fluxcd\.io|(?:bootstrap|controlplane)\.cluster\.x-k8s\.io)\/\w+\/(?!AzureManaged)|v1\/(?:Secret|ServiceAccount)$)/;

/**
 * Those that can matter. What surrounds clusters is joined within one root: where nothing of a root can be a subject, or be
 * joined from elsewhere as Kubernetes objects are, none of it matters.
 *
 * @param resources all of one root
 */
export function relevant(resources: readonly Resource[]): readonly Resource[] {
  if (resources.every(({ type }) => surroundsOnly(type))) return [];
  return resources.filter(({ type }) => (isOfAzure(type) ? providers.test(type) : !inert.test(type)));
}

/** Whether resources of a type are seen only through others: other resources of Azure, and calls of modules. */
function surroundsOnly(type: string): boolean {
  if (isPolicyAssignment(type)) return false;
  return type === 'module' || (isOfAzure(type) && !mappers.some(({ accepts }) => accepts(type)));
}

function isOfAzure(type: string): boolean {
  return /^microsoft\./i.test(type);
}
