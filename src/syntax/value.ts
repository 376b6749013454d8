/**
 * Positioned values: what every parser yields, every evaluator computes with and every mapper reads.
 * A value knows where it stands and, through its origin, the way that it travelled to get there.
 */
import type { Span } from './source.js';

/**
 * Where a value comes from. `span` is the place where it has its effect (the use), `from` what it was computed or
 * copied from there; an origin without `from` is a literal, the place that an author edits. Example, from the use back:
 * `main.tf:5 private_cluster_enabled` <- `main.tf:3 local.private` <- `terraform.tfvars:1 exposure`.
 */
export interface Origin {
  readonly span: Span;
  /** How the language calls what stands here: `local.private`, `param exposure`, `private_cluster_enabled`. */
  readonly name?: string;
  readonly from: readonly Origin[];
  /** Present when nobody wrote the value: a published module, which the place calls, decides it. */
  readonly published?: Published;
}

/** What a published module decides by itself. */
export interface Published {
  /** The module with its version, for people. */
  readonly by: string;
  /** Whether the module has no parameter for it; else it is a default. */
  readonly fixed: boolean;
  /** What other versions, which the call admits as well, decide: `false in 7.1.0`. */
  readonly other?: string;
}

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** YAML only: the scalar exactly as written, quotes included, so that `true` and `"true"` can be told apart. */
  readonly raw?: string;
  readonly origin: Origin;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Present when further items exist that the text does not decide. */
  readonly rest?: Undetermined;
  readonly origin: Origin;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

export interface Mapping {
  readonly kind: 'map';
  /** By key, in the order of the text. A repeated key keeps the last entry here and the others in `repeated`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly repeated?: readonly Entry[];
  /** Present when keys that are not listed may be set too: a merge with something that the text does not decide. */
  readonly rest?: Undetermined;
  readonly origin: Origin;
}

/** A value that the text does not decide. Never a guess: it says what it waits for. */
export interface Undetermined {
  readonly kind: 'undetermined';
  /** The expression as written, for people. */
  readonly expression: string;
  /** What would decide it, in the words of the language: `var.outbound_type`, `param location`, `data.azurerm_subnet.x`. */
  readonly waitsFor: readonly string[];
  /** When only a choice is open (both branches of a condition), what can be chosen. */
  readonly candidates?: readonly Value[];
  /**
   * A text of which parts are decided (an interpolation): its parts in order, null for each hole. So `"${ip}/32"` is known to
   * be one address, and `"${prefix}-aks"` to end in `-aks`.
   */
  readonly parts?: readonly (string | null)[];
  readonly origin: Origin;
}

export type Value = Scalar | List | Mapping | Undetermined;

/** The way of a value as one line of places, from the place that an author edits to the place of effect. */
export function way(origin: Origin): readonly Origin[] {
  const steps: Origin[] = [];
  const seen = new Set<Origin>();
  for (let step: Origin | undefined = origin; step && !seen.has(step); step = step.from[0]) {
    seen.add(step);
    steps.unshift(step);
  }
  return steps;
}

/** Every origin that a value was computed from, itself included, the place of effect first. */
export function origins(origin: Origin): readonly Origin[] {
  const found = new Set<Origin>([origin]);
  for (const step of found) for (const from of step.from) found.add(from);
  return [...found];
}

/** The same value as seen from the place that refers to it: one more step on its way. */
export function through<V extends Value>(value: V, span: Span, name?: string): V {
  return { ...value, origin: { span, ...(name === undefined ? {} : { name }), from: [value.origin] } };
}

export function scalar(value: Scalar['value'], origin: Origin, raw?: string): Scalar {
  return raw === undefined ? { kind: 'scalar', value, origin } : { kind: 'scalar', value, raw, origin };
}

export function list(items: readonly Value[], origin: Origin, rest?: Undetermined): List {
  return rest ? { kind: 'list', items, rest, origin } : { kind: 'list', items, origin };
}

/** A mapping of entries in order; a key that comes twice keeps its last entry, as every reader of these formats does. */
export function mapping(entries: Iterable<Entry>, origin: Origin, rest?: Undetermined): Mapping {
  const last = new Map<string, Entry>();
  const repeated: Entry[] = [];
  for (const entry of entries) {
    const earlier = last.get(entry.key);
    if (earlier) repeated.push(earlier);
    last.set(entry.key, entry);
  }
  return {
    kind: 'map',
    entries: last,
    ...(repeated.length > 0 ? { repeated } : {}),
    ...(rest ? { rest } : {}),
    origin,
  };
}

export function undetermined(
  expression: string,
  waitsFor: readonly string[],
  origin: Origin,
  candidates?: readonly Value[],
  parts?: readonly (string | null)[],
): Undetermined {
  return {
    kind: 'undetermined',
    expression,
    waitsFor,
    ...(candidates && candidates.length > 0 ? { candidates } : {}),
    ...(parts?.some((part) => part !== null) ? { parts } : {}),
    origin,
  };
}

/** A literal that stands at a span. */
export function literal(span: Span): Origin {
  return { span, from: [] };
}

/**
 * The entry of a mapping under a key; `ignoreCase` as Azure Resource Manager reads property names.
 */
export function entry(map: Mapping, key: string, ignoreCase = false): Entry | undefined {
  const exact = map.entries.get(key);
  if (exact || !ignoreCase) return exact;
  const wanted = key.toLowerCase();
  for (const candidate of map.entries.values()) if (candidate.key.toLowerCase() === wanted) return candidate;
  return undefined;
}

/**
 * The member of a value under a key, with the container's way before its own. `undefined`: certainly absent.
 * Undetermined when the container, or the part of it that could hold the key, is.
 */
export function member(value: Value, key: string, ignoreCase = false): Value | undefined {
  switch (value.kind) {
    case 'undetermined':
      return undetermined(`${value.expression}.${key}`, value.waitsFor, value.origin);
    case 'map': {
      const found = entry(value, key, ignoreCase);
      if (!found) {
        return value.rest && undetermined(`${value.rest.expression}.${key}`, value.rest.waitsFor, value.rest.origin);
      }
      return carry(found.value, value.origin);
    }
    case 'scalar':
    case 'list':
      return undefined;
  }
}

/** The member at a path of keys; `undefined` as soon as one is certainly absent or null. */
export function lookup(value: Value | undefined, path: readonly string[], ignoreCase = false): Value | undefined {
  let at = value;
  for (const key of path) {
    if (!at || isNull(at)) return undefined;
    at = member(at, key, ignoreCase);
  }
  return at && isNull(at) ? undefined : at;
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/**
 * A part of a container that itself travelled: the part's own place, then every place that the container passed. A container
 * that was computed from several does not say which of them gave the part.
 */
function carry(part: Value, container: Origin): Value {
  const passed: Origin[] = [];
  let at: Origin | undefined = container;
  while (at && at.from.length > 0) {
    passed.push(at);
    at = at.from.length === 1 ? at.from[0] : undefined;
  }
  if (passed.length === 0) return part;
  const origin = passed.reduceRight<Origin>((from, step) => ({ ...step, from: [from] }), part.origin);
  return { ...part, origin };
}

/** The start of a way that never forks; undefined where a value was computed from several. */
export function startOf(origin: Origin): Origin | undefined {
  let at = origin;
  const seen = new Set<Origin>();
  while (at.from.length > 0) {
    const [next, ...others] = at.from;
    if (!next || others.length > 0 || seen.has(at)) return undefined;
    seen.add(at);
    at = next;
  }
  return at;
}
