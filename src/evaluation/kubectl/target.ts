/** The object that a command names: `service web`, `svc/web`. */
import type { Value } from '../../syntax/value.js';
import { startOf } from '../releases/commands/arguments.js';
import { textOf } from '../releases/commands/release.js';

export interface Target {
  /** `Service`; as written where the word is not known. */
  readonly kind: string;
  /** Undefined where the text does not decide it. */
  readonly name: string | undefined;
  /** The arguments behind it. */
  readonly rest: readonly Value[];
}

/** Kinds by the words for them, of what can be a way in (`kubectl api-resources`). */
const kinds: Readonly<Record<string, string>> = {
  service: 'Service',
  svc: 'Service',
  ingress: 'Ingress',
  ing: 'Ingress',
  gateway: 'Gateway',
  gtw: 'Gateway',
  ingressclass: 'IngressClass',
  nginxingresscontroller: 'NginxIngressController',
  deployment: 'Deployment',
  deploy: 'Deployment',
  daemonset: 'DaemonSet',
  ds: 'DaemonSet',
  statefulset: 'StatefulSet',
  sts: 'StatefulSet',
  replicaset: 'ReplicaSet',
  rs: 'ReplicaSet',
  replicationcontroller: 'ReplicationController',
  rc: 'ReplicationController',
  pod: 'Pod',
  po: 'Pod',
};

/** @returns undefined where there are no words for an object */
export function targetIn([first, ...others]: readonly Value[]): Target | undefined {
  if (!first) return undefined;
  const start = startOf(first);
  // What is to be set, where `-f` names the object.
  if (/=|-$/.test(start)) return undefined;
  const slash = start.indexOf('/');
  const kind = kindOf(slash < 0 ? start : start.slice(0, slash));
  if (kind === undefined) return undefined;
  if (slash >= 0) return { kind, name: first.kind === 'scalar' ? start.slice(slash + 1) : undefined, rest: others };
  if (first.kind !== 'scalar') return undefined;
  const [second, ...rest] = others;
  // `kubectl annotate services --all key=value`
  const name = second && textOf(second);
  return name?.includes('=') ? { kind, name: undefined, rest: others } : { kind, name, rest };
}

/** `svc`, `services`, `services.v1`, `gateways.gateway.networking.k8s.io`. */
function kindOf(word: string): string | undefined {
  const [plain = ''] = word.toLowerCase().split('.');
  if (plain === '') return undefined;
  return (
    [plain, plain.replace(/s$/, ''), plain.replace(/es$/, '')].flatMap((each) =>
      Object.hasOwn(kinds, each) ? (kinds[each] ?? []) : [],
    )[0] ?? word
  );
}
