/** Positioned values as Terraform's expressions use them: origins of computed values, what is open in them, equality. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import type { SourceFile, Span } from '../../syntax/source.js';
import { list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, List, Mapping, Origin, Scalar, Undetermined, Value } from '../../syntax/value.js';

const MAX_EXPRESSION = 160;

export function spanOf(file: SourceFile, node: { readonly start: number; readonly end: number }): Span {
  return { file, start: node.start, end: node.end };
}

/** The text of an expression on one line, shortened, for people. */
export function sourceOf(file: SourceFile, { start, end }: HclExpression): string {
  const text = file.text.slice(start, Math.min(end, start + 4 * MAX_EXPRESSION)).replace(/\s+/g, ' ');
  return text.length > MAX_EXPRESSION || end - start > 4 * MAX_EXPRESSION ? `${text.slice(0, MAX_EXPRESSION)}…` : text;
}

/**
 * The origin of what was computed at a span. Only what comes from elsewhere is kept: the way of a value has one step for
 * each definition, not one for each operand of an expression.
 */
export function computed(span: Span, operands: readonly Value[]): Origin {
  const from = new Set<Origin>();
  for (const { origin } of operands) addOutside(origin, span, from);
  return { span, from: [...from] };
}

function addOutside(origin: Origin, span: Span, from: Set<Origin>): void {
  const isInside = origin.span.file === span.file && origin.span.start >= span.start && origin.span.end <= span.end;
  if (!isInside) from.add(origin);
  else for (const one of origin.from) addOutside(one, span, from);
}

/**
 * A value where it is set: its place is the expression's, its name the one of what is set, and it comes from outside of the
 * expression. A list or object that is written here keeps what its parts come from.
 */
export function settle(value: Value, span: Span, name: string): Value {
  const { origin } = value;
  const isHere = origin.span.file === span.file && origin.span.start === span.start && origin.span.end === span.end;
  const isContainer = value.kind === 'list' || value.kind === 'map';
  if (isHere && isContainer) return { ...value, origin: { ...origin, name } };
  const from = new Set<Origin>();
  addOutside(origin, span, from);
  return { ...value, origin: { span, name, from: [...from] } };
}

/**
 * A part of a container that itself travelled: the part's own place, then every place that the container passed. A container
 * that was computed from several is followed no further; what else it depends on, the part does too.
 */
export function carry(part: Value, container: Origin): Value {
  const passed: Origin[] = [];
  let at: Origin = container;
  for (let next = at.from[0]; next; next = at.from[0]) {
    passed.push(at);
    if (at.from.length > 1) break;
    at = next;
  }
  if (passed.length === 0) return part;
  const others = at.from.length > 1 ? at.from : [];
  const origin = passed.reduceRight<Origin>(
    (from, step) => ({ ...step, from: step === at ? [from, ...others] : [from] }),
    part.origin,
  );
  return { ...part, origin };
}

/** An undetermined value that was computed from others. */
export function open(
  expression: string,
  span: Span,
  operands: readonly Value[],
  candidates?: readonly Value[],
  parts?: readonly (string | null)[],
): Undetermined {
  const known = parts?.filter((part) => part !== '');
  return undetermined(expression, waiting(operands), computed(span, operands), candidates, known);
}

/** What the open ones among values, and inside of them, wait for. */
export function waiting(values: readonly Value[]): string[] {
  const found = new Set<string>();
  walk(values, ({ waitsFor }) => {
    waitsFor.forEach((name) => found.add(name));
    return true;
  });
  return [...found];
}

/** Whether nothing in a value is open. */
export function isDecided(value: Value): boolean {
  return walk([value], () => false);
}

/**
 * Visits what is open in values, until a visit returns false.
 * A container that is used many times, as in values that refer to each other twice and twice again, is visited once.
 */
function walk(values: readonly Value[], visit: (value: Undetermined) => boolean): boolean {
  const pending: Value[] = [...values].reverse();
  const seen = new Set<unknown>();
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (value.kind === 'undetermined') {
      if (!visit(value)) return false;
    } else if (value.kind !== 'scalar') {
      const contents = value.kind === 'list' ? value.items : value.entries;
      if (value.rest && !visit(value.rest)) return false;
      if (seen.has(contents)) continue;
      seen.add(contents);
      const inside = value.kind === 'list' ? value.items : [...value.entries.values()].map((entry) => entry.value);
      for (let index = inside.length - 1; index >= 0; index -= 1) pending.push(inside[index] ?? value);
    }
  }
  return true;
}

export function nullAt(origin: Origin): Scalar {
  return scalar(null, origin);
}

/** An entry whose key stands nowhere in particular. */
export function entryOf(key: string, value: Value, keySpan: Span = value.origin.span): Entry {
  return { key, keySpan, value };
}

export function withItems(value: List, items: readonly Value[]): List {
  return list(items, value.origin, value.rest);
}

export function withEntries(value: Mapping, entries: Iterable<Entry>): Mapping {
  return mapping(entries, value.origin, value.rest);
}
