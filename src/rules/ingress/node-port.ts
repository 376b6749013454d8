import { serviceRule } from '../define.js';

export const nodePort = serviceRule(
  {
    id: 'ingress/node-port',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The Service opens a port on every node',
    rationale:
      'A node port is open to everything that reaches a node: the virtual network and all that is connected to it, and the Internet too as soon as nodes have public addresses and a security rule lets the port through.',
    remedy: 'Use a ClusterIP for what only the cluster calls, and one internal ingress or load balancer for the rest.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'node-port') return [];
    return [
      {
        message: `${subject.title} becomes reachable on a port of every node, from the virtual network and everything connected to it.`,
        origin: subject.service.type.origin,
        level: ingress.level,
        onlyAsRegression: true,
      },
    ];
  },
);
