/** The ways in that a Kubernetes object opens, by its kind. */
import type { Resource } from '../../evaluation/resource.js';
import type { EntryPoint } from '../entry-point.js';
import { appRoutingGroup, nginxIngressControllers } from './app-routing.js';
import { changedByHand } from './changed-by-hand.js';
import type { Estate } from './estate.js';
import { gatewayEntryPoints, gatewayGroup } from './gateway.js';
import { hostEntryPoints } from './host.js';
import { ingressEntryPoints } from './ingress.js';
import { istioGatewayEntryPoints } from './istio-gateway.js';
import { istioOperatorEntryPoints } from './istio-operator.js';
import { knativeEntryPoints } from './knative.js';
import { idleEntryPoints } from './misplaced.js';
import type { KubernetesObject } from './object.js';
import { headingOf, objectOf } from './object.js';
import { isWorkload } from './pods.js';
import { publishedEntryPoint } from './published.js';
import { serviceEntryPoints } from './service.js';
import { unmatchedPatches } from './unmatched-patch.js';
import { knownWay } from './ways.js';

/**
 * Routes (HTTPRoute, VirtualService and their like) are no entry points: they are as reachable as the Gateway that they name,
 * which is one itself.
 */
export function entryPointsOf(resource: Resource, estate: Estate): readonly EntryPoint[] {
  const object = objectOf(resource);
  if (!object) return unmatchedPatches(resource) ?? changedByHand(resource, estate) ?? [];
  const found = opened(object, estate);
  return found.length > 0 || readsAnnotation(object) ? found : idleEntryPoints(object);
}

function opened(object: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  switch (`${object.group}/${object.kind}`) {
    case '/Service':
      return serviceEntryPoints(object, estate);
    case 'networking.k8s.io/Ingress':
    case 'extensions/Ingress':
      return ingressEntryPoints(object, estate);
    case `${appRoutingGroup}/NginxIngressController`:
      return nginxIngressControllers(object, estate);
    case `${gatewayGroup}/Gateway`:
      return gatewayEntryPoints(object, estate);
    case 'networking.istio.io/Gateway':
      return istioGatewayEntryPoints(object, estate);
    case 'install.istio.io/IstioOperator':
      return istioOperatorEntryPoints(object);
    case 'serving.knative.dev/Service':
    case 'serving.knative.dev/Route':
      return knativeEntryPoints(object, estate);
    case 'alb.networking.azure.io/ApplicationLoadBalancer': {
      const way = knownWay('Application Gateway for Containers', 'public', headingOf(object));
      return [publishedEntryPoint(object, 'application-gateway-for-containers', way)];
    }
    default:
      return isWorkload(object) ? hostEntryPoints(object) : [];
  }
}

/** Kinds on which the annotation is where it belongs. */
function readsAnnotation({ group, kind }: KubernetesObject): boolean {
  return group === '' && kind === 'Service';
}
