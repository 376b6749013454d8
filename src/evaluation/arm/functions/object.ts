import { parseJson } from '../../../syntax/json/parser.js';
import { SourceFile } from '../../../syntax/source.js';
import { isNull, list, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, List, Mapping, Value } from '../../../syntax/value.js';
import { element } from '../access.js';
import { equal, render, waiting } from '../inspect.js';
import { isRuntime, placedAt, plainText } from '../partial.js';
import { partial, pure } from './function.js';
import type { Call, Family } from './function.js';
import { record, result, stringOf } from './operand.js';
import { distinct } from './array.js';
import { mergeAll } from './merge.js';

/** Functions that make or change objects. */
export const objectFunctions: Family = {
  createobject: partial(0, 10_000, createObject),
  json: pure(1, 1, ([value], call) => parseJsonText(stringOf(value), call), { characters: true }),
  null: pure(0, 0, (_, call) => scalar(null, call.origin)),
  items: pure(1, 1, items),
  objectkeys: pure(1, 1, ([value], call) =>
    value?.kind === 'map' && !value.rest
      ? list(
          sorted(value).map((e) => scalar(e.key, call.origin)),
          call.origin,
        )
      : undefined,
  ),
  intersection: pure(1, 10_000, intersection),
  shallowmerge: partial(1, 1, ([value], call) => {
    if (value?.kind !== 'list' || value.rest) return undefined;
    return mergeAll(value.items, call, false);
  }),
  tryget: partial(2, 100, ([value, ...path], call) => tryGet(value, path, call, false)),
  tryindexfromend: partial(2, 2, ([value, ...path], call) => tryGet(value, path, call, true)),
  indexfromend: partial(2, 2, ([value, index], call) =>
    value && index ? element(value, index, call.span, 'error', true) : undefined,
  ),
  length: pure(1, 1, length, { characters: true }),
};

/** The JSON text as a value; every part of it stands where the call stands. */
export function parseJsonText(text: string | undefined, call: Call): Value | undefined {
  if (text === undefined || !call.session.spend(text.length >> 4, call.span)) return undefined;
  for (const candidate of [text, text.replaceAll("'", '"')]) {
    // Resource Manager also reads JSON in apostrophes: the second candidate.
    const { result } = parseJson(new SourceFile(call.span.file.path, candidate));
    if (result) return placedAt(result, call.origin);
  }
  return undefined;
}

function createObject(operands: readonly Value[], call: Call): Value | undefined {
  const entries: Entry[] = [];
  const open: Value[] = [];
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [key, value] = [operands[index], operands[index + 1]];
    if (!key || !value) continue;
    if (key.kind === 'scalar') entries.push({ key: plainText(key), keySpan: call.span, value });
    else open.push(key, value);
  }
  const rest =
    open.length > 0
      ? undetermined(render(open[0] ?? scalar(null, call.origin)), waiting(open), call.origin)
      : undefined;
  return mapping(entries, call.origin, rest);
}

/** Entries by name, lower case before upper case where only that differs, as `items` orders them. */
export function sorted(map: Mapping): readonly Entry[] {
  return [...map.entries.values()].sort((a, b) => compareText(a.key, b.key));
}

/** The order of texts in templates: like a dictionary, lower case before upper case where nothing else differs. */
export function compareText(left: string, right: string): number {
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return left === right ? 0 : left > right ? -1 : 1;
}

function items([value]: readonly Value[], call: Call): List | undefined {
  if (value?.kind !== 'map' || (value.rest && isRuntime(value.rest))) return undefined;
  if (!call.session.spend(value.entries.size, call.span)) return undefined;
  const pairs = sorted(value).map((entry) => {
    const key = scalar(entry.key, { span: entry.keySpan, from: [] });
    return record({ key, value: entry.value }, call);
  });
  return list(pairs, call.origin, value.rest);
}

function intersection(operands: readonly Value[], call: Call): Value | undefined {
  const lists = operands.filter((operand) => operand.kind === 'list');
  const maps = operands.filter((operand) => operand.kind === 'map');
  if (operands.some((operand) => (operand.kind === 'list' || operand.kind === 'map') && operand.rest)) return undefined;
  if (lists.length === operands.length) {
    const pairs = lists.reduce((product, each) => product * (each.items.length + 1), 1);
    if (!call.session.spend(Math.min(pairs, Number.MAX_SAFE_INTEGER), call.span)) return undefined;
    const [first, ...others] = lists;
    const judged = (first?.items ?? []).map((item) => ({
      item,
      answers: others.map((other) => contains(other.items, item)),
    }));
    if (judged.some(({ answers }) => answers.includes(undefined) && !answers.includes(false))) return undefined;
    return distinct(
      judged.filter(({ answers }) => answers.every((answer) => answer === true)).map(({ item }) => item),
      call,
    );
  }
  if (maps.length !== operands.length) return undefined;
  const [first, ...others] = maps;
  const common: Entry[] = [];
  for (const entry of first?.entries.values() ?? []) {
    const answers = others.map((other) => {
      const match = other.entries.get(entry.key);
      return match ? equal(match.value, entry.value) : false;
    });
    if (answers.includes(undefined) && !answers.includes(false)) return undefined;
    if (answers.every((answer) => answer === true)) common.push(entry);
  }
  return mapping(common, call.origin);
}

/** Whether a list has an item: true, false, or open. */
export function contains(items: readonly Value[], wanted: Value): boolean | undefined {
  const answers = items.map((item) => equal(item, wanted));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function tryGet(value: Value | undefined, path: readonly Value[], call: Call, fromEnd: boolean): Value | undefined {
  let at = value;
  for (const step of path) {
    if (!at || isNull(at)) return at;
    at = element(at, step, call.span, 'null', fromEnd);
  }
  return at;
}

function length([value]: readonly Value[], call: Call): Value | undefined {
  if (!value) return undefined;
  if (value.kind === 'list') return value.rest ? undefined : result(value.items.length, call);
  if (value.kind === 'map') return value.rest ? undefined : result(value.entries.size, call);
  return result(stringOf(value)?.length, call);
}
