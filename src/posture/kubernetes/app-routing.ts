/** The controllers of the application routing add-on: `NginxIngressController` of approuting.kubernetes.azure.com. */
import { certainly, is } from '../fact.js';
import { azure } from '../annotations.js';
import { identityOf } from '../identity.js';
import type { EntryPoint, ServiceFacts } from '../entry-point.js';
import { known } from '../reading/convert.js';
import { textAt, textsAt } from '../reading/facts.js';
import { annotationsAt } from './annotations.js';
import { closedByCluster, typeByCluster } from './default-controller.js';
import type { Estate } from './estate.js';
import { madeService } from './made-service.js';
import type { KubernetesObject } from './object.js';
import { headingOf } from './object.js';

export const appRoutingGroup = 'approuting.kubernetes.azure.com';
/** The class of the controller that the add-on brings itself. */
export const defaultClass = 'webapprouting.kubernetes.azure.com';

/** A controller makes a Service of type LoadBalancer with these annotations on it (aks-app-routing-operator, `serviceFrom`). */
export function nginxIngressControllerService(object: KubernetesObject, estate: Estate): ServiceFacts {
  const path = ['spec', 'loadBalancerAnnotations'];
  const sourceRanges = textsAt(object.scope, ['spec', 'loadBalancerSourceRanges']);
  const written = annotationsAt(object.scope, path);
  const fixed = object.name === 'default' ? typeByCluster(estate, object.resource) : undefined;
  const made = { ...written, sourceRanges, annotationsPath: path };
  if (!fixed || (fixed.reach === 'public' && !written.annotations.has(azure.internal)))
    return madeService(object, made);
  // The operator writes the annotation back that the type on the cluster asks for.
  const value = known(String(fixed.reach === 'internal'), fixed.origin, 'defaultIngressControllerType', false);
  const internal = { key: azure.internal, value };
  return madeService(object, { ...made, annotations: new Map([...written.annotations, [azure.internal, internal]]) });
}

export function nginxIngressControllers(object: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const service = nginxIngressControllerService(object, estate);
  const beside = object.name === 'default' ? [] : defaultControllers(estate);
  const closed =
    closedByCluster(estate, object.resource) ||
    beside.some((controller) => isInternal(nginxIngressControllerService(controller, estate)));
  const staysPublic = object.name !== 'default' && isInternal(service) && !closed;
  return [
    {
      ...identityOf(
        object.resource,
        object.name,
        beside.map(({ resource }) => resource),
      ),
      kind: 'entry-point',
      via: 'ingress-controller',
      title: `NginxIngressController ${object.name}`,
      service,
      ...(staysPublic ? { besidePublicDefault: headingOf(object) } : {}),
    },
  ];
}

/** The controller that the add-on brings itself, where the repository declares it. */
function defaultControllers(estate: Estate): readonly KubernetesObject[] {
  return estate.all(appRoutingGroup, 'NginxIngressController').filter(({ name }) => name === 'default');
}

function isInternal({ annotations }: ServiceFacts): boolean {
  const annotation = annotations.get(azure.internal);
  return annotation !== undefined && is(annotation.value, 'true');
}

/** Controllers that watch a class; the one of the add-on is called `default` and watches its own. */
export function controllersOfClass(className: string, estate: Estate): readonly KubernetesObject[] {
  return estate
    .all(appRoutingGroup, 'NginxIngressController')
    .filter((controller) =>
      controller.name === 'default'
        ? className === defaultClass
        : certainly(
            textAt(controller.scope, ['spec', 'ingressClassName'], 'nginx.approuting.kubernetes.azure.com'),
            (name) => name === className,
          ) === true,
    );
}
