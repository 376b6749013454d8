import { admittedSources } from '../../scoring/service.js';
import { serviceRule } from '../define.js';
import { listed, told } from '../words.js';
import { internalCaveat, internalFix } from './service.js';

export const sourceRanges = serviceRule(
  {
    id: 'ingress/source-ranges',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The Service has a public IP, restricted to source ranges',
    rationale:
      'A list of addresses is all that keeps the Internet out, and everyone behind a listed address or service tag is in. The address itself stays public.',
    remedy: `Make the load balancer internal, and publish what must be public through a gateway that inspects it. If the public IP must stay, keep the list short. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'source-ranges') return [];
    const sources = admittedSources(subject.service);
    return [
      {
        message: `${subject.title} has a public IP that admits listed sources only: ${listed(sources.value.map(told))}.`,
        origin: sources.value[0]?.origin ?? sources.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
