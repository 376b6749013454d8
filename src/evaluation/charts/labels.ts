/** What ties the Services of a release to the pods of its workloads. */
import type { ObjectKind } from './definition.js';

type Property = readonly [path: readonly string[], value: string];

export function labelsOf(kind: ObjectKind, component: string, chart: string, release: string): readonly Property[] {
  const labels = [
    ['app.kubernetes.io/name', chart],
    ['app.kubernetes.io/instance', release],
    ['app.kubernetes.io/component', component],
  ] as const;
  return placesOf(kind).flatMap((place) => labels.map(([key, value]): Property => [[...place, key], value]));
}

function placesOf(kind: ObjectKind): readonly (readonly string[])[] {
  switch (kind) {
    case 'Service':
      return [['spec', 'selector']];
    case 'Deployment':
    case 'DaemonSet':
    case 'StatefulSet':
      return [
        ['spec', 'selector', 'matchLabels'],
        ['spec', 'template', 'metadata', 'labels'],
      ];
    case 'Ingress':
    case 'IngressClass':
    case 'Gateway':
    case 'GatewayClass':
    case 'ConfigMap':
    case 'NginxProxy':
      return [];
  }
}
