/** The ways out of a cluster that its Kubernetes objects open or filter. */
import type { Resource } from '../../../evaluation/resource.js';
import type { EgressPath } from '../../egress-path.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { objectOf } from '../object.js';
import { isWorkload } from '../pods.js';
import { meshPaths } from './mesh.js';
import { namespacePaths } from './namespace.js';
import { podsPaths } from './pods-paths.js';
import { policyPathsOf } from './policy-paths.js';
import { resolverPaths } from './resolvers.js';
import { serviceEntryPaths } from './service-entry.js';
import { sourcePaths } from './sources.js';
import { staticGatewayPaths } from './static-gateway.js';
import { storagePaths } from './storage.js';

/** @param resources of one root */
export function egressPathsOf(resources: readonly Resource[], estate: Estate): readonly EgressPath[] {
  const own = resources.flatMap((resource) => {
    const object = objectOf(resource);
    return object ? pathsOfObject(object, estate) : [];
  });
  return [...policyPathsOf(resources, estate), ...own];
}

function pathsOfObject(object: KubernetesObject, estate: Estate): readonly EgressPath[] {
  switch (`${object.group}/${object.kind}`) {
    case '/ConfigMap':
      return [...meshPaths(object), ...resolverPaths(object)];
    case 'install.istio.io/IstioOperator':
    case 'sailoperator.io/Istio':
    case 'networking.istio.io/Sidecar':
      return meshPaths(object);
    case 'networking.istio.io/ServiceEntry':
      return serviceEntryPaths(object);
    case 'egressgateway.kubernetes.azure.com/StaticGatewayConfiguration':
      return staticGatewayPaths(object);
    case '/Namespace':
      return namespacePaths(object, estate);
    case 'storage.k8s.io/StorageClass':
      return storagePaths(object, estate);
    default:
      return isWorkload(object) ? podsPaths(object, estate) : sourcePaths(object, estate);
  }
}
