/**
 * The static reading and Helm's own: Helm decides what is there and which values it has, the static reading where each of them comes
 * from. What only a cluster, or the one who installs, decides stays open: Helm makes it up when it renders without them.
 */
import type { SourceFile } from '../../syntax/source.js';
import { lookup } from '../../syntax/value.js';
import type { Entry, Origin, Undetermined, Value } from '../../syntax/value.js';
import { literal } from '../../syntax/value.js';
import type { RenderedDocument } from './template/render.js';
import type { PrintedDocument } from './output.js';

/** Sources of values that Helm has no answer for by itself, in the words of the static reading. */
const MADE_UP =
  /\.Release\.(?:Namespace|Revision|IsUpgrade|IsInstall)\b|\.Capabilities\b|\blookup\b|\b(?:rand|gen[A-Z]|uuidv4|now\b)/;

/** @param namespaced whether the namespace of the release is known */
export function reconcile(
  static_: readonly RenderedDocument[],
  printed: readonly PrintedDocument[],
): readonly RenderedDocument[] {
  const left = new Map<string, RenderedDocument[]>();
  for (const document of static_) {
    for (const key of [keyOf(document)]) left.set(key, [...(left.get(key) ?? []), document]);
  }
  const take = (key: string): RenderedDocument | undefined => left.get(key)?.shift();
  const exact = printed.map((document) => ({ document, match: take(keyOf(document)) }));
  const unnamed = [...left.values()].flat();
  const documents = exact.map(({ document, match }): RenderedDocument => {
    const found = match ?? takeAlike(document, unnamed);
    const { template } = document;
    if (!found) return { template, value: placedAt(document.value, headingIn(template, document.value)) };
    const open = found.condition?.kind === 'undetermined' && isMadeUp(found.condition);
    const { condition, ...decided } = found;
    return { ...decided, value: merged(found.value, document.value), ...(open && condition ? { condition } : {}) };
  });
  // What Helm leaves out by something that it made up may be there all the same.
  const kept = unnamed.filter(({ condition }) => condition?.kind === 'undetermined' && isMadeUp(condition));
  return [...documents, ...kept];
}

function keyOf({ template, value }: PrintedDocument): string {
  return [template.path, ...[['kind'], ['metadata', 'name']].map((path) => textAt(value, path) ?? '?')].join('\0');
}

/** A document of the same template and kind whose name the static reading could not tell. */
function takeAlike({ template, value }: PrintedDocument, unnamed: RenderedDocument[]): RenderedDocument | undefined {
  const kind = textAt(value, ['kind']);
  const at = unnamed.findIndex((each) => {
    const ownKind = textAt(each.value, ['kind']);
    return (
      each.template === template &&
      (ownKind === undefined || ownKind === kind) &&
      textAt(each.value, ['metadata', 'name']) === undefined
    );
  });
  return at < 0 ? undefined : unnamed.splice(at, 1)[0];
}

function textAt(value: Value, path: readonly string[]): string | undefined {
  const found = lookup(value, path);
  return found?.kind === 'scalar' ? String(found.value) : undefined;
}

function isMadeUp({ expression, waitsFor }: Undetermined): boolean {
  return waitsFor.length > 0 ? waitsFor.some((each) => MADE_UP.test(each)) : MADE_UP.test(expression);
}

/** The value that Helm gives, with the origin of the static one. Both nest as deep as the YAML parser allows. */
function merged(known: Value, given: Value): Value {
  if (known.kind === 'undetermined') return isMadeUp(known) ? known : placedAt(given, known.origin);
  if (given.kind === 'scalar') {
    return known.kind === 'scalar' && known.value === given.value ? known : placedAt(given, known.origin);
  }
  if (given.kind === 'list') {
    const items = known.kind === 'list' ? known.items : [];
    return {
      kind: 'list',
      items: given.items.map((item, index) => mergedOr(items[index], item, known.origin)),
      origin: known.origin,
    };
  }
  if (given.kind === 'map') {
    const own = known.kind === 'map' ? known.entries : new Map<string, Entry>();
    const entries = [...given.entries.values()].map(({ key, value }): [string, Entry] => {
      const entry = own.get(key);
      const keySpan = entry?.keySpan ?? known.origin.span;
      return [key, { key, keySpan, value: mergedOr(entry?.value, value, known.origin) }];
    });
    return { kind: 'map', entries: new Map(entries), origin: known.origin };
  }
  return known;
}

function mergedOr(known: Value | undefined, given: Value, origin: Origin): Value {
  return known ? merged(known, given) : placedAt(given, origin);
}

/** Everything in a value stands at one place: nothing closer is known. */
function placedAt(value: Value, origin: Origin): Value {
  switch (value.kind) {
    case 'scalar':
      return { ...value, origin };
    case 'list':
      return { kind: 'list', items: value.items.map((item) => placedAt(item, origin)), origin };
    case 'map': {
      const entries = [...value.entries.values()].map(({ key, value: inner }): [string, Entry] => [
        key,
        { key, keySpan: origin.span, value: placedAt(inner, origin) },
      ]);
      return { kind: 'map', entries: new Map(entries), origin };
    }
    case 'undetermined':
      return value;
  }
}

/** The line of a template that says the kind of an object; its first line where the kind is computed. */
function headingIn(file: SourceFile, value: Value): Origin {
  const kind = textAt(value, ['kind']) ?? '';
  const line = file.text.split('\n').findIndex((each) => /^\s*kind:/.test(each) && each.includes(kind));
  const start = file.lineStart(Math.max(line, 0) + 1);
  return literal({ file, start, end: start + file.line(Math.max(line, 0) + 1).length });
}
