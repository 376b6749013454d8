import { certainly } from '../../posture/fact.js';
import { byDefault } from '../../scoring/judgement.js';
import { clusterChangeRule } from '../define.js';
import { told } from '../words.js';

export const policyEngineRemoved = clusterChangeRule(
  {
    id: 'egress/policy-engine-removed',
    dimension: 'egress',
    severity: 'warning',
    title: 'A cluster loses its network policy engine',
    rationale:
      'Network policies stay in the cluster when the engine goes, and nothing enforces them any more. Pods then connect to whatever the cluster lets them reach, and to each other.',
    remedy: 'Keep the engine, or change it to another one: network policy cilium, with the Cilium data plane.',
  },
  ({ subject: before }, { subject: after }) => {
    const engine = before.egress.networkPolicy;
    const now = after.egress.networkPolicy;
    const lost =
      certainly(engine, (value) => value !== 'none' && value !== '') === true &&
      certainly(now, (value) => value === 'none') === true;
    if (!lost) return [];
    return [
      {
        message: `${after.name} loses its network policy engine ${told(engine)}: it is none now${byDefault(now)}, and network policies have no effect any more.`,
        origin: now.origin,
      },
    ];
  },
);
