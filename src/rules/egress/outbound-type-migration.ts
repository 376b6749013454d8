import { certainly } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import { isAttribute } from '../../posture/network/handle.js';
import { clusterChangeRule } from '../define.js';
import { cacheAndNoneInOneStep } from './cache-and-none-in-one-step.js';
import type { Network } from './migration.js';
import { migration, networksWith } from './migration.js';

export const outboundTypeMigration = clusterChangeRule(
  {
    id: 'egress/outbound-type-migration',
    dimension: 'egress',
    severity: 'warning',
    title: 'The outbound type of an existing cluster changes',
    rationale:
      'Azure migrates a cluster from some outbound types to some others, by the kind of its network, and refuses the rest. Every migration interrupts connections and changes the addresses that the outside sees.',
    remedy:
      'Choose an outbound type that Azure can migrate to. For any other, make a new cluster and move the workloads.',
  },
  (before, after) => {
    const [was, now] = [before.subject.egress.outboundType, after.subject.egress.outboundType];
    if (!was.known || !now.known || was.value === now.value || isRejected(after.subject)) return [];
    const networks = networksOf(before.subject, was.value);
    const answers = new Set(networks.map((network) => migration(network, was.value, now.value)));
    const [answer, another] = answers;
    if (answer === undefined || another !== undefined) return [];
    const change = `The outbound type of ${before.subject.name} changes from ${was.value} to ${now.value}`;
    const kind = networks.length === 1 ? kinds[networks[0] ?? 'managed'] : '';
    const common = { origin: now.origin };
    switch (answer) {
      case 'refused':
        return [
          {
            ...common,
            message: `${change}, which Azure refuses on an existing cluster${kind}: the deployment will fail.`,
          },
        ];
      case 'disputed':
        return [
          {
            ...common,
            message: `${change}. Azure's documentation contradicts itself on whether an existing cluster${kind} can do that: try it on another cluster first.`,
          },
        ];
      case 'allowed':
        // What breaks then is told by that rule.
        if (cacheAndNoneInOneStep.compare?.(before, after).length) return [];
        return [
          {
            ...common,
            message: `${change}. Azure does that in place: connections break, and the address that the outside sees changes${now.value === 'none' || now.value === 'block' ? ' or goes away' : ''}.`,
            severity: 'notice',
            remedy:
              'Do it in a maintenance window. Authorized IP ranges, and lists of partners that admit the old address, must follow.',
          },
        ];
      case 'unknown':
        return [];
    }
  },
);

const kinds: Readonly<Record<Network, string>> = {
  managed: ' in a network that AKS manages',
  own: ' in a network of your own',
};

/**
 * Nodes in a subnet that is named are in a network of one's own; else the outbound type so far may tell. Both kinds where the text
 * does not decide.
 */
function networksOf({ egress }: Cluster, type: string): readonly Network[] {
  const named = egress.pools.map(({ subnet }) =>
    !subnet.known && isAttribute(subnet) ? true : certainly(subnet, (id) => id !== ''),
  );
  if (named.includes(true)) return ['own'];
  if (named.length > 0 && named.every((one) => one === false)) return ['managed'];
  return networksWith(type);
}

/** Told as that. */
function isRejected({ creation, egress }: Cluster): boolean {
  return creation.answer === 'rejected' && creation.settings.some(({ fact }) => fact.name === egress.outboundType.name);
}
