/** The DNS name of a cluster's own private zone: of the zone that is declared here, else what ends its id. */
import type { Fact } from '../fact.js';
import { certainly, map } from '../fact.js';
import { known } from '../reading/convert.js';
import type { Link } from './link.js';
import type { PrivateDnsZone } from './model.js';

/** @returns in lower case; `''` without a zone of one's own */
export function zoneNameOf(id: Fact<string>, zone: Link<PrivateDnsZone>): Fact<string> {
  switch (zone.kind) {
    case 'here':
      return zone.target.zone;
    case 'none':
      return known('', id.origin, id.name, false);
    case 'elsewhere':
    case 'open':
      return lastSegment(id);
  }
}

const inId = '/privatednszones/';

function lastSegment(id: Fact<string>): Fact<string> {
  const named = certainly(id, (text) => text.toLowerCase().includes(inId));
  if (named) return map(id, (text) => afterLast(text.toLowerCase()));
  if (id.known) return { known: false, expression: id.value, dependsOn: [id.value], origin: id.origin, name: id.name };
  const { expression, dependsOn, origin, name } = id;
  return { known: false, expression, dependsOn, origin, name, ...partsAfter(id.parts ?? []) };
}

/** The decided parts of a text behind the type's name. */
function partsAfter(parts: readonly (string | null)[]): { readonly parts?: readonly (string | null)[] } {
  const at = parts.findLastIndex((part) => part?.toLowerCase().includes(inId) === true);
  const head = parts[at];
  if (at < 0 || head === null || head === undefined) return {};
  return { parts: [afterLast(head.toLowerCase()), ...parts.slice(at + 1).map((part) => part?.toLowerCase() ?? null)] };
}

function afterLast(text: string): string {
  return text.slice(text.lastIndexOf(inId) + inId.length);
}
