/** Values of a JSON template with their expressions evaluated. */
import type { Span } from '../../../syntax/source.js';
import { list, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, List, Mapping, Scalar, Undetermined, Value } from '../../../syntax/value.js';
import { parseTemplate } from '../expression/parser.js';
import { integerOf, stringOf } from '../functions/operand.js';
import { computed, waiting } from '../inspect.js';
import { interpret } from '../interpreter.js';
import type { Environment, Place } from '../interpreter.js';

/** Most turns of a copy loop ("Resource iteration in ARM templates": the count can't exceed 800). */
const mostTurns = 800;

/** Evaluates every text in a value. Keys are texts as well: they may be expressions. */
export function evaluateTree(value: Value, env: Environment): Value {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? evaluateText(value, value.value, env) : value;
    case 'list':
      return env.session.descend(value.origin.span, () => {
        const items = value.items.map((item) => evaluateTree(item, env));
        return list(items, value.origin, value.rest);
      });
    case 'map':
      return env.session.descend(value.origin.span, () => evaluateMap(value, env, []));
    case 'undetermined':
      return value;
  }
}

/** Evaluates the entries of an object but for some; a `copy` array among them becomes the properties it makes. */
export function evaluateMap(map: Mapping, env: Environment, without: readonly string[]): Mapping {
  const entries: Entry[] = [];
  let open = map.rest;
  for (const entry of map.entries.values()) {
    const name = entry.key.toLowerCase();
    if (without.includes(name)) continue;
    if (name === 'copy' && entry.value.kind === 'list') entries.push(...copies(entry.value, env));
    else {
      const key = keyOf(entry, env);
      if (typeof key === 'string') entries.push({ ...entry, key, value: evaluateTree(entry.value, env) });
      else open = key;
    }
  }
  return mapping(entries, map.origin, open);
}

/** The properties that the elements of a `copy` array make: `{ name, count, input }` each. */
export function copies(loops: List, env: Environment): readonly Entry[] {
  const entries: Entry[] = [];
  for (const loop of loops.items) {
    if (loop.kind !== 'map') continue;
    const name = loop.entries.get('name');
    const input = loop.entries.get('input');
    const key = name && stringOf(name.value);
    if (key === undefined || !name || !input) continue;
    const value = repeat(loop, key, env, (inside) => evaluateTree(input.value, inside));
    entries.push({ key, keySpan: name.value.origin.span, value });
  }
  return entries;
}

/** Runs a copy loop: one value a turn. With an open count the list has one typical item and a rest. */
function repeat(loop: Mapping, name: string, env: Environment, body: (env: Environment) => Value): Value {
  const turns = turnsOf(loop, env);
  if (turns.kind === 'undetermined') return list([], loop.origin, turns);
  return list(
    turns.items.map((index) => body(withPropertyLoop(env, name, index))),
    { span: loop.origin.span, from: [loop.origin, turns.origin] },
  );
}

/** The indexes that a copy loop runs through: a list of numbers, or undetermined. */
export function turnsOf(loop: Mapping, env: Environment): List | (Value & { kind: 'undetermined' }) {
  const written = loop.entries.get('count')?.value;
  const count = written ? evaluateTree(written, env) : undefined;
  const number = integerOf(count);
  const span = written?.origin.span ?? loop.origin.span;
  if (number === undefined || number < 0 || number > mostTurns) {
    if (number !== undefined)
      env.session.problem(span, `a copy loop of ${number} turns: at most ${mostTurns} are allowed`);
    const waits = count ? waiting([count]) : [];
    return undetermined(
      'copy',
      waits.length > 0 ? waits : ['the count of the copy loop'],
      computed(span, count ? [count] : []),
    );
  }
  const origin = computed(span, count ? [count] : []);
  const items = env.session.spend(number, span)
    ? Array.from({ length: number }, (_, index) => scalar(index, origin))
    : [];
  return list(items, origin);
}

/** The environment of a turn of a resource's loop, which `copyIndex()` without a name means. */
export function withLoop(env: Environment, name: string, index: Value): Environment {
  return { ...env, loops: new Map([...env.loops, ['', index], [name.toLowerCase(), index]]) };
}

/** The environment of a turn of a property's loop, which is meant by its name where there is a resource's loop around. */
function withPropertyLoop(env: Environment, name: string, index: Value): Environment {
  const unnamed = env.loops.get('') ?? index;
  return { ...env, loops: new Map([...env.loops, ['', unnamed], [name.toLowerCase(), index]]) };
}

function keyOf(entry: Entry, env: Environment): string | Undetermined {
  if (!entry.key.startsWith('[')) return entry.key;
  const value = evaluateText(scalar(entry.key, { span: entry.keySpan, from: [] }), entry.key, env);
  return value.kind === 'undetermined' ? value : (stringOf(value) ?? entry.key);
}

function evaluateText(written: Scalar, text: string, env: Environment): Value {
  if (!text.startsWith('[')) return written;
  const parsed = parseTemplate(text);
  switch (parsed.kind) {
    case 'text':
      return parsed.text === text ? written : { ...written, value: parsed.text };
    case 'broken':
      env.session.problem(written.origin.span, `this expression can't be read: ${parsed.message}`);
      return undetermined(text, ['an expression that can be read'], written.origin);
    case 'expression':
      return interpret(parsed.expression, env, placeIn(written.origin.span, text));
  }
}

/** Offsets in the text are offsets in the file as long as the string has no escapes; else its whole span stands for them. */
function placeIn(span: Span, text: string): Place {
  const source = span.file.text;
  const inside = source.startsWith('"', span.start) ? span.start + 1 : span.start;
  if (!source.startsWith(text, inside)) return () => span;
  return (start, end) => ({ file: span.file, start: inside + start, end: inside + end });
}
