import type { Fact } from '../../posture/fact.js';
import { clusterChangeRule } from '../define.js';
import { told } from '../words.js';

export const meshRevisionWithoutSettings = clusterChangeRule(
  {
    id: 'egress/mesh-revision-without-settings',
    dimension: 'egress',
    severity: 'notice',
    title: 'A new revision of the mesh starts without the settings of the old one',
    rationale:
      'The Istio add-on reads its settings from a ConfigMap a revision. A revision without one passes traffic on to every host, whatever the ConfigMap of the old revision says: REGISTRY_ONLY is lost on the day of the upgrade.',
    remedy:
      'Bring a ConfigMap istio-shared-configmap-REVISION into aks-istio-system, with the same outboundTrafficPolicy, before the upgrade.',
  },
  ({ subject: before }, { subject: after }) => {
    const earlier = namesIn(before.meshRevisions);
    if (earlier.length === 0 || !after.meshRevisions.known) return [];
    return after.meshRevisions.value.flatMap((revision) => {
      if (!revision.known || earlier.includes(revision.value)) return [];
      return [
        {
          message: `The mesh of ${after.name} gets the revision ${told(revision)}: without a ConfigMap istio-shared-configmap-${told(revision)} of its own it admits every destination.`,
          origin: revision.origin,
          key: revision.value,
        },
      ];
    });
  },
);

function namesIn(list: Fact<readonly Fact<string>[]>): readonly string[] {
  return list.known ? list.value.flatMap((name) => (name.known ? [name.value] : [])) : [];
}
