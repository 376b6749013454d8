import type { ObjectKind } from './definition.js';

const apiVersions: Readonly<Record<ObjectKind, string>> = {
  Service: 'v1',
  ConfigMap: 'v1',
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  Ingress: 'networking.k8s.io/v1',
  IngressClass: 'networking.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  GatewayClass: 'gateway.networking.k8s.io/v1',
  NginxProxy: 'gateway.nginx.org/v1alpha2',
};

export function apiVersionOf(kind: ObjectKind): string {
  return apiVersions[kind];
}

/** Objects that belong to no namespace. */
export function isClusterWide(kind: ObjectKind): boolean {
  return kind === 'IngressClass' || kind === 'GatewayClass';
}
