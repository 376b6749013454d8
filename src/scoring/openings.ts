/** Ingress that a cluster opens by itself: add-ons that bring a load balancer, ports of nodes. Null when it opens nothing. */
import { certainly } from '../posture/fact.js';
import type { Cluster, Opening } from '../posture/model.js';
import type { Judgement } from './judgement.js';
import { byDefault, undecided } from './judgement.js';
import { weakest } from './ladder.js';
import { judgeNodePorts } from './node-ports.js';

export type OpeningCause = 'public-add-on' | 'internal-add-on' | 'node-ports' | 'undetermined';

export function judgeOpenings(cluster: Cluster): Judgement<OpeningCause> | null {
  const addOnsJudged = cluster.openings.flatMap((opening) => judgeOpening(opening) ?? []);
  const ports = judgeNodePorts(cluster);
  const judged: readonly Judgement<OpeningCause>[] = ports ? [...addOnsJudged, ports] : addOnsJudged;
  return weakest(judged, (judgement) => judgement.level) ?? null;
}

export const addOns: Readonly<Record<Opening['via'], string>> = {
  'application-routing': 'the application routing add-on',
  'istio-external-gateway': 'the external gateway of the Istio add-on',
  'istio-internal-gateway': 'the internal gateway of the Istio add-on',
  'application-gateway': 'the Application Gateway ingress add-on',
  'http-application-routing': 'the HTTP application routing add-on',
};

function judgeOpening({ via, exposure, said }: Opening): Judgement<OpeningCause> | undefined {
  if (certainly(exposure, (value) => value === 'none') === true) return undefined;
  const isPublic = certainly(exposure, (value) => value === 'public');
  if (isPublic === undefined) return undecided(`what ${addOns[via]} opens`, [exposure]);
  return {
    level: isPublic ? 'open' : 'private',
    cause: isPublic ? 'public-add-on' : 'internal-add-on',
    modifiers: [],
    because: `${addOns[via]} has ${isPublic ? 'a public' : 'an internal'} load balancer${byDefault(exposure)}`,
    evidence: said ? [exposure.origin, said] : [exposure.origin],
    dependsOn: [],
  };
}
