/**
 * How a rule file is written: what it is about, and a search in the subjects that it reads. What all discoveries share is
 * done here once: a subject that may not be deployed is said to be so, no reviewed text makes a message endless, and what
 * decides a level can be told wherever a pull request changed one of the places that decide it.
 */
import type {
  Judged,
  JudgedApplicationGateway,
  JudgedCluster,
  JudgedEgressPath,
  JudgedHost,
  JudgedPublished,
  JudgedService,
} from '../scoring/judge.js';
import { judgedApplicationGateway, judgedHost, judgedPublished, judgedService } from '../scoring/judge.js';
import type { EgressPath } from '../posture/egress-path.js';
import type { Identity } from '../posture/model.js';
import type { Discovery, Rule } from './rule.js';
import { withheld } from './withheld.js';
import { short } from './words.js';

/** Everything of a rule but its search. */
export type About = Omit<Rule, 'check' | 'compare'>;

/** A rule that reads clusters. */
export function clusterRule(about: About, find: (judged: JudgedCluster) => readonly Discovery[]): Rule {
  return rule(about, (judged) => (judged.kind === 'cluster' ? find(judged) : []));
}

/** A rule that reads Services, and the objects that a controller makes one for. */
export function serviceRule(about: About, find: (judged: JudgedService) => readonly Discovery[]): Rule {
  return rule(about, (judged) => {
    const service = judgedService(judged);
    return service ? find(service) : [];
  });
}

/** A rule that reads what changes of a cluster from one revision to the next. */
export function clusterChangeRule(
  about: About,
  find: (before: JudgedCluster, after: JudgedCluster) => readonly Discovery[],
): Rule {
  return {
    ...rule(about, () => []),
    compare: (before, after) =>
      before.kind === 'cluster'
        ? clusterRule(about, (judged) => find(before, applied(before, judged))).check(after)
        : [],
  };
}

/** The same for changes as they are written, whether they are applied or not. */
export function writtenChangeRule(
  about: About,
  find: (before: JudgedCluster, after: JudgedCluster) => readonly Discovery[],
): Rule {
  return {
    ...rule(about, () => []),
    compare: (before, after) =>
      before.kind === 'cluster' ? clusterRule(about, (judged) => find(before, judged)).check(after) : [],
  };
}

/** The cluster as it is after the deployment: what the text keeps from being applied stays as it was. */
function applied({ subject: before }: JudgedCluster, after: JudgedCluster): JudgedCluster {
  return { ...after, subject: withheld(before, after.subject) };
}

/** A rule that reads objects that are published through others. */
export function publishedRule(about: About, find: (judged: JudgedPublished) => readonly Discovery[]): Rule {
  return rule(about, (judged) => {
    const published = judgedPublished(judged);
    return published ? find(published) : [];
  });
}

/** A rule that reads pods on the addresses of their nodes. */
export function hostRule(about: About, find: (judged: JudgedHost) => readonly Discovery[]): Rule {
  return rule(about, (judged) => {
    const host = judgedHost(judged);
    return host ? find(host) : [];
  });
}

/** A rule that reads ways out of a cluster, of one kind. */
export function egressPathRule<Via extends EgressPath['via']>(
  about: About,
  via: Via,
  find: (subject: Extract<EgressPath, { via: Via }>, egress: JudgedEgressPath['egress']) => readonly Discovery[],
): Rule {
  return rule(about, (judged) => {
    if (judged.kind !== 'egress-path' || judged.subject.via !== via) return [];
    return find(judged.subject as Extract<EgressPath, { via: Via }>, judged.egress);
  });
}

/** A rule that reads Application Gateways. */
export function applicationGatewayRule(
  about: About,
  find: (judged: JudgedApplicationGateway) => readonly Discovery[],
): Rule {
  return rule(about, (judged) => {
    const gateway = judgedApplicationGateway(judged);
    return gateway ? find(gateway) : [];
  });
}

/** A rule that reads subjects of every kind. */
export function rule(about: About, find: (judged: Judged) => readonly Discovery[]): Rule {
  return {
    ...about,
    check: (judged) =>
      find(judged).map((discovery) => ({
        ...withEvidence(discovery, judged[about.dimension]?.evidence ?? []),
        message: short(ifDeployed(judged.subject, discovery.message), longestMessage),
      })),
  };
}

/** In UTF-16 code units: room for two sentences with several long names. */
const longestMessage = 900;

function ifDeployed({ conditionalOn }: Identity, message: string): string {
  if (conditionalOn.length === 0) return message;
  return `If deployed, which depends on ${conditionalOn.join(', ')}: ${message.replace(/^The /, 'the ')}`;
}

function withEvidence(discovery: Discovery, evidence: NonNullable<Discovery['also']>): Discovery {
  if (discovery.level === undefined) return discovery;
  const also = [...(discovery.also ?? []), ...evidence].filter((origin) => origin !== discovery.origin);
  return also.length > 0 ? { ...discovery, also } : discovery;
}
