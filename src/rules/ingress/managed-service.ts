import { serviceRule } from '../define.js';

/** Namespaces and names of the Services that AKS keeps as it wants them (AKS issue 4233; add-on documentation). */
const managed: readonly { readonly name: RegExp; readonly instead: string }[] = [
  {
    name: /^app-routing-system\/nginx(-[\w-]+)?$/,
    instead: 'set the type of its default controller on the cluster, or declare a NginxIngressController',
  },
  {
    name: /^aks-istio-ingress\/aks-istio-ingressgateway-(external|internal)$/,
    instead: 'use the internal gateway of the add-on',
  },
  {
    name: /^kube-system\/addon-http-application-routing-/,
    instead: 'replace the add-on, which is retired, by application routing',
  },
];

export const managedService = serviceRule(
  {
    id: 'ingress/managed-service',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The Service belongs to an add-on, which takes changes back',
    rationale:
      'AKS makes this Service and brings it back to what the add-on wants, minutes after any change. What the text says of it is not what will be deployed.',
    remedy: 'Set it where the add-on is configured, not on the Service that it makes.',
  },
  ({ subject }) => {
    const add = managed.find(({ name }) => name.test(subject.name));
    if (!add) return [];
    return [
      {
        message: `AKS manages ${subject.title} and takes changes to it back, so annotations here do not last.`,
        origin: subject.service.type.origin,
        remedy: `Leave the Service alone: ${add.instead}.`,
      },
    ];
  },
);
