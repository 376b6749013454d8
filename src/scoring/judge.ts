/** A subject with its levels: what rules and comparison work on. */
import type { EgressPath } from '../posture/egress-path.js';
import type {
  ApplicationGatewayEntryPoint,
  EntryPoint,
  HostEntryPoint,
  PublishedEntryPoint,
  ServiceEntryPoint,
} from '../posture/entry-point.js';
import type { Cluster } from '../posture/model.js';
import { judgeApi } from './api.js';
import type { ApiCause } from './api.js';
import { judgeApplicationGateway } from './application-gateway.js';
import type { ApplicationGatewayCause } from './application-gateway.js';
import { judgeEgress } from './egress.js';
import type { EgressCause } from './egress.js';
import { judgeEgressPath } from './egress-path.js';
import type { EgressPathCause } from './egress-path.js';
import { judgeHost } from './host.js';
import type { HostCause } from './host.js';
import type { Judgement } from './judgement.js';
import { judgeOpenings } from './openings.js';
import type { OpeningCause } from './openings.js';
import { judgePublished } from './published.js';
import type { PublishedCause } from './published.js';
import { judgeService } from './service.js';
import type { ServiceCause } from './service.js';
import type { Subject } from '../posture/model.js';

export interface JudgedCluster {
  readonly kind: 'cluster';
  readonly subject: Cluster;
  readonly api: Judgement<ApiCause>;
  readonly ingress: Judgement<OpeningCause> | null;
  readonly egress: Judgement<EgressCause>;
}

interface JudgedAs<Its extends EntryPoint, Cause extends string> {
  readonly kind: 'entry-point';
  readonly subject: Its;
  readonly api: null;
  readonly ingress: Judgement<Cause> | null;
  readonly egress: null;
}

/** An entry point that is decided by a Service. */
export type JudgedService = JudgedAs<ServiceEntryPoint, ServiceCause>;
export type JudgedPublished = JudgedAs<PublishedEntryPoint, PublishedCause>;
export type JudgedHost = JudgedAs<HostEntryPoint, HostCause>;
export type JudgedApplicationGateway = JudgedAs<ApplicationGatewayEntryPoint, ApplicationGatewayCause>;
export type JudgedEntryPoint = JudgedAs<
  EntryPoint,
  ServiceCause | PublishedCause | HostCause | ApplicationGatewayCause
>;

export interface JudgedEgressPath {
  readonly kind: 'egress-path';
  readonly subject: EgressPath;
  readonly api: null;
  readonly ingress: null;
  readonly egress: Judgement<EgressPathCause> | null;
}

export type Judged = JudgedCluster | JudgedEntryPoint | JudgedEgressPath;

export function judge(subject: Subject): Judged {
  switch (subject.kind) {
    case 'cluster':
      return {
        kind: 'cluster',
        subject,
        api: judgeApi(subject),
        ingress: judgeOpenings(subject),
        egress: judgeEgress(subject),
      };
    case 'entry-point':
      return { kind: 'entry-point', subject, api: null, ingress: judgeEntryPoint(subject), egress: null };
    case 'egress-path':
      return { kind: 'egress-path', subject, api: null, ingress: null, egress: judgeEgressPath(subject) };
  }
}

function judgeEntryPoint(subject: EntryPoint): JudgedEntryPoint['ingress'] {
  switch (subject.via) {
    case 'service':
    case 'gateway':
    case 'ingress-controller':
      return judgeService(subject);
    case 'ingress':
    case 'shared-gateway':
    case 'application-gateway-for-containers':
    case 'knative':
    case 'deployment':
      return judgePublished(subject);
    case 'host':
      return judgeHost(subject);
    case 'application-gateway':
      return judgeApplicationGateway(subject);
    case 'nothing':
    case 'unmatched-patch':
    case 'changed-by-hand':
      return null;
  }
}

/** The judgement of an entry point that is decided by a Service; undefined for any other subject. */
export function judgedService(judged: Judged): JudgedService | undefined {
  if (judged.kind !== 'entry-point' || !('service' in judged.subject)) return undefined;
  return judged as JudgedService;
}

export function judgedPublished(judged: Judged): JudgedPublished | undefined {
  return judged.kind === 'entry-point' && 'ways' in judged.subject ? (judged as JudgedPublished) : undefined;
}

export function judgedHost(judged: Judged): JudgedHost | undefined {
  return judged.kind === 'entry-point' && judged.subject.via === 'host' ? (judged as JudgedHost) : undefined;
}

export function judgedApplicationGateway(judged: Judged): JudgedApplicationGateway | undefined {
  if (judged.kind !== 'entry-point' || judged.subject.via !== 'application-gateway') return undefined;
  return judged as JudgedApplicationGateway;
}
