import { certainly, is } from '../../posture/fact.js';
import type { CreationSetting } from '../../posture/creation.js';
import type { Fact } from '../../posture/fact.js';
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
    return after.creation.answer === 'replaced'
      ? [
          {
            ...common,
            message: `Terraform will replace the cluster ${before.name}: it destroys the cluster with all that runs in it and makes another one, because ${what} ${one ? "can't" : "can't all"} change in place.`,
          },
        ]
      : [
          {
            ...common,
            message: `The deployment will fail on the existing cluster ${before.name}: Azure does not accept a change of ${what} after the cluster is made.`,
            severity: 'warning',
            remedy: refusedRemedy,
          },
        ];
  },
);

const refusedRemedy =
  'Make a new cluster with the setting and move the workloads, or take this change back. A private cluster can be switched on and off later where API server VNet integration was on before.';

interface Change {
  readonly was: Fact<string | boolean>;
  readonly now: Fact<string | boolean>;
}

function changeOf({ fact: was, when }: CreationSetting, settings: readonly CreationSetting[]): readonly Change[] {
  const now = settings.find(({ fact }) => fact.name === was.name)?.fact;
  if (!now || differs(was, now) !== true) return [];
  switch (when) {
    case 'changed':
      return [{ was, now }];
    case 'chosen':
      return is(was, '') || (now.known && now.byDefault) ? [] : [{ was, now }];
    case 'cleared':
      return certainly(now, (value) => value === '') === true ? [{ was, now }] : [];
    case 'never':
      return [];
  }
}
