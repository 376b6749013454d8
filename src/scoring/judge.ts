/** A subject with its levels: what rules and comparison work on. */
import type { Cluster, EntryPoint, ServiceEntryPoint } from '../posture/model.js';
import { judgeApi } from './api.js';
import type { ApiCause } from './api.js';
import { judgeEgress } from './egress.js';
import type { EgressCause } from './egress.js';
import type { Judgement } from './judgement.js';
import { judgeOpenings } from './openings.js';
import type { OpeningCause } from './openings.js';
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

export interface JudgedEntryPoint {
  readonly kind: 'entry-point';
  readonly subject: EntryPoint;
  readonly api: null;
  readonly ingress: Judgement<ServiceCause> | null;
  readonly egress: null;
}

/** An entry point that is decided by a Service. */
export interface JudgedService extends JudgedEntryPoint {
  readonly subject: ServiceEntryPoint;
}

export function judgedService(judged: Judged): JudgedService | undefined {
  return judged.kind === 'entry-point' ? { ...judged, subject: judged.subject } : undefined;
}

export type Judged = JudgedCluster | JudgedEntryPoint;

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
      return { kind: 'entry-point', subject, api: null, ingress: judgeService(subject), egress: null };
  }
}
