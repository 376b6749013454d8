/** From the arguments of a call to the properties of what the module deploys. */
import { isNull, list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { List, Mapping, Origin, Value } from '../../syntax/value.js';
import type { Span } from '../../syntax/source.js';
import { argumentAt, effective, holds, plainValue } from './argument.js';
import type { Reading } from './argument.js';
import type { Setting } from './definition.js';
import { draft, drafted, freezing, put } from './draft.js';

/** Objects of arguments and of what was built of them: what a fix needs to find its way back. */
export interface Level {
  /** The settings between the two. */
  readonly settings: readonly Setting[];
  /** The arguments; `undefined` when they stand somewhere else and were handed on. */
  readonly args: Mapping | undefined;
  /** The keys to these settings inside the arguments, and inside what was built. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Building extends Reading {
  /** Where what the module makes by itself is said to stand: the line of the call. */
  readonly heading: Span;
  readonly isActive: (setting: Setting) => boolean;
  readonly levels: WeakMap<Mapping, Level>;
}

type Place = Omit<Level, 'settings' | 'to'>;

/** @param place where the arguments stand */
export function build(
  settings: readonly Setting[],
  args: Value,
  building: Building,
  place: Place,
  isNested = false,
): Mapping {
  const active = settings.filter(building.isActive);
  const into = draft();
  const span = args.origin.from.length === 0 ? args.origin.span : building.heading;
  const freeze = freezing(isNested ? span : building.heading, building.open, (object, to) =>
    building.levels.set(object, { settings: active, ...place, to }),
  );
  for (const setting of active) {
    if (setting.to === undefined) continue;
    const path = setting.to.split('.');
    const truth = holds(setting.when, args);
    const value = truth.holds === false ? undefined : valueOf(setting, args, building, place, isNested);
    if (!value) continue;
    if (truth.holds === undefined) {
      const { expression, waitsFor, origin } = truth.because;
      const otherwise = drafted(into, path, freeze) ?? scalar(null, origin);
      put(into, path, undetermined(expression, waitsFor, origin, [value, otherwise]));
    } else {
      put(into, path, value);
    }
  }
  const built = freeze(into, []);
  return built.kind === 'map' ? built : mapping([], built.origin, building.open);
}

function valueOf(
  setting: Setting,
  args: Value,
  building: Building,
  place: Place,
  isNested: boolean,
): Value | undefined {
  if (setting.from === undefined) {
    if (setting.value === undefined || building.open) return undefined;
    return plainValue(setting.value, deciding(setting, args) ?? building.assumed(setting.when === undefined, setting));
  }
  const from = [...place.from, ...setting.from.split('.')];
  const given = effective(argumentAt(args, setting.from), setting, building, isNested);
  return given && passed(given, setting, building, { ...place, from });
}

/** The argument on whose condition the module sets something by itself. */
function deciding({ when = [] }: Setting, args: Value): Origin | undefined {
  for (const { from } of when) {
    const given = argumentAt(args, from);
    if (given && !isNull(given)) return given.origin;
  }
  return undefined;
}

/** The value as the module hands it on. */
function passed(value: Value, setting: Setting, building: Building, place: Place): Value | undefined {
  const { from = '', members, items, whenFilled } = setting;
  if (setting.named === true) return undetermined(`what ${from} names`, [`what ${from} names`], value.origin);
  if (!members && !items && whenFilled !== true) return value;
  if (value.kind === 'undetermined') {
    if (!value.candidates) return value;
    const candidates = value.candidates.map(
      (candidate) => passed(candidate, setting, building, place) ?? scalar(null, candidate.origin),
    );
    return undetermined(value.expression, value.waitsFor, value.origin, candidates);
  }
  if (value.kind === 'scalar') return value;
  if (whenFilled === true) return block(value);
  if (items) return listOf(value, items, building);
  return value.kind === 'map' && members ? build(members, value, building, reached(place, value), true) : value;
}

/** Arguments that were handed on from somewhere else are not edited through the call. */
function reached(place: Place, value: Mapping): Place {
  return value.origin.from.length === 0 ? place : { ...place, args: undefined };
}

function listOf(value: List | Mapping, items: readonly Setting[], building: Building): Value {
  const all = value.kind === 'list' ? value.items : [...value.entries.values()].map((entry) => entry.value);
  const rest = value.rest;
  const made = all.map((item): Value => {
    if (item.kind !== 'map') return item;
    const args = item.origin.from.length === 0 ? item : undefined;
    return build(items, item, building, { args, from: [] }, true);
  });
  return list(made, value.origin, rest);
}

/** A block without content, as often as there is something that makes it. */
function block(value: List | Mapping): Value | undefined {
  const size = value.kind === 'list' ? value.items.length : value.entries.size;
  const made = mapping([], value.origin);
  if (size > 0) return made;
  if (!value.rest) return undefined;
  const { expression, waitsFor, origin } = value.rest;
  return undetermined(expression, waitsFor, origin, [scalar(null, origin), made]);
}
