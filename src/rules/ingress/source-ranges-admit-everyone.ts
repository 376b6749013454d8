import { coverage } from '../../scoring/ranges.js';
import { admittedSources } from '../../scoring/service.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const sourceRangesAdmitEveryone = serviceRule(
  {
    id: 'ingress/source-ranges-admit-everyone',
    dimension: 'ingress',
    severity: 'error',
    title: 'The source ranges of the public Service admit everyone',
    rationale:
      'Ranges that together cover the Internet, and service tags that stand for every customer of Azure, restrict nothing. The setting only looks like a fence.',
    remedy: `List only the sources that need the Service, or make the load balancer internal. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'ranges-admit-everyone') return [];
    const admitted = coverage(admittedSources(subject.service));
    if (admitted.kind !== 'everyone') return [];
    return [
      {
        message: `${subject.title} has a public IP that is reachable from the whole Internet although it lists sources: ${admitted.why}.`,
        origin: admitted.entries[0]?.origin ?? subject.service.sourceRanges.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
