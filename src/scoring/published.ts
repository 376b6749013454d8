/** Ingress of objects that are published through others: as public as the weakest way that leads to them. */
import { certainly } from '../posture/fact.js';
import type { PublishedEntryPoint, Reach, Way } from '../posture/entry-point.js';
import type { Judgement } from './judgement.js';
import { byDefault, undecided } from './judgement.js';
import type { Level } from './ladder.js';
import { weakest } from './ladder.js';
import { judgeFacts } from './service.js';

export type PublishedCause =
  | 'public-ingress-class'
  | 'public-shared-gateway'
  | 'application-gateway-for-containers'
  | 'both-internal-and-public-controller'
  | 'restricted-controller'
  | 'internal-controller'
  | 'cluster-only'
  | 'undetermined';

/** A judgement whose cause is that of the whole. */
type Reached = Omit<Judgement, 'cause'>;

export interface JudgedWay {
  readonly way: Way;
  readonly judgement: Reached;
}

export function judgePublished(subject: PublishedEntryPoint): Judgement<PublishedCause> {
  const { judgement } = weakestWay(subject);
  return { ...judgement, cause: causeOf(subject, judgement.level) };
}

/** The way that decides. */
export function weakestWay({ ways }: PublishedEntryPoint): JudgedWay {
  const [first, ...others] = ways;
  const judged: readonly JudgedWay[] = [first, ...others].map((way) => ({ way, judgement: judgeWay(way) }));
  return weakest(judged, ({ judgement }) => judgement.level) ?? { way: first, judgement: judgeWay(first) };
}

function causeOf(subject: PublishedEntryPoint, level: Level): PublishedCause {
  switch (level) {
    case 'open':
      if (subject.via === 'application-gateway-for-containers') return 'application-gateway-for-containers';
      if (subject.ways.some(isInternal)) return 'both-internal-and-public-controller';
      return subject.via === 'shared-gateway' ? 'public-shared-gateway' : 'public-ingress-class';
    case 'restricted':
      return 'restricted-controller';
    case 'private':
      return 'internal-controller';
    case 'isolated':
      return 'cluster-only';
    case 'unknown':
      return 'undetermined';
  }
}

/** A load balancer that is internal on purpose: ports on nodes are no second door that anyone chose. */
function isInternal(way: Way): boolean {
  return way.kind === 'service' && judgeFacts(way.service).cause === 'internal';
}

const levels: Readonly<Record<Reach, Level>> = {
  public: 'open',
  internal: 'private',
  nodes: 'private',
  cluster: 'isolated',
};
const reached: Readonly<Record<Reach, string>> = {
  public: 'publishes it to the Internet',
  internal: 'publishes it to the virtual network',
  nodes: 'publishes it on the addresses of nodes',
  cluster: 'keeps it inside the cluster',
};

function judgeWay(way: Way): Reached {
  switch (way.kind) {
    case 'service': {
      const judgement = judgeFacts(way.service);
      const evidence = [way.origin, ...judgement.evidence];
      return { ...judgement, because: `through ${way.through}: ${judgement.because}`, evidence };
    }
    case 'known': {
      const { reach, through } = way;
      const [value] = (['public', 'internal', 'nodes', 'cluster'] as const).filter(
        (each) => certainly(reach, (is) => is === each) === true,
      );
      if (value === undefined) return undecided(`what ${through} publishes`, [reach]);
      const because = `${through} ${reached[value]}${byDefault(reach)}`;
      const evidence = reach.origin === way.origin ? [way.origin] : [reach.origin, way.origin];
      const said = way.said ? [way.said] : [];
      return { level: levels[value], modifiers: [], because, evidence: [...evidence, ...said], dependsOn: [] };
    }
    case 'unknown': {
      const { what, dependsOn, origin } = way;
      const because = `${what} depends on ${dependsOn.join(', ') || 'what the text does not decide'}`;
      return { level: 'unknown', modifiers: [], because, evidence: [origin], dependsOn };
    }
  }
}
