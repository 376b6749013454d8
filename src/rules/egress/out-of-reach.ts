import type { Need } from '../../posture/egress-path.js';
import { egressPathRule } from '../define.js';
import { listed } from '../words.js';

export const outOfReach = egressPathRule(
  {
    id: 'egress/out-of-reach',
    dimension: 'egress',
    severity: 'warning',
    title: 'An isolated cluster needs something from the Internet',
    rationale:
      'A cluster with outbound type none or block reaches no public registry and no public repository. Pods do not start, or somebody opens a way out for them that nobody planned.',
    remedy:
      'Bring it closer: copy the image or the chart into a registry with a private endpoint, or let a cache rule of that registry fetch it.',
  },
  'pods',
  (subject) => {
    const hosts = new Map<string, Need[]>();
    for (const need of subject.needs) hosts.set(need.host, [...(hosts.get(need.host) ?? []), need]);
    return [...hosts].flatMap(([host, needs]) => {
      const [first, ...others] = needs;
      if (!first) return [];
      const cluster = first.clusters.length > 1 ? 'the clusters' : 'cluster';
      return [
        {
          message: `${subject.title} ${taking(first)} ${host}, which ${cluster} ${listed(first.clusters)} can't reach: egress is cut.`,
          origin: first.origin,
          also: others.map(({ origin }) => origin),
          key: host,
        },
      ];
    });
  },
);

function taking({ what }: Need): string {
  switch (what) {
    case 'image':
      return 'takes images from';
    case 'source':
      return 'fetches from';
    case 'host':
      return 'stands for';
  }
}
