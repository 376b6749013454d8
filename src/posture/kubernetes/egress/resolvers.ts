/** Where the DNS of a cluster, or of single pods, asks on the Internet. */
import { isIP } from 'node:net';
import { literal } from '../../../syntax/value.js';
import type { Origin } from '../../../syntax/value.js';
import type { ResolversEgressPath } from '../../egress-path.js';
import type { Fact } from '../../fact.js';
import { known } from '../../reading/convert.js';
import type { Scope } from '../../reading/scope.js';
import { valueAt } from '../../reading/scope.js';
import type { KubernetesObject } from '../object.js';
import { isPublicAddress } from './outside.js';
import { pathOfObject } from './path-of.js';

/** `coredns-custom` is what AKS lets people add; `coredns` is theirs where they run it themselves. */
export function resolverPaths(object: KubernetesObject): readonly ResolversEgressPath[] {
  if (!/^coredns(-custom)?$/.test(object.name)) return [];
  const data = valueAt(object.scope, ['data']);
  if (data?.kind !== 'map') return [];
  const resolvers = [...data.entries.values()].flatMap(({ key, value }) => forwarded(key, value));
  return resolvers.length > 0 ? [{ ...pathOfObject(object), via: 'resolvers', resolvers }] : [];
}

/** `forward . 8.8.8.8 tls://1.1.1.1`, and `proxy`, as it was called before; comments left out. */
function forwarded(key: string, value: ReturnType<typeof valueAt>): readonly Fact<string>[] {
  if (value?.kind !== 'scalar' || typeof value.value !== 'string') return [];
  const { origin } = value;
  const lines = value.value.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const targets = lines.flatMap((line) => /^(?:forward|proxy)\s+\S+\s+(.+)$/.exec(line)?.[1]?.split(/\s+/) ?? []);
  return targets.filter(isPublicResolver).map((target) => known(target, placeIn(origin, target), key, false));
}

/** Where a word stands in a text that is written out; else the place of the text. */
function placeIn(origin: Origin, word: string): Origin {
  const { file, start, end } = origin.span;
  const at = origin.from.length === 0 ? file.text.slice(start, end).indexOf(word) : -1;
  return at < 0 ? origin : literal({ file, start: start + at, end: start + at + word.length });
}

/** Resolvers of a pod: `dnsConfig.nameservers`. */
export function podResolvers(scope: Scope, path: readonly string[]): readonly Fact<string>[] {
  const value = valueAt(scope, path);
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) =>
    item.kind === 'scalar' && isPublicResolver(String(item.value))
      ? [known(String(item.value), item.origin, 'nameservers', false)]
      : [],
  );
}

function isPublicResolver(target: string): boolean {
  const bare = target.replace(/^(tls|dns|https|grpc|quic):\/\//, '').replace(/^\[([^\]]+)\].*$/, '$1');
  const address = isIP(bare) > 0 ? bare : bare.replace(/:\d+$/, '');
  return isPublicAddress(address);
}
