/** Egress of the pods that network policies select: what all policies together let out. */
import type { PoliciesEgressPath } from '../../posture/egress-path.js';
import { certainly } from '../../posture/fact.js';
import { literal } from '../../syntax/value.js';
import type { Judgement } from '../judgement.js';
import { undecided } from '../judgement.js';
import type { Admitted, Allowance } from './admitted.js';
import { admittedBy } from './admitted.js';

export type PoliciesCause =
  | 'no-policy'
  | 'admin-policy'
  | 'default-deny-off'
  | 'policy-allows-everything'
  | 'policy-allows-any-dns'
  | 'policy-allows-destinations'
  | 'cluster-only'
  | 'undetermined';

/** Null where nothing enforces any of the policies: what leaves is then decided by the cluster alone. */
export function judgePolicies(subject: PoliciesEgressPath): Judgement<PoliciesCause> | null {
  const { policies, title, heading } = subject;
  const common = { modifiers: [], dependsOn: [] };
  if (policies.length === 0) {
    return {
      ...common,
      level: 'open',
      cause: 'no-policy',
      because: `no network policy holds for ${title} any more`,
      evidence: [literal(heading)],
    };
  }
  const enforced = policies.filter(({ inertOn }) => inertOn.length === 0);
  if (enforced.length === 0) return null;
  const origins = enforced.map(({ origin }) => origin);
  const ordinary = enforced.filter(({ family }) => family !== 'admin');
  if (ordinary.length === 0) {
    return {
      ...common,
      level: 'unknown',
      cause: 'admin-policy',
      because: 'nothing says that an engine of AKS enforces policies of this kind',
      evidence: origins,
      dependsOn: ['the network policy engine of the cluster'],
    };
  }
  const isolating = ordinary.filter(({ isolates }) => certainly(isolates, (on) => on) === true);
  const open = ordinary.filter(({ isolates }) => certainly(isolates, (on) => on) === undefined);
  if (isolating.length === 0) {
    if (open.length > 0) {
      return undecided(
        `whether a policy is about egress of ${title}`,
        open.map(({ isolates }) => isolates),
      );
    }
    return {
      ...common,
      level: 'open',
      cause: 'default-deny-off',
      because: 'the policies switch their default of denying off, so that all that they do not deny is allowed',
      evidence: ordinary.map(({ isolates }) => isolates.origin),
      withoutIt: 'open',
    };
  }
  return byAdmitted(admittedOf(subject), origins);
}

/** What the policies in force admit. */
export function admittedOf({ policies }: PoliciesEgressPath): Admitted {
  return admittedBy(policies.filter(({ inertOn, family }) => inertOn.length === 0 && family !== 'admin'));
}

function byAdmitted(admitted: Admitted, origins: readonly [] | Judgement['evidence']): Judgement<PoliciesCause> {
  const common = { modifiers: [], dependsOn: [], withoutIt: 'open' } as const;
  const places = (allowances: readonly Allowance[]): Judgement['evidence'] => allowances.map(({ place }) => place);
  if (admitted.everything.length > 0) {
    return {
      modifiers: [],
      dependsOn: [],
      level: 'open',
      cause: 'policy-allows-everything',
      because: `network policies let pods reach the Internet: ${told(admitted.everything)}`,
      evidence: places(admitted.everything),
      // One that only takes some addresses away makes nothing worse where there was none.
      ...(admitted.everything.every(({ takesAway }) => takesAway) ? { withoutIt: 'open' } : {}),
    };
  }
  if (admitted.open.length > 0) return undecided('what network policies let out', admitted.open);
  if (admitted.dns.length > 0) {
    return {
      ...common,
      level: 'restricted',
      cause: 'policy-allows-any-dns',
      because: 'network policies admit DNS to any address, through which data can leave',
      evidence: places(admitted.dns),
    };
  }
  if (admitted.finite.length > 0) {
    return {
      ...common,
      level: 'private',
      cause: 'policy-allows-destinations',
      because: `network policies admit listed destinations outside of the cluster: ${told(admitted.finite)}`,
      evidence: places(admitted.finite),
    };
  }
  return {
    ...common,
    level: 'isolated',
    cause: 'cluster-only',
    because: 'network policies keep the pods inside of the cluster',
    evidence: origins,
  };
}

function told(allowances: readonly Allowance[]): string {
  const distinct = [...new Set(allowances.map(({ what }) => what.slice(0, 80)))];
  const shown = distinct.slice(0, 3).join(', ');
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
