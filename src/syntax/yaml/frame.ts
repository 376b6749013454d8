/** A collection while its parts are still being read. */
import type { Span } from '../source.js';
import { list, through } from '../value.js';
import type { Entry, Mapping, Origin, Value } from '../value.js';

/** A finished value with what it weighs once aliases are followed, so that whoever walks it can trust a bound. */
export interface Weighed {
  readonly value: Value;
  /** How many values it holds, itself included. */
  readonly size: number;
  /** How many collections are nested in it, itself included; 0 for a scalar. */
  readonly height: number;
}

interface Open {
  readonly start: number;
  /** Whether it ends with a bracket. */
  readonly bracketed: boolean;
  readonly anchor: string | undefined;
  size: number;
  height: number;
}

export interface ListFrame extends Open {
  readonly kind: 'list';
  readonly items: Value[];
}

export interface MapFrame extends Open {
  readonly kind: 'map';
  readonly entries: Map<string, Entry>;
  repeated: Entry[] | undefined;
  /** Keys that came by a merge and that a key of the mapping's own may still replace. */
  merged: Set<string> | undefined;
  key: string | undefined;
  /** Where the pending key stands; without one, the key is a merge. */
  keySpan: Span | undefined;
}

export type Frame = ListFrame | MapFrame;

export function openList(start: number, bracketed: boolean, anchor: string | undefined): ListFrame {
  return { kind: 'list', start, bracketed, anchor, size: 1, height: 1, items: [] };
}

export function openMap(start: number, bracketed: boolean, anchor: string | undefined): MapFrame {
  return {
    kind: 'map',
    start,
    bracketed,
    anchor,
    size: 1,
    height: 1,
    entries: new Map<string, Entry>(),
    repeated: undefined,
    merged: undefined,
    key: undefined,
    keySpan: undefined,
  };
}

export function closeFrame(frame: Frame, origin: Origin): Weighed {
  const { size, height } = frame;
  if (frame.kind === 'list') return { value: list(frame.items, origin), size, height };
  const { entries, repeated } = frame;
  return { value: { kind: 'map', entries, ...(repeated ? { repeated } : {}), origin }, size, height };
}

/** Puts an entry that is written in the mapping itself. */
export function putOwn(frame: MapFrame, entry: Entry): void {
  const earlier = frame.entries.get(entry.key);
  if (earlier && !frame.merged?.delete(entry.key)) (frame.repeated ??= []).push(earlier);
  frame.entries.set(entry.key, entry);
}

/**
 * Merges (`<<`) a mapping, or the mappings of a list, of which the first wins. False when it is something else.
 *
 * The YAML merge type says that a mapping's own keys win. go-yaml 2, with which kubectl and Helm read, goes by the order of
 * the text instead (`decode.go`, `merge`): a merge replaces own keys above it, own keys below replace merged ones. The replaced
 * own key is kept in `repeated`, as other readers (kustomize) keep it.
 */
export function putMerged(frame: MapFrame, source: Value): boolean {
  const inlineList = source.kind === 'list' && source.origin.from.length === 0;
  const sources = inlineList ? [...source.items].reverse() : [source];
  if (!sources.every((each): each is Mapping => each.kind === 'map')) return false;
  for (const each of sources) {
    for (const entry of each.entries.values()) {
      const earlier = frame.entries.get(entry.key);
      if (earlier && !frame.merged?.has(entry.key)) (frame.repeated ??= []).push(earlier);
      (frame.merged ??= new Set()).add(entry.key);
      frame.entries.set(entry.key, travelled(entry, each));
    }
  }
  return true;
}

/** An entry of an anchored mapping has its effect where the alias stands. */
function travelled(entry: Entry, source: Mapping): Entry {
  if (source.origin.from.length === 0) return entry;
  return { ...entry, value: through(entry.value, source.origin.span, source.origin.name) };
}
