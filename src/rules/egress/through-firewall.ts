/** What the rules about firewalls share: one finding for each rule of a firewall that lets too much through. */
import { listed, quoted, told } from '../words.js';
import type { JudgedCluster } from '../../scoring/judge.js';
import { holesBehind } from '../../scoring/egress/behind.js';
import type { EgressCause } from '../../scoring/egress.js';
import type { Hole } from '../../scoring/egress/firewall.js';
import type { Discovery } from '../rule.js';
import { beneathNodeAddresses, decided } from './beneath.js';

/** @param sentence what the rule of a firewall does, given its name and the destinations */
export function throughHoles(
  judged: JudgedCluster,
  kind: 'everything' | 'azureCloud' | 'shared',
  cause: EgressCause | undefined,
  sentence: (rule: string, destinations: string) => string,
): readonly Discovery[] {
  const egress = beneathNodeAddresses(judged);
  return [...byRule(holesBehind(judged.subject, kind)).values()].flatMap((holes) => {
    const [first] = holes;
    if (!first) return [];
    const { firewall, rule, place } = first;
    const destinations = listed(holes.map(({ destination }) => quoted(told(destination))));
    return [
      {
        message: sentence(`Rule ${rule.name} of firewall ${firewall.name}`, destinations),
        origin: place,
        also: holes.map(({ destination }) => destination.origin),
        key: `${firewall.name}/${rule.name}`,
        ...(egress.cause === cause ? decided(judged, egress) : {}),
      },
    ];
  });
}

function byRule(holes: readonly Hole[]): ReadonlyMap<Hole['rule'], readonly Hole[]> {
  const rules = new Map<Hole['rule'], Hole[]>();
  for (const hole of holes) {
    const same = rules.get(hole.rule);
    if (same) same.push(hole);
    else rules.set(hole.rule, [hole]);
  }
  return rules;
}
