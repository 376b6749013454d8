import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { decidedBy, openingsOf } from './add-on.js';

export const httpApplicationRouting = clusterRule(
  {
    id: 'ingress/http-application-routing',
    dimension: 'ingress',
    severity: 'error',
    title: 'The HTTP application routing add-on opens a public ingress controller',
    rationale:
      'The add-on runs a public ingress controller and a public DNS zone, was never meant for production and is retired since March 2025. It cannot be made internal.',
    remedy:
      'Switch the add-on off. Use the application routing add-on with an internal default controller instead, or an ingress controller of your own behind an internal load balancer.',
  },
  (judged) =>
    openingsOf(judged, ['http-application-routing'], 'public').map(({ exposure }) => ({
      message: `Cluster ${judged.subject.name} opens a way in from the whole Internet: the HTTP application routing add-on is on${byDefault(exposure)}.`,
      origin: exposure.origin,
      ...decidedBy(judged, 'public'),
      ...fixBySetting(exposure, 'none', 'Switch the add-on off'),
    })),
);
