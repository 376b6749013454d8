import { listed, quoted, told } from '../words.js';
import { egressPathRule } from '../define.js';
import { valueOf } from '../../posture/fact.js';

export const serviceEntryEverything = egressPathRule(
  {
    id: 'egress/service-entry-everything',
    dimension: 'egress',
    severity: 'warning',
    title: 'A ServiceEntry makes every host a known one',
    rationale:
      'In a mesh that lets out to registered hosts only, each ServiceEntry is a way out. One for all hosts, for a whole top-level domain or for all addresses gives the filter up.',
    remedy: 'Name the hosts in full, one ServiceEntry for each service that workloads call.',
  },
  'service-entry',
  (subject, egress) => {
    if (egress?.cause !== 'service-entry-everything') return [];
    const hosts = (valueOf(subject.hosts) ?? []).map((host) => quoted(told(host)));
    return [
      {
        message: `${subject.title} makes every host a known one to the mesh: its hosts are ${listed(hosts) || 'none, its addresses all'}.`,
        origin: egress.evidence[0] ?? { span: subject.heading, from: [] },
        level: egress.level,
      },
    ];
  },
);
