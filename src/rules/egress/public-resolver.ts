import type { EgressPath } from '../../posture/egress-path.js';
import { rule } from '../define.js';
import { told } from '../words.js';

export const publicResolver = rule(
  {
    id: 'egress/public-resolver',
    dimension: 'egress',
    severity: 'warning',
    title: 'DNS queries go to a public resolver',
    rationale:
      'A resolver on the Internet does not know private DNS zones, so that names of private endpoints resolve to public addresses or not at all. It learns every name that workloads ask for, and data can leave in queries.',
    remedy:
      'Leave out the resolver: Azure DNS (168.63.129.16) knows the zones that are linked to the virtual network. Or name a resolver of your own there.',
  },
  (judged) => {
    if (judged.kind !== 'egress-path' || !asks(judged.subject)) return [];
    const { subject } = judged;
    const who =
      subject.via === 'pods' ? `Pods of ${subject.title} ask` : `${subject.title} makes the whole cluster ask`;
    const distinct = new Map(subject.resolvers.map((resolver) => [told(resolver), resolver]));
    return [...distinct].map(([address, { origin }]) => ({
      message: `${who} the public resolver ${address}, which does not know private DNS zones and learns what is asked for.`,
      origin,
      key: address,
    }));
  },
);

function asks(subject: EgressPath): subject is Extract<EgressPath, { via: 'pods' | 'resolvers' }> {
  return subject.via === 'pods' || subject.via === 'resolvers';
}
