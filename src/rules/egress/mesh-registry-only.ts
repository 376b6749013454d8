import { egressPathRule } from '../define.js';

export const meshRegistryOnly = egressPathRule(
  {
    id: 'egress/mesh-registry-only',
    dimension: 'egress',
    severity: 'notice',
    title: 'Pods can step around the filter of the mesh',
    rationale:
      'REGISTRY_ONLY is a setting of the sidecars. A pod without one, or one that excludes addresses from it, connects straight to the outside.',
    remedy: 'Keep REGISTRY_ONLY, and deny egress with network policies underneath.',
  },
  'mesh',
  (subject, egress) =>
    egress?.cause === 'mesh-registry-only'
      ? [
          {
            message: `${subject.title} lets the mesh out to registered hosts only, but a pod can step around its sidecar: a network policy has to hold underneath.`,
            origin: subject.mode.origin,
            level: egress.level,
          },
        ]
      : [],
);
