/**
 * Terraform's JSON syntax (`.tf.json`) as the tree of its native syntax, so that everything behind the parser reads both. Blocks
 * of providers can't be told from arguments without their schemas: they stay objects, or lists of objects.
 */
import type { HclAttribute, HclBlock, HclBody, HclExpression, HclName } from '../../syntax/hcl/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { Parsed, Problem } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { expressionIn, templateIn } from './json-texts.js';

interface Reading {
  readonly file: SourceFile;
  readonly problems: Problem[];
}

/** What may stand at the top: how many labels it has. */
const topLevel: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['provider', 1],
  ['check', 1],
  ['locals', 0],
  ['terraform', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
]);

/** Blocks of Terraform itself: what they are in, and how many labels they have. */
const inner: ReadonlyMap<string, number> = new Map([
  ['lifecycle', 0],
  ['dynamic', 1],
  ['content', 0],
  ['required_providers', 0],
  ['backend', 1],
  ['cloud', 0],
]);

/** Arguments that are read as references, types or addresses, not as text. */
const references: ReadonlySet<string> = new Set(['type', 'from', 'to', 'provider', 'iterator']);

/** Parses a file. `undefined`-like parts are left out; a text that is no JSON gives an empty body and a problem. */
export function parseJsonConfiguration(file: SourceFile): Parsed<HclBody> {
  const { result, problems } = parseJson(file);
  const reading: Reading = { file, problems: [...problems] };
  const end = file.text.length;
  const blocks = mapsIn(result).flatMap((map) => entriesOf(map).flatMap((entry) => topLevelBlocks(entry, reading)));
  return { result: { kind: 'body', file, attributes: [], blocks, start: 0, end }, problems: reading.problems };
}

function topLevelBlocks(entry: Entry, reading: Reading): HclBlock[] {
  const labels = topLevel.get(entry.key);
  return labels === undefined ? [] : blocksOf(entry, labels, reading);
}

/** `{ type: { label: { … } } }`, with lists of objects anywhere on the way. */
function blocksOf(entry: Entry, labels: number, reading: Reading): HclBlock[] {
  const type = nameOf(entry);
  const found: HclBlock[] = [];
  const go = (value: Value, names: readonly HclName[], heading: Entry): void => {
    for (const map of mapsIn(value)) {
      if (names.length === labels) found.push(blockOf(type, names, heading, map, reading));
      else for (const next of entriesOf(map)) go(next.value, [...names, nameOf(next)], next);
    }
  };
  go(entry.value, [], entry);
  return found;
}

function blockOf(
  type: HclName,
  labels: readonly HclName[],
  { keySpan }: Entry,
  map: Mapping,
  reading: Reading,
): HclBlock {
  const { start, end } = map.origin.span;
  const isLiteral = type.text === 'variable' || type.text === 'output' || type.text === 'module';
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const entry of entriesOf(map)) {
    const count = type.text === 'locals' || isLiteral ? undefined : inner.get(entry.key);
    if (count !== undefined && entry.value.kind !== 'scalar') blocks.push(...blocksOf(entry, count, reading));
    else attributes.push(attributeOf(type.text, entry, reading));
  }
  return {
    kind: 'block',
    type,
    labels,
    headingEnd: Math.max(keySpan.end, start + 1),
    body: { kind: 'body', file: reading.file, attributes, blocks, start, end },
    start: Math.min(keySpan.start, start),
    end,
  };
}

function attributeOf(block: string, entry: Entry, reading: Reading): HclAttribute {
  const { value, key } = entry;
  const { start, end } = value.origin.span;
  const isReference =
    (references.has(key) && (block === 'variable' || block === 'moved' || key === 'provider' || key === 'iterator')) ||
    (key === 'ignore_changes' && value.kind === 'scalar');
  const isPlain =
    (block === 'variable' && key === 'default') || (block === 'module' && (key === 'source' || key === 'version'));
  const expression =
    isReference && value.kind === 'scalar' && typeof value.value === 'string'
      ? expressionIn(reading.file, start, end, reading.problems)
      : expressionOf(value, isPlain, reading);
  return { kind: 'attribute', name: nameOf(entry), expression, start: entry.keySpan.start, end };
}

/** @param isPlain texts are no templates here */
function expressionOf(value: Value, isPlain: boolean, reading: Reading): HclExpression {
  const { start, end } = value.origin.span;
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' && !isPlain
        ? templateIn(reading.file, start, end, value.value, reading.problems)
        : { kind: 'literal', value: value.value, start, end };
    case 'list':
      return { kind: 'tuple', items: value.items.map((item) => expressionOf(item, isPlain, reading)), start, end };
    case 'map': {
      const items = entriesOf(value).map((entry) => {
        const span = entry.keySpan;
        const key: HclExpression = isPlain
          ? { kind: 'literal', value: entry.key, start: span.start, end: span.end }
          : templateIn(reading.file, span.start, span.end, entry.key, reading.problems);
        return {
          key,
          value: expressionOf(entry.value, isPlain, reading),
          start: span.start,
          end: entry.value.origin.span.end,
        };
      });
      return { kind: 'object', items, start, end };
    }
    case 'undetermined':
      return { kind: 'literal', value: null, start, end };
  }
}

/** The objects that a value stands for: itself, or those of a list. */
function mapsIn(value: Value | undefined): readonly Mapping[] {
  if (value?.kind === 'map') return [value];
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'map') : [];
}

/** A property called `//` is a comment. Repeated ones count, as blocks of one type may come twice. */
function entriesOf(map: Mapping): readonly Entry[] {
  return [...(map.repeated ?? []), ...map.entries.values()].filter(({ key }) => key !== '//');
}

function nameOf({ key, keySpan }: Entry): HclName {
  return { text: key, start: keySpan.start, end: keySpan.end };
}
