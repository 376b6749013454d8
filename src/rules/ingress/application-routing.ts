import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { unlessFixed } from '../module-setting.js';
import { decidedBy, openingsOf } from './add-on.js';

export const applicationRouting = clusterRule(
  {
    id: 'ingress/application-routing',
    dimension: 'ingress',
    severity: 'error',
    title: 'The application routing add-on opens a public ingress controller',
    rationale:
      'Unless its default controller is made internal, the add-on runs an NGINX controller on a public load balancer, also in a private cluster. Every Ingress of its class is published there.',
    remedy:
      'Set the type of the default controller to Internal, or to None and declare a NginxIngressController with the internal annotation. An internal controller beside the default one does not close the default one.',
  },
  (judged) =>
    openingsOf(judged, ['application-routing'], 'public').map(({ exposure }) => ({
      message: `Cluster ${judged.subject.name} opens a way in from the whole Internet: the default controller of the application routing add-on is public${byDefault(exposure)}.`,
      origin: exposure.origin,
      ...decidedBy(judged, 'public'),
      ...unlessFixed(exposure),
      ...fixBySetting(exposure, 'internal', 'Make the default controller internal'),
    })),
);
