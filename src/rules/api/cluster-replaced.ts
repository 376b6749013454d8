import { certainly, is } from '../../posture/fact.js';
import type { CreationSetting } from '../../posture/creation.js';
import type { Fact } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Discovery } from '../rule.js';
import { differs, valueIn } from '../change.js';
import { clusterChangeRule } from '../define.js';
import { listed } from '../words.js';

export const clusterReplaced = clusterChangeRule(
  {
    id: 'api/cluster-replaced',
    dimension: 'api',
    severity: 'error',
    title: 'A setting changes that is chosen for the life of the cluster',
    rationale:
      'Terraform destroys the cluster and makes another one: workloads, volumes and addresses are gone. Azure itself refuses the change. Both hold for changes to the better too.',
    remedy:
      'Make a new cluster beside this one with the setting, move the workloads, and remove the old one. To change only other things, take this change back.',
  },
  ({ subject: before }, { subject: after }) => {
    const changed = before.creation.settings.flatMap((setting) => changeOf(setting, after.creation.settings));
    const [first, ...others] = changed;
    if (!first) return [];
    const what = listed(
      changed.map(({ was, now }) => `${now.name} (${valueIn(was)} to ${valueIn(now)})`),
      4,
    );
    const one = others.length === 0;
    const common = { origin: first.now.origin, also: others.map(({ now }) => now.origin) };
    switch (after.creation.answer) {
      case 'replaced':
        return [
          { ...common, ...replacement(before.name, after, `${what} ${one ? "can't" : "can't all"} change in place`) },
        ];
      case 'refused':
        return [
          {
            ...common,
            message: `The deployment will fail on the existing cluster ${before.name}: Azure does not accept a change of ${what} after the cluster is made.`,
            severity: 'warning',
            remedy: refusedRemedy,
          },
        ];
      case 'rejected':
        return [
          {
            ...common,
            message: `The change of ${before.name} will be rejected: ${after.creation.rejectedBy ?? 'the tool'} does not let ${what} of an existing cluster change, so nothing of the new text is applied.`,
            severity: 'warning',
            remedy: refusedRemedy,
          },
        ];
    }
  },
);

/** What Terraform does depends on what it may do. */
function replacement(name: string, { lifecycle }: Cluster, why: string): Pick<Discovery, 'message' | 'remedy'> {
  if (lifecycle?.isKept) {
    return {
      message: `Terraform will refuse to plan: it would have to replace the cluster ${name}, because ${why}, and prevent_destroy forbids that.`,
      remedy:
        'Leave prevent_destroy where it is. Make a new cluster beside this one with the setting and move the workloads, or take this change back.',
    };
  }
  const first = lifecycle?.createsFirst
    ? ' With create_before_destroy the new one comes first, which Azure refuses while the old one has its name.'
    : '';
  return {
    message: `Terraform will replace the cluster ${name}: it destroys the cluster with all that runs in it and makes another one, because ${why}.${first}`,
  };
}

const refusedRemedy =
  'Make a new cluster with the setting and move the workloads, or take this change back. A private cluster can be switched on and off later where API server VNet integration was on before.';

interface Change {
  readonly was: Fact<string | boolean>;
  readonly now: Fact<string | boolean>;
}

function changeOf(
  { fact: was, when, except }: CreationSetting,
  settings: readonly CreationSetting[],
): readonly Change[] {
  const now = settings.find(({ fact }) => fact.name === was.name)?.fact;
  if (!now || differs(was, now) !== true) return [];
  if (except !== undefined && certainly(now, (value) => value !== except) !== true) return [];
  switch (when) {
    case 'changed':
      return [{ was, now }];
    case 'chosen':
      return is(was, '') || (now.known && now.byDefault) ? [] : [{ was, now }];
    case 'rewritten':
      return isWritten(was) && isWritten(now) ? [{ was, now }] : [];
    case 'cleared':
      return certainly(now, (value) => value === '') === true ? [{ was, now }] : [];
    case 'never':
      return [];
  }
}

function isWritten(fact: Fact<string | boolean>): boolean {
  return !(fact.known && (fact.byDefault || fact.value === ''));
}
