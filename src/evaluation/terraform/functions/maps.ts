import {
  isNull,
  list,
  mapping,
  type Entry,
  type Mapping,
  type Undetermined,
  type Value,
} from '../../../syntax/value.js';
import { attributeOf } from '../access.js';
import { elementsOf } from '../elements.js';
import { Fault } from '../fault.js';
import { choice } from '../lift.js';
import { isNeverNull } from '../references.js';
import { identity } from '../sets.js';
import { spend } from '../session.js';
import { carry, computed, entryOf, open } from '../values.js';
import { given, opened, result, structural, textIn, type Call, type Functions } from './definition.js';
import { listIn } from './lists.js';
import { graphemes } from './strings.js';

export const mapFunctions: Functions = {
  coalesce,
  keys: structural(([value], call) => {
    const { elements, rest } = elementsOf(mapIn(value));
    return list(
      elements.map(({ key }) => key),
      computed(call.span, call.args),
      rest && open(call.source, call.span, [rest]),
    );
  }),
  length: structural(([value], call) => {
    if (value?.kind === 'scalar') return result(call, graphemes(textIn(value)).length);
    if (!value || value.rest) return opened(call);
    return result(call, value.kind === 'list' ? value.items.length : value.entries.size);
  }),
  lookup: (call) => lookUp(call),
  map: (call) => {
    const pairs = call.args.flatMap((key, index) => (index % 2 === 0 ? [[key, call.args[index + 1]] as const] : []));
    return mapping(
      pairs.map(([key, value]) => entryOf(textIn(key), given(value))),
      computed(call.span, []),
    );
  },
  matchkeys: structural(([values, keys, search], call) => {
    const wanted = new Set(listIn(search).items.map(identity));
    const all = [listIn(values), listIn(keys), listIn(search)];
    const keyed = listIn(keys).items.map(identity);
    if (all.some(({ rest }) => rest) || keyed.includes(undefined) || wanted.has(undefined)) return opened(call);
    const kept = listIn(values).items.filter((_, index) => wanted.has(keyed[index]));
    return list(kept, computed(call.span, call.args));
  }),
  merge,
  transpose: structural(([value], call) => transpose(mapIn(value), call)),
  values: structural(([value], call) => {
    const { elements, rest } = elementsOf(mapIn(value));
    return list(
      elements.map((element) => element.value),
      computed(call.span, call.args),
      rest && open(call.source, call.span, [rest]),
    );
  }),
  zipmap: structural(([keys, values], call) => {
    const names = listIn(keys);
    const items = listIn(values).items;
    if (names.rest || listIn(values).rest || names.items.some(({ kind }) => kind === 'undetermined'))
      return opened(call);
    if (names.items.length !== items.length) throw new Fault('zipmap needs as many values as keys');
    const entries = names.items.flatMap((key, index): Entry[] => {
      const value = items[index];
      return value ? [entryOf(textIn(key), value, key.origin.span)] : [];
    });
    return mapping(entries, computed(call.span, call.args));
  }),
};

function mapIn(value: Value | undefined): Mapping {
  if (value?.kind !== 'map') throw new Fault('a map or object is required');
  return value;
}

function transpose(value: Mapping, call: Call): Value {
  const origin = computed(call.span, call.args);
  const made = new Map<string, Value[]>();
  for (const { key, value: items } of elementsOf(value).elements) {
    if (items.kind === 'undetermined') return opened(call);
    for (const item of listIn(items).items) {
      if (item.kind === 'undetermined') return opened(call);
      spend(call.scope.session, call.span);
      const keys = made.get(textIn(item));
      if (keys) keys.push(key);
      else made.set(textIn(item), [key]);
    }
  }
  return mapping(
    [...made].map(([key, items]) => entryOf(key, list(items, origin))),
    origin,
    value.rest && open(call.source, call.span, [value.rest]),
  );
}

/** The first argument that is neither null nor an empty string. */
function coalesce(call: Call): Value {
  const possible: Value[] = [];
  for (const one of call.args) {
    if (isNull(one) || (one.kind === 'scalar' && one.value === '')) continue;
    possible.push(one);
    if (one.kind !== 'undetermined' || isNeverNull(one)) break;
  }
  const [first, second] = possible;
  if (!first) throw new Fault('coalesce needs an argument that is neither null nor empty');
  if (!second) return { ...first, origin: computed(call.span, [first]) };
  return choice(possible.flatMap(withoutNothing), call.source, call.span, call.args);
}

/** Of a choice, what `coalesce` would not pass over. */
function withoutNothing(value: Value): readonly Value[] {
  if (value.kind !== 'undetermined' || !value.candidates) return [value];
  return value.candidates.filter((one) => !isNull(one) && !(one.kind === 'scalar' && one.value === ''));
}

/** What later maps set wins; a map that is open may set anything that no later one does. */
function merge(call: Call): Value {
  const entries = new Map<string, Entry>();
  let rest: Undetermined | undefined;
  for (const one of call.args) {
    if (isNull(one)) continue;
    const cause = one.kind === 'undetermined' ? one : one.kind === 'map' ? one.rest : undefined;
    if (cause) {
      rest = open(call.source, call.span, rest ? [rest, cause] : [cause]);
      for (const entry of entries.values()) entries.set(entry.key, { ...entry, value: maybe(call, entry, cause) });
    }
    if (one.kind === 'undetermined') continue;
    const given = mapIn(one);
    spend(call.scope.session, call.span, given.entries.size);
    for (const entry of given.entries.values()) {
      entries.delete(entry.key);
      entries.set(entry.key, { ...entry, value: carry(entry.value, given.origin) });
    }
  }
  return mapping(entries.values(), computed(call.span, call.args), rest);
}

/** An entry that an open map may overwrite. */
function maybe(call: Call, { key, value }: Entry, cause: Undetermined): Value {
  const choices = cause.candidates?.map((candidate) =>
    candidate.kind === 'map' ? candidate.entries.get(key) : undefined,
  );
  const decided = cause.candidates?.every((candidate) => candidate.kind === 'map' && !candidate.rest);
  if (!choices || !decided) return open(`${call.source}.${key}`, value.origin.span, [value, cause]);
  return choice(
    choices.map((entry) => entry?.value ?? value),
    `${call.source}.${key}`,
    value.origin.span,
    [cause],
  );
}

function lookUp(call: Call): Value {
  const [map, key, fallback] = call.args;
  if (!map || !key || map.kind === 'undetermined' || key.kind === 'undetermined') return opened(call);
  const name = textIn(key);
  const given = mapIn(map);
  const found = given.entries.get(name);
  if (found) return carry(found.value, given.origin);
  if (given.rest || !fallback) return attributeOf(given, name);
  return { ...fallback, origin: computed(call.span, [fallback, map, key]) };
}
