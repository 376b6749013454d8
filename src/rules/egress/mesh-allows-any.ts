import { egressPathRule } from '../define.js';
import { byDefault } from '../../scoring/judgement.js';
import { told } from '../words.js';

export const meshAllowsAny = egressPathRule(
  {
    id: 'egress/mesh-allows-any',
    dimension: 'egress',
    severity: 'warning',
    title: 'The mesh passes traffic on to hosts that it does not know',
    rationale:
      'With outboundTrafficPolicy ALLOW_ANY, which is the default, sidecars pass on what goes to unknown hosts. The setting of the Istio add-on stands in a ConfigMap for each revision: without one for the new revision, an upgrade falls back to the default.',
    remedy:
      'Set outboundTrafficPolicy.mode to REGISTRY_ONLY, name the hosts in ServiceEntry objects, and deny egress with network policies underneath: pods can step around a sidecar.',
  },
  'mesh',
  (subject, egress) => {
    if (egress?.cause !== 'mesh-allows-any' && egress?.cause !== 'mesh-default') return [];
    return [
      {
        message: `${subject.title} lets the mesh pass traffic on to every host outside: outboundTrafficPolicy is ${told(subject.mode)}${byDefault(subject.mode)}.`,
        origin: subject.mode.origin,
        level: egress.level,
        ...(egress.implied ? { onlyAsRegression: true } : {}),
      },
    ];
  },
);
