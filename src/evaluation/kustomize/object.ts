/** An object while it is built, and the names that it has had. */
import type { Span } from '../../syntax/source.js';
import type { Mapping } from '../../syntax/value.js';
import { isClusterScoped } from './data/scopes.js';
import { textAt } from './read.js';

export interface ObjectId {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** What changes as the layers of an overlay are put on each other. */
export interface Draft {
  value: Mapping;
  /** As it was first. */
  readonly source: Mapping;
  /** The file that declares it, or the kustomization that generates it. */
  readonly file: string;
  /** The ids that it had before it was renamed, the first one first. */
  previous: readonly ObjectId[];
  /** Prefixes and suffixes that were put on its name. */
  prefixes: readonly string[];
  suffixes: readonly string[];
  /** The entries of the kustomizations that bring and change it, outermost first. */
  uses: readonly Span[];
}

export function draftOf(value: Mapping, file: string): Draft {
  return { value, source: value, file, previous: [], prefixes: [], suffixes: [], uses: [] };
}

export function idOf(value: Mapping): ObjectId {
  const apiVersion = textAt(value, 'apiVersion') ?? '';
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: textAt(value, 'kind') ?? '',
    name: textAt(value, 'metadata', 'name') ?? '',
    namespace: textAt(value, 'metadata', 'namespace') ?? '',
  };
}

export function originalId({ previous, value }: Draft): ObjectId {
  return previous[0] ?? idOf(value);
}

export function allIds({ previous, value }: Draft): readonly ObjectId[] {
  return [...previous, idOf(value)];
}

/** To be called before what changes the id. */
export function remember(draft: Draft): void {
  const id = idOf(draft.value);
  const last = draft.previous.at(-1);
  // An object that is patched a thousand times has not had a thousand names.
  if (last && draft.previous.length > 1 && sameId(last, id) && last.namespace === id.namespace) return;
  draft.previous = [...draft.previous, id];
}

/** The places in which an author acts, outermost first: as many as a person reads. */
export function usesOf(...spans: readonly Span[]): readonly Span[] {
  return spans.slice(0, MOST_USES);
}

const MOST_USES = 20;

/** How much work a change of an object is, by the length of what declares it. */
export function costOf({ source }: Draft): number {
  const { start, end } = source.origin.span;
  return 1 + Math.ceil((end - start) / CHARACTERS_A_STEP);
}

const CHARACTERS_A_STEP = 2_000;

/** An object without a namespace is in `default`; one outside of namespaces is in none, whatever it says. */
export function effectiveNamespace(id: ObjectId): string {
  if (isClusterScoped(id)) return '';
  return id.namespace === '' ? 'default' : id.namespace;
}

export function sameId(a: ObjectId, b: ObjectId): boolean {
  return (
    a.name === b.name &&
    a.kind === b.kind &&
    a.group === b.group &&
    a.version === b.version &&
    effectiveNamespace(a) === effectiveNamespace(b)
  );
}

/** `Service shop/web`. */
export function titleOf({ kind, namespace, name }: ObjectId): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

export interface Kinds {
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly kind?: string | undefined;
}

/** What is left out fits everything. */
export function isOfKind(id: ObjectId, { group, version, kind }: Kinds): boolean {
  return (
    (group === undefined || group === id.group) &&
    (version === undefined || version === id.version) &&
    (kind === undefined || kind === id.kind)
  );
}
