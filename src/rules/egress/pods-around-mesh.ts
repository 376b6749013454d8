import { bypassRule } from './bypass.js';

export const podsAroundMesh = bypassRule(
  {
    id: 'egress/pods-around-mesh',
    dimension: 'egress',
    severity: 'warning',
    title: 'Pods send everything past their sidecar',
    rationale:
      'A sidecar that excludes all addresses sees nothing of what its pod sends out: neither REGISTRY_ONLY nor an egress gateway hold for it.',
    remedy: 'Exclude the single ranges that must not go through the sidecar, if any.',
  },
  'mesh',
  (who, by) => `Pods of ${who} send everything past their sidecar, and past what the mesh filters, by ${by}.`,
);
