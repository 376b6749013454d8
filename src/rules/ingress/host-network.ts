import { certainly } from '../../posture/fact.js';
import { hostRule } from '../define.js';
import { listed, told } from '../words.js';

export const hostNetwork = hostRule(
  {
    id: 'ingress/host-network',
    dimension: 'ingress',
    severity: 'notice',
    title: 'Pods are reachable on the addresses of their nodes',
    rationale:
      'With hostNetwork or hostPort a pod listens on its node. Everything that reaches nodes reaches it, past Services and what guards them, and network policies do not hold for the network of the host.',
    remedy:
      'Publish the pods through a Service. Agents of the node that need its network can listen on 127.0.0.1 or the address of the pod.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'host-network') return [];
    const shared = certainly(subject.hostNetwork, (on) => on) === true;
    const ports = `the host ports ${listed(subject.hostPorts.map(told))}`;
    return [
      {
        message: `${subject.title} is reachable on the addresses of its nodes, from the virtual network and everything connected to it, by ${shared ? 'hostNetwork' : ports}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
      },
    ];
  },
);
