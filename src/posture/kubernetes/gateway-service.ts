/** The Service that a controller of the Gateway API makes for a Gateway. */
import type { Resource } from '../../evaluation/resource.js';
import type { Fact } from '../fact.js';
import { azure } from '../annotations.js';
import type { ServiceFacts } from '../entry-point.js';
import { occurs } from '../reading/scope.js';
import { annotationsAt } from './annotations.js';
import type { Annotations } from './annotations.js';
import type { Estate } from './estate.js';
import type { GatewayFamily } from './gateway.js';
import type { Layer } from './gateway-parameters.js';
import { parametersOf } from './gateway-parameters.js';
import { madeService } from './made-service.js';
import type { KubernetesObject } from './object.js';
import { outsideMetadata } from './service.js';

const infrastructure = ['spec', 'infrastructure', 'annotations'];

export interface GatewayService {
  readonly service: ServiceFacts;
  readonly parts: readonly Resource[];
}

/** @param classes the GatewayClass, where it is declared */
export function gatewayService(
  gateway: KubernetesObject,
  className: string,
  family: GatewayFamily,
  classes: readonly KubernetesObject[],
  estate: Estate,
): GatewayService {
  const { layers, parts } = parametersOf(gateway, className, family, classes, estate);
  const merged = layers.reduce<Layer>(over, {
    ...annotationsAt(gateway.scope, infrastructure),
    ...serviceType(gateway, className, family),
  });
  const service = madeService(gateway, {
    ...merged,
    ...elsewhere(gateway, family, merged),
    annotationsPath: infrastructure,
  });
  return { service, parts: [...classes.map(({ resource }) => resource), ...parts] };
}

/** Each layer is merged over what is below it. */
function over(below: Layer, above: Layer): Layer {
  const otherAnnotations = above.otherAnnotations ?? below.otherAnnotations;
  return {
    ...below,
    ...above,
    annotations: new Map([...below.annotations, ...above.annotations]),
    ...(otherAnnotations ? { otherAnnotations } : {}),
  };
}

/**
 * Istio reads the type of the Service from the metadata of the Gateway. Whether the one of application routing does is not
 * documented.
 */
function serviceType(gateway: KubernetesObject, className: string, family: GatewayFamily): Pick<Layer, 'type'> {
  if (family !== 'istio') return {};
  const type = annotationsAt(gateway.scope).annotations.get('networking.istio.io/service-type')?.value;
  if (!type) return {};
  if (className !== 'approuting-istio') return { type };
  const open: Fact<string> = {
    known: false,
    expression: 'networking.istio.io/service-type',
    dependsOn: ['whether application routing reads networking.istio.io/service-type'],
    origin: type.origin,
    name: type.name,
  };
  return { type: open };
}

/**
 * Annotations of `infrastructure` replace those of the metadata (Istio, `extractInfrastructureMetadata`). Without them Istio
 * copies those of the metadata where its control plane is set to; other controllers never read them.
 */
function elsewhere(
  gateway: KubernetesObject,
  family: GatewayFamily,
  { annotations }: Annotations,
): Pick<ServiceFacts, 'elsewhere'> {
  if (annotations.has(azure.internal)) return {};
  const annotation = annotationsAt(gateway.scope).annotations.get(azure.internal);
  if (!annotation) return outsideMetadata(gateway);
  const copied = family === 'istio' && !occurs(gateway.scope, infrastructure);
  return { elsewhere: { annotation, place: copied ? 'metadata' : 'hidden' } };
}
