/** The body of one object of a release. */
import { literal, mapping, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { plainValue } from '../modules/argument.js';
import { draft, drafted, freezing, put } from '../modules/draft.js';
import type { Span } from '../../syntax/source.js';
import { hold } from './condition.js';
import type { ChartSetting } from './definition.js';
import { pathOf } from './path.js';
import { nothing, valueOf } from './setting.js';
import type { Reading } from './setting.js';

/** What an object says besides its settings: names, labels, selectors. */
export interface Frame {
  readonly heading: Span;
  readonly properties: readonly (readonly [path: readonly string[], value: string])[];
}

/**
 * @param settings those of the version in question
 * @param built told of every object that no one wrote, with its path, so that an edit finds the way back
 */
export function bodyOf(
  { heading, properties }: Frame,
  settings: readonly ChartSetting[],
  reading: Reading,
  built: (object: Mapping, path: readonly string[]) => void,
): Mapping {
  const into = draft();
  const freeze = freezing(heading, undefined, built);
  for (const [path, value] of properties) put(into, path, plainValue(value, literal(heading)));
  for (const setting of settings) {
    const conditions = setting.when ?? [];
    const truth = hold(conditions, reading.values, reading.at);
    if (truth.holds === false || (truth.holds === undefined && !truth.otherwise)) continue;
    const value = valueOf(setting, reading);
    if (!value) continue;
    const path = pathOf(setting.to);
    if (truth.holds !== undefined) {
      putAt(into, path, value, heading, freeze);
    } else {
      const { expression, waitsFor, origin } = truth.because;
      const otherwise = drafted(into, path, freeze) ?? nothing(origin);
      put(into, path, undetermined(expression, waitsFor, origin, [value, otherwise]));
    }
  }
  const body = freeze(into, []);
  return body.kind === 'map' ? body : mapping([], literal(heading));
}

/** An open map below another of the same property stays open for what the other does not have. */
function putAt(
  into: ReturnType<typeof draft>,
  path: readonly string[],
  value: Value,
  heading: Span,
  freeze: ReturnType<typeof freezing>,
): void {
  const below = drafted(into, path, freeze);
  const open = below?.kind === 'undetermined' ? below : below?.kind === 'map' ? below.rest : undefined;
  if (value.kind === 'map' && (open ?? value.rest) && below) {
    const entries: readonly Entry[] = [
      ...(below.kind === 'map' ? below.entries.values() : []),
      ...value.entries.values(),
    ];
    const merged = new Map(entries.map((each) => [each.key, each]));
    put(into, path, nothing(literal(heading)));
    put(into, path, mapping(merged.values(), value.origin, value.rest ?? open));
    return;
  }
  if (value.kind === 'undetermined' && below?.kind === 'map') {
    put(into, path, nothing(literal(heading)));
    put(into, path, mapping(below.entries.values(), below.origin, value));
    return;
  }
  put(into, path, value);
}
