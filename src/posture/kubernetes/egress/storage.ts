/** Storage classes of Azure Files and Blob without a private endpoint, where egress is filtered. */
import type { StorageEgressPath } from '../../egress-path.js';
import { certainly } from '../../fact.js';
import { textAt } from '../../reading/facts.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { headingOf } from '../object.js';
import { textIn } from '../text.js';
import { filteredClusters } from './filtered-clusters.js';
import { pathOfObject } from './path-of.js';

const drivers: ReadonlySet<string> = new Set(['file.csi.azure.com', 'blob.csi.azure.com', 'kubernetes.io/azure-file']);

export function storagePaths(object: KubernetesObject, estate: Estate): readonly StorageEgressPath[] {
  if (!drivers.has(textIn(object, ['provisioner']) ?? '')) return [];
  const endpoint = textAt(object.scope, ['parameters', 'networkEndpointType'], '');
  if (certainly(endpoint, (type) => type.toLowerCase() !== 'privateendpoint') !== true) return [];
  const clusters = filteredClusters(estate);
  if (clusters.length === 0) return [];
  const origin = endpoint.known && !endpoint.byDefault ? endpoint.origin : headingOf(object);
  const set = (): ReturnType<KubernetesObject['set']> =>
    object.set(['parameters', 'networkEndpointType'], 'privateEndpoint');
  return [{ ...pathOfObject(object), via: 'storage', clusters, origin, set }];
}
