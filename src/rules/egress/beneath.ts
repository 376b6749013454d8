import type { Fact } from '../../posture/fact.js';
import type { JudgedCluster } from '../../scoring/judge.js';
import type { EgressCause } from '../../scoring/egress.js';
import { judgeEgress } from '../../scoring/egress.js';
import type { Judgement } from '../../scoring/judgement.js';
import { byDefault } from '../../scoring/judgement.js';
import { quoted } from '../words.js';

/**
 * Egress as it is apart from nodes with public addresses. They decide over every outbound type; the outbound type stays
 * worth its own word, and must not count as mended when a pull request adds a public address to a node.
 */
export function beneathNodeAddresses({ subject, egress }: JudgedCluster): Judgement<EgressCause> {
  return egress.cause === 'node-public-ip'
    ? judgeEgress({ ...subject, egress: { ...subject.egress, pools: [] } })
    : egress;
}

/** The level that a finding about this cause decides: none when nodes with public addresses decide already. */
export function decided(judged: JudgedCluster, { cause, level }: Judgement): { readonly level?: Judgement['level'] } {
  return judged.egress.cause === cause ? { level } : {};
}

/** `loadBalancer by default`; for an open choice all that can be chosen. */
export function spelled(type: Fact<string>): string {
  if (type.known) return `${type.value}${byDefault(type)}`;
  const choices = type.candidates?.map(({ value }) => value) ?? [];
  return choices.length > 0 ? [...new Set(choices)].join(' or ') : quoted(type.expression);
}
