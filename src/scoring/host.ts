/** Ingress of pods on the addresses of their nodes: as far as nodes are reached, which is the virtual network. */
import { certainly } from '../posture/fact.js';
import type { HostEntryPoint } from '../posture/entry-point.js';
import type { Judgement } from './judgement.js';
import { undecided } from './judgement.js';

export type HostCause = 'host-network' | 'undetermined';

export function judgeHost({ hostNetwork, hostPorts }: HostEntryPoint): Judgement<HostCause> {
  const onHost = certainly(hostNetwork, (on) => on);
  if (onHost === undefined && hostPorts.length === 0) {
    return undecided('whether the pods share the network of their nodes', [hostNetwork]);
  }
  return {
    level: 'private',
    cause: 'host-network',
    modifiers: [],
    because: 'on the addresses of its nodes: reachable from the virtual network',
    evidence: [...(onHost === true ? [hostNetwork.origin] : []), ...hostPorts.map(({ origin }) => origin)],
    dependsOn: [],
  };
}
