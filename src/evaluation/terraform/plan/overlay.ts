/** Lays what a plan knows over what the configuration says: the values are the plan's, the places the configuration's. */
import { parseJson } from '../../../syntax/json/parser.js';
import { SourceFile } from '../../../syntax/source.js';
import {
  isNull,
  list,
  mapping,
  type Entry,
  type List,
  type Mapping,
  type Origin,
  type Value,
} from '../../../syntax/value.js';
import { extend, reference } from '../references.js';

/** Where a value is looked for. */
export interface Place {
  /** What stands there in the configuration. */
  readonly written: Value | undefined;
  /** What to point at when nothing does. */
  readonly otherwise: Origin;
  /** How Terraform calls it: `module.aks.azurerm_kubernetes_cluster.main.identity[0]`. */
  readonly address: string;
}

/** @param unknown in the form of the value, `true` where it is known only after the deployment */
export function overlay(planned: Value | undefined, unknown: Value | undefined, place: Place): Value | undefined {
  const { written } = place;
  if (unknown?.kind === 'scalar' && unknown.value === true) return written ?? afterwards(place);
  switch (planned?.kind) {
    case undefined:
      // Only parts of it are unknown: those are all that there is.
      return unknown?.kind === 'map' ? overlayMap(undefined, unknown, place) : undefined;
    case 'map':
      return overlayMap(planned, unknown, place);
    case 'list':
      return overlayList(planned, unknown, place);
    case 'scalar': {
      if (isNull(planned)) return written && isNull(written) ? written : undefined;
      const document =
        typeof planned.value === 'string' && written?.kind === 'map' ? documentIn(planned.value) : undefined;
      if (document) return overlay(document, undefined, place);
      return { ...planned, origin: written?.origin ?? place.otherwise };
    }
    case 'undetermined':
      return planned;
  }
}

function overlayMap(planned: Mapping | undefined, unknown: Value | undefined, place: Place): Mapping {
  const written = place.written?.kind === 'map' ? place.written : undefined;
  const origin = written?.origin ?? place.written?.origin ?? place.otherwise;
  const unknowns = unknown?.kind === 'map' ? unknown.entries : new Map<string, Entry>();
  const keys = new Set([...(planned?.entries.keys() ?? []), ...unknowns.keys()]);
  const entries: Entry[] = [];
  for (const key of keys) {
    const entry = written?.entries.get(key);
    const inner: Place = { written: entry?.value, otherwise: lineOf(origin), address: `${place.address}.${key}` };
    const value = overlay(planned?.entries.get(key)?.value, unknowns.get(key)?.value, inner);
    if (value) entries.push({ key, keySpan: entry?.keySpan ?? origin.span, value });
  }
  return mapping(entries, origin);
}

function overlayList(planned: List, unknown: Value | undefined, place: Place): List {
  const written = place.written?.kind === 'list' ? place.written : undefined;
  const origin = written?.origin ?? place.written?.origin ?? place.otherwise;
  const unknowns = unknown?.kind === 'list' ? unknown.items : [];
  // Blocks and elements are matched by their order; a different number says that they are not the same.
  const isSame = written?.items.length === planned.items.length && !written.rest;
  const items = planned.items.flatMap((item, index) => {
    const inner: Place = {
      written: isSame ? written.items[index] : undefined,
      otherwise: lineOf(origin),
      address: `${place.address}[${String(index)}]`,
    };
    return overlay(item, unknowns[index], inner) ?? [];
  });
  return list(items, origin);
}

/** What is missing in a container is said of the container, whatever that came from. */
function lineOf({ span }: Origin): Origin {
  return { span, from: [] };
}

function afterwards({ address, otherwise }: Place): Value {
  const dot = address.lastIndexOf('.');
  return extend(reference(address.slice(0, dot), otherwise), address.slice(dot));
}

/** Arguments that are JSON as text are documents where the configuration writes them as such. */
function documentIn(text: string): Value | undefined {
  const { result } = parseJson(new SourceFile('', text));
  return result?.kind === 'map' ? result : undefined;
}
