import { certainly } from '../../posture/fact.js';
import { byDefault } from '../../scoring/judgement.js';
import type { Level } from '../../scoring/ladder.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const runCommand = clusterRule(
  {
    id: 'api/run-command',
    dimension: 'api',
    severity: 'warning',
    title: 'The run command reaches the cluster around its network',
    rationale:
      'The command az aks command invoke and Run command in the portal execute kubectl and helm inside the cluster through Azure Resource Manager, from anywhere on the Internet, whatever the network lets through.',
    remedy:
      'Switch the run command off (az aks update --disable-run-command); it can be switched on again at any time. Give those who used it a way through the network first.',
  },
  ({ subject, api }) => {
    const { runCommand: command } = subject.api;
    const fence = fences[api.level];
    if (fence === undefined || certainly(command, (on) => on) !== true) return [];
    return [
      {
        message: `Whoever has the Azure permission for it can run commands in ${subject.name} from the whole Internet, ${fence.around}: the run command (az aks command invoke) is on${byDefault(command)}.`,
        origin: command.origin,
        severity: fence.severity,
        ...fixBySetting(command, false, 'Switch the run command off'),
      },
    ];
  },
);

/** What the run command goes around. Where the API server is open anyway it adds nothing. */
const fences: Readonly<
  Record<Level, { readonly around: string; readonly severity: 'warning' | 'notice' } | undefined>
> = {
  open: undefined,
  unknown: { around: 'whatever the network of the API server lets through', severity: 'notice' },
  restricted: { around: 'past the authorized IP ranges', severity: 'notice' },
  private: { around: 'past the private network', severity: 'warning' },
  isolated: { around: 'past the private network', severity: 'warning' },
};
