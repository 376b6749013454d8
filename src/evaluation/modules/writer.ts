/** Edits of a call: a property of what the module deploys is set by the parameter that it comes from. */
import type { Mapping } from '../../syntax/value.js';
import type { Writer } from '../resource.js';
import { holds } from './argument.js';
import type { Level } from './build.js';
import type { Setting } from './definition.js';

/** @param own writes into the text of the call */
export function callWriter(own: Writer, levels: WeakMap<Mapping, Level>): Writer {
  return {
    set(container, path, value) {
      const level = levels.get(container);
      // An object that the module passes on as it is was written by the caller.
      if (!level) return own.set(container, path, value);
      const { settings, args, from, to } = level;
      const parameter = args && parameterOf(settings, [...to, ...path], args);
      return parameter && own.set(args, [...from, ...parameter], value);
    },
  };
}

/** The keys of the parameter that becomes a property; `undefined` when the module has none for it, or changes it on the way. */
function parameterOf(
  settings: readonly Setting[],
  property: readonly string[],
  args: Mapping | undefined,
): readonly string[] | undefined {
  for (const { from, to, members, items, whenFilled, named, when } of settings.toReversed()) {
    if (from === undefined || to === undefined || items || whenFilled === true || named === true) continue;
    const target = to.split('.');
    if (target.some((key, index) => property[index] !== key)) continue;
    if (args ? holds(when, args).holds !== true : when) continue;
    const rest = property.slice(target.length);
    const inner = members && rest.length > 0 ? parameterOf(members, rest, undefined) : rest;
    if (inner) return [...from.split('.'), ...inner];
  }
  return undefined;
}
