/** Services that commands make: `kubectl expose`, and `kubectl create service`. */
import type { Value } from '../../syntax/value.js';
import { list, literal, scalar, undetermined } from '../../syntax/value.js';
import type { Setting } from '../azcli/arguments.js';
import { headingOf, treeOf } from '../azcli/tree.js';
import { lastFlag, noWriter, textOf } from '../releases/commands/release.js';
import type { Resource, Root } from '../resource.js';
import type { Call } from './call.js';
import type { Target } from './target.js';
import { targetIn } from './target.js';

/** Types by the words of `kubectl create service`. */
const types: Readonly<Record<string, string>> = {
  loadbalancer: 'LoadBalancer',
  clusterip: 'ClusterIP',
  nodeport: 'NodePort',
  externalname: 'ExternalName',
};

export interface MadeService {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly settings: readonly Setting[];
  readonly call: Call;
}

/** @returns undefined for commands that make no Service */
export function serviceOf(call: Call): MadeService | undefined {
  const origin = literal(headingOf(call.span));
  const at = (path: readonly string[], value: Value | undefined, conditional = false): readonly Setting[] =>
    value ? [{ path, value, conditional }] : [];
  if (call.verb === 'create') {
    const [service, type, name] = call.operands;
    const word = type && textOf(type);
    if (!/^(?:service|svc)$/.test((service && textOf(service)) ?? '') || !type || word === undefined) return undefined;
    const known = Object.hasOwn(types, word) ? types[word] : undefined;
    return known === undefined ? undefined : made(call, name, at(['spec', 'type'], scalar(known, type.origin)));
  }
  if (call.verb !== 'expose') return undefined;
  const flag = (name: string, path: readonly string[]): readonly Setting[] => {
    const found = call.given.flags.filter((each) => each.name === name).at(-1);
    return found ? at(path, found.value, found.conditional) : [];
  };
  const externalIp = lastFlag(call.given, 'external-ip');
  // `--overrides` merges an object of any shape into the one that is made.
  const overrides = lastFlag(call.given, 'overrides');
  const open = overrides && undetermined('--overrides', ['--overrides'], overrides.origin);
  const type = flag('type', ['spec', 'type']);
  const name = lastFlag(call.given, 'name');
  return made(call, name ?? exposed(targetIn(call.operands), origin), [
    ...(type.length > 0 ? type : at(['spec', 'type'], scalar('ClusterIP', origin))),
    ...flag('load-balancer-ip', ['spec', 'loadBalancerIP']),
    ...at(['spec', 'externalIPs'], externalIp && list([externalIp], externalIp.origin)),
    ...at(['spec'], open),
    ...at(['metadata', 'annotations'], open),
  ]);
}

/** What is exposed lends its name. */
function exposed(target: Target | undefined, origin: Value['origin']): Value | undefined {
  return target?.name === undefined ? undefined : scalar(target.name, origin);
}

function made(call: Call, name: Value | undefined, settings: readonly Setting[]): MadeService {
  const { namespace } = call;
  return { name: name && textOf(name), namespace: namespace && textOf(namespace), settings, call };
}

export function serviceResource({ name, namespace, settings, call }: MadeService, root: Root): Resource {
  const heading = headingOf(call.span);
  const told = name ?? `kubectl ${call.verb}`;
  const origin = literal(heading);
  const named: readonly Setting[] = [
    ...(name === undefined ? [] : [{ path: ['metadata', 'name'], value: scalar(name, origin), conditional: false }]),
    ...(call.namespace ? [{ path: ['metadata', 'namespace'], value: call.namespace, conditional: false }] : []),
  ];
  const condition = 'a condition of the script';
  return {
    format: 'kubernetes',
    root,
    type: 'v1/Service',
    address: `Service/${namespace ?? 'default'}/${told}`,
    name: name === undefined ? undefined : scalar(name, origin),
    body: treeOf([...named, ...settings], call.span, call.given.rest),
    span: call.span,
    heading,
    ...(call.isConditional ? { condition: undetermined(condition, [condition], origin) } : {}),
    writer: noWriter,
  };
}
