import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const noneWithoutCache = clusterRule(
  {
    id: 'egress/none-without-cache',
    dimension: 'egress',
    severity: 'warning',
    title: 'Egress is cut, but system images still come from the Internet',
    rationale:
      'Without a cache, nodes pull the images of AKS from the public registry of Microsoft, which they cannot reach with outbound type none or block. Nodes then fail to start, or find a way out that nobody planned.',
    remedy:
      'Set the artifact source to Cache, with a registry of your own or the one that AKS makes. On a running cluster do it in steps: the cache first, then a new image on every node pool, only then the outbound type.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'none-without-cache') return [];
    const { name, egress: facts } = judged.subject;
    return [
      {
        message: `Egress of ${name} is not as closed as it looks: ${egress.because}.`,
        origin: facts.artifactSource.origin,
        ...decided(judged, egress),
        ...fixBySetting(facts.artifactSource, 'Cache', 'Set the artifact source to Cache'),
      },
    ];
  },
);
