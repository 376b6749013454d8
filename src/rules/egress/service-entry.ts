import { valueOf } from '../../posture/fact.js';
import { egressPathRule } from '../define.js';
import { listed, quoted, told } from '../words.js';

export const serviceEntry = egressPathRule(
  {
    id: 'egress/service-entry',
    dimension: 'egress',
    severity: 'warning',
    title: 'A ServiceEntry opens a way out of the mesh',
    rationale: 'In a mesh that lets out to registered hosts only, each ServiceEntry is a way out.',
    remedy: 'If the host has a private endpoint, use the name of that one.',
  },
  'service-entry',
  (subject, egress) => {
    if (egress?.cause !== 'service-entry') return [];
    const hosts = (valueOf(subject.hosts) ?? []).map((host) => quoted(told(host)));
    return [
      {
        message: `${subject.title} lets the mesh out to ${listed(hosts) || 'hosts outside'}.`,
        origin: egress.evidence[0] ?? { span: subject.heading, from: [] },
        level: egress.level,
        onlyAsRegression: true,
      },
    ];
  },
);
