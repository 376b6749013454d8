/**
 * What is known of a value that the text does not fully decide: that it is not empty, which parts of a text are
 * fixed, or that it is an object that exists only at run time. Carried on `Undetermined`, so copies keep it.
 */
import { list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Origin, Scalar, Undetermined, Value } from '../../syntax/value.js';

/** A text in more pieces than this is no longer taken apart. */
const mostPieces = 200;

export type Part = string | Undetermined;
export type Text = readonly Part[];

export interface PartlyKnown extends Undetermined {
  /** Certainly neither null nor empty: a hash, an id, a text with a fixed part. */
  readonly nonEmpty?: true;
  /** The fixed and the open parts of a text, in order. */
  readonly pieces?: Text;
  /** An object of the run time: each of its members waits for itself (`aks.properties.fqdn`). */
  readonly runtime?: true;
}

/** Segments of an id whose value only the deployment knows. */
export const placeholders = {
  subscription: '{subscription}',
  resourceGroup: '{resourceGroup}',
  managementGroup: '{managementGroup}',
} as const;

const placeholder = /\{(?:subscription|resourceGroup|managementGroup)\}/i;

/** Whether a text holds a placeholder, so that its shape is known and its characters are not. */
export function isSymbolic(text: string): boolean {
  return placeholder.test(text);
}

/** An undetermined value that is certainly not empty. */
export function opaque(expression: string, waitsFor: readonly string[], origin: Origin): PartlyKnown {
  return { ...undetermined(expression, waitsFor, origin), nonEmpty: true };
}

/** An object that only the run time knows: `resourceGroup()`, `aks.properties`. Its members wait for themselves. */
export function runtime(expression: string, origin: Origin): PartlyKnown {
  return { ...undetermined(expression, [expression], origin), nonEmpty: true, runtime: true };
}

/** A member or element of a run-time object, which may be absent or empty. */
export function runtimePart(expression: string, origin: Origin): PartlyKnown {
  return { ...undetermined(expression, [expression], origin), runtime: true };
}

export function isRuntime(value: Undetermined): boolean {
  return (value as PartlyKnown).runtime === true;
}

export function isNonEmpty(value: Undetermined): boolean {
  const known = value as PartlyKnown;
  return known.nonEmpty === true || (known.pieces ?? []).some((part) => typeof part === 'string' || isNonEmpty(part));
}

/** The text of a value as `concat` and interpolation write it; `undefined` for lists and mappings. */
export function textOf(value: Value): Text | undefined {
  switch (value.kind) {
    case 'undetermined':
      return (value as PartlyKnown).pieces ?? [value];
    case 'scalar':
      return [plainText(value)];
    case 'list':
    case 'map':
      return undefined;
  }
}

/** A scalar as the template language writes it into a text: .NET names of booleans, nothing for null. */
export function plainText(value: Scalar): string {
  if (value.value === null) return '';
  if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
  return String(value.value);
}

/** The value of a text: a scalar when all of it is fixed, else undetermined with what is known of it. */
export function fromText(text: Text, origin: Origin): Scalar | Undetermined {
  const parts: Part[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (typeof part === 'string') {
      if (typeof last === 'string') parts[parts.length - 1] = last + part;
      else if (part !== '') parts.push(part);
      continue;
    }
    const known = typeof last === 'string' ? ownSegment(last, part) : undefined;
    if (known !== undefined) parts[parts.length - 1] = (last as string) + known;
    else parts.push(part);
  }
  if (parts.every((part) => typeof part === 'string')) return scalar(parts.join(''), origin);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined && typeof only !== 'string') return { ...only, origin };
  const open = parts.filter((part) => typeof part !== 'string');
  const waitsFor = [...new Set(open.flatMap((part) => part.waitsFor))].slice(0, 12);
  if (parts.length > mostPieces) return opaque(`${renderText(parts.slice(0, 4))}…`, waitsFor, origin);
  const holes = parts.map((part) => (typeof part === 'string' ? part : null));
  const value: PartlyKnown = { ...undetermined(renderText(parts), waitsFor, origin), parts: holes, pieces: parts };
  return value;
}

/** The text as one line in which open parts stand in braces: equal for equal values of one evaluation. */
export function renderText(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : `{${part.expression}}`)).join('');
}

/** Cuts a text at every fixed occurrence of a delimiter. */
export function splitText(text: Text, delimiters: readonly string[]): readonly Text[] {
  const pieces: Part[][] = [[]];
  for (const part of text) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.push(part);
      continue;
    }
    const cut = splitPlain(part, delimiters);
    cut.forEach((piece, index) => {
      if (index > 0) pieces.push([]);
      if (piece !== '') pieces.at(-1)?.push(piece);
    });
  }
  return pieces;
}

function splitPlain(text: string, delimiters: readonly string[]): readonly string[] {
  let pieces: readonly string[] = [text];
  for (const delimiter of delimiters) {
    if (delimiter !== '') pieces = pieces.flatMap((piece) => piece.split(delimiter));
  }
  return pieces;
}

/** `/subscriptions/` followed by the deployment's own subscription id, `/resourceGroups/` by its own group's name. */
function ownSegment(before: string, part: Undetermined): string | undefined {
  if (part.expression === 'subscription().subscriptionId' && /\/subscriptions\/$/i.test(before)) {
    return placeholders.subscription;
  }
  if (part.expression === 'resourceGroup().name' && /\/resourceGroups\/$/i.test(before)) {
    return placeholders.resourceGroup;
  }
  return undefined;
}

/** A document that stands inside a text: all of its values are at the place of the text. */
export function placedAt(value: Value, origin: Origin): Value {
  switch (value.kind) {
    case 'list':
      return list(
        value.items.map((item) => placedAt(item, origin)),
        origin,
      );
    case 'map': {
      const entries = [...value.entries.values()];
      return mapping(
        entries.map((entry) => ({ key: entry.key, keySpan: origin.span, value: placedAt(entry.value, origin) })),
        origin,
      );
    }
    case 'scalar':
    case 'undetermined':
      return { ...value, origin };
  }
}
