import { serviceRule } from '../define.js';
import { quoted, told } from '../words.js';

export const loadBalancerClass = serviceRule(
  {
    id: 'ingress/load-balancer-class',
    dimension: 'ingress',
    severity: 'notice',
    title: 'Another controller than Azure makes the load balancer',
    rationale:
      'With a load balancer class Azure leaves the Service alone, its annotations included. The controller of the class decides who reaches it.',
    remedy:
      'Look at the controller of the class and its own settings. Without spec.loadBalancerClass Azure takes the Service, and needs the internal annotation to keep it private.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'load-balancer-class') return [];
    const name = subject.service.loadBalancerClass;
    return [
      {
        message: `Who reaches ${subject.title} is decided by the controller of the load balancer class ${quoted(told(name))}, not by Azure.`,
        origin: name.origin,
        level: ingress.level,
      },
    ];
  },
);
