import { certainly } from '../../posture/fact.js';
import { judgedService } from '../../scoring/judge.js';
import type { Rule } from '../rule.js';
import { serviceRule } from '../define.js';
import { isLoadBalancer } from './service.js';

const about = {
  id: 'ingress/stale-frontend',
  dimension: 'ingress',
  severity: 'notice',
  title: 'A load balancer Service changes its type, and may leave its address behind',
  rationale:
    'When a Service stops to be a load balancer, the cloud provider has failed to take its frontend away in several releases: the address of the internal load balancer then stays taken, and in the worst case goes on answering.',
  remedy:
    'Look at the frontends of the load balancer after the change, and delete and make the Service anew where one is left.',
} as const;

export const staleFrontend: Rule = {
  ...serviceRule(about, () => []),
  compare: (before, after) => {
    const earlier = judgedService(before)?.subject.service;
    if (!earlier || !isLoadBalancer(earlier)) return [];
    return serviceRule(about, ({ subject: { title, service } }) =>
      certainly(service.type, (type) => type === 'ClusterIP' || type === 'NodePort') === true
        ? [
            {
              message: `${title} is a load balancer no longer: its frontend and its address can stay on the load balancer of Azure.`,
              origin: service.type.origin,
            },
          ]
        : [],
    ).check(after);
  },
};
