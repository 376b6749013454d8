/** Values that a version of a chart takes and does nothing with, and those with which it fails. */
import type { Value } from '../../syntax/value.js';
import { isNull } from '../../syntax/value.js';
import type { LostSetting } from '../resource.js';
import { hold } from './condition.js';
import type { IgnoredValue, RefusedValue } from './definition.js';
import { isIn } from './eras.js';
import { pathOf } from './path.js';
import { entriesOf, isTrue, valueAt } from './values.js';
import type { Variant } from './variants.js';

export function lostSettings({ chart, version }: Variant, values: Value): readonly LostSetting[] {
  return (chart.ignored ?? [])
    .filter(({ versions, when = [] }) => isIn(version, versions) && hold(when, values, []).holds === true)
    .flatMap((ignored) =>
      given(values, pathOf(ignored.value)).flatMap(([name, value]) => {
        if (isHarmless(value, ignored)) return [];
        return [{ about: ignored.about, name, origin: value.origin, reason: ignored.note }];
      }),
    );
}

function isHarmless(value: Value, { harmless = [] }: IgnoredValue): boolean {
  if (value.kind === 'scalar') return value.value === '' || harmless.some((each) => each === value.value);
  return value.kind !== 'undetermined' && isTrue(value) === false;
}

export interface Refusal {
  readonly name: string;
  readonly value: Value;
  readonly note: string;
}

export function refusals({ chart, version }: Variant, values: Value): readonly Refusal[] {
  return (chart.refused ?? [])
    .filter(({ versions }) => isIn(version, versions))
    .flatMap((refused) =>
      given(values, pathOf(refused.value))
        .filter(([, value]) => isRefused(value, refused))
        .map(([name, value]) => ({ name, value, note: refused.note })),
    );
}

function isRefused(value: Value, { boolean }: RefusedValue): boolean {
  if (value.kind === 'undetermined') return false;
  return boolean !== true || (value.kind === 'scalar' && typeof value.value === 'boolean');
}

/** Every value at a path with `*` for any key that is certainly given, with the path to it. */
function given(
  values: Value,
  path: readonly string[],
  before = '',
): readonly (readonly [name: string, value: Value])[] {
  const star = path.indexOf('*');
  const found = valueAt(values, star < 0 ? path : path.slice(0, star));
  if (found.kind !== 'given' || found.value.kind === 'undetermined') return [];
  const name = [before, ...(star < 0 ? path : path.slice(0, star))].filter((key) => key !== '').join('.');
  if (star < 0) return isNull(found.value) ? [] : [[name, found.value]];
  return entriesOf(found.value).flatMap(([key, value]) => {
    const rest = path.slice(star + 1);
    if (rest.length > 0) return given(value, rest, `${name}.${key}`);
    return isNull(value) ? [] : [[`${name}.${key}`, value] as const];
  });
}
