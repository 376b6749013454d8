/** The Service that a controller makes for an object: a load balancer, with annotations that the object hands on. */
import type { Fact } from '../fact.js';
import type { ServiceFacts } from '../entry-point.js';
import { known } from '../reading/convert.js';
import type { Annotations } from './annotations.js';
import type { KubernetesObject } from './object.js';
import { headingOf } from './object.js';

export interface MadeService extends Annotations {
  readonly type?: Fact<string>;
  readonly sourceRanges?: Fact<readonly Fact<string>[]>;
  readonly loadBalancerClass?: Fact<string>;
  readonly elsewhere?: ServiceFacts['elsewhere'];
  /** Where the object has the annotations that it hands on; absent where no single edit adds one. */
  readonly annotationsPath?: readonly string[];
}

export function madeService(object: KubernetesObject, made: MadeService): ServiceFacts {
  const heading = headingOf(object);
  const { annotationsPath, annotations, otherAnnotations, elsewhere } = made;
  return {
    type: made.type ?? known('LoadBalancer', heading, 'the Service that its controller makes', true),
    loadBalancerClass: made.loadBalancerClass ?? known('', heading, 'loadBalancerClass', true),
    annotations,
    ...(otherAnnotations ? { otherAnnotations } : {}),
    sourceRanges: made.sourceRanges ?? known([], heading, 'loadBalancerSourceRanges', true),
    externalIps: known([], heading, 'externalIPs', true),
    loadBalancerIp: known('', heading, 'loadBalancerIP', true),
    ...(elsewhere ? { elsewhere } : {}),
    setAnnotation: (key, value) => (annotationsPath ? object.set([...annotationsPath, key], value) : undefined),
  };
}
