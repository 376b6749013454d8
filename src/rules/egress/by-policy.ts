/** What the rules about network policies share: one finding for each policy that lets too much out. */
import type { Allowance } from '../../scoring/egress/admitted.js';
import type { Judgement } from '../../scoring/judgement.js';
import type { Discovery } from '../rule.js';
import { listed, quoted } from '../words.js';

/**
 * @param egress the judgement of the subject
 * @param cause the cause that the rule decides; undefined for one that decides none
 * @param sentence what a policy does, given its name and the destinations
 */
export function byPolicy(
  allowances: readonly Allowance[],
  egress: Judgement | null,
  cause: string | undefined,
  sentence: (policy: string, destinations: string) => string,
): readonly Discovery[] {
  const policies = new Map<string, Allowance[]>();
  for (const allowance of allowances) {
    const same = policies.get(allowance.policy.title);
    if (same) same.push(allowance);
    else policies.set(allowance.policy.title, [allowance]);
  }
  return [...policies].flatMap(([title, own]) => {
    const [first, ...others] = own;
    // What does not decide here is told where the policy belongs.
    if (!first || (!first.policy.own && egress?.cause !== cause)) return [];
    const what = [...new Set(own.map((each) => each.what))];
    return [
      {
        message: sentence(title, listed(what.map((each) => (each.startsWith('every') ? each : quoted(each))))),
        origin: first.place,
        also: others.map(({ place }) => place),
        key: title,
        ...(egress && egress.cause === cause ? { level: egress.level } : {}),
      },
    ];
  });
}
