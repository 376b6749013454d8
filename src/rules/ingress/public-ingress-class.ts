import type { Way } from '../../posture/entry-point.js';
import type { Fix } from '../../report/report.js';
import { weakestWay } from '../../scoring/published.js';
import { fixBySetting } from '../fix.js';
import { publishedRule } from '../define.js';

export const publicIngressClass = publishedRule(
  {
    id: 'ingress/public-ingress-class',
    dimension: 'ingress',
    severity: 'error',
    title: 'The controller that publishes the object is public',
    rationale:
      'An Ingress is as reachable as the controller of its class: annotations of Services do nothing on it. The default controller of application routing and the public frontend of an Application Gateway admit the whole Internet.',
    remedy:
      'Name the class of an internal controller. For the Application Gateway ingress controller set appgw.ingress.kubernetes.io/use-private-ip: "true", which needs a gateway with a private frontend.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'public-ingress-class') return [];
    return [
      {
        message: `${subject.title} is reachable from the whole Internet: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
        ...privateFrontend(weakestWay(subject).way),
      },
    ];
  },
);

/** The one way whose reach is set at the Ingress itself. */
function privateFrontend(way: Way): { readonly fix?: Fix } {
  return way.kind === 'known' ? fixBySetting(way.reach, 'true', 'Use the private frontend of the gateway') : {};
}
