import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { decidedBy, openingsOf } from './add-on.js';

export const applicationGateway = clusterRule(
  {
    id: 'ingress/application-gateway',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Application Gateway add-on publishes Ingress objects on a public address',
    rationale:
      'The add-on puts every Ingress of its class on the public frontend of the gateway unless the Ingress asks for the private one. A gateway that the add-on makes itself has a public frontend.',
    remedy:
      'Give the add-on a gateway of your own with a private frontend, and set appgw.ingress.kubernetes.io/use-private-ip: "true" on every Ingress of it. If publishing is meant, put a web application firewall policy on the gateway.',
  },
  (judged) =>
    openingsOf(judged, ['application-gateway'], 'public').map(({ exposure }) => ({
      message: `Cluster ${judged.subject.name} opens a way in from the whole Internet: its Application Gateway ingress add-on publishes on a public frontend${byDefault(exposure)}.`,
      origin: exposure.origin,
      ...decidedBy(judged, 'public'),
    })),
);
