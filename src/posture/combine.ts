/** Facts that depend on other facts. */
import type { Fact, Known } from './fact.js';
import { certainly } from './fact.js';
import { known, possible } from './reading/convert.js';
import type { Default } from './reading/convert.js';

/** A default that depends on a switch; open when the switch is. */
export function defaultBy<T>(fact: Fact<boolean>, whenTrue: T, whenFalse: T): Default<T> {
  const decided = certainly(fact, (value) => value);
  if (decided !== undefined) return { value: decided ? whenTrue : whenFalse };
  const { expression, dependsOn } = fact.known ? { expression: fact.name, dependsOn: [] } : fact;
  return { oneOf: [whenTrue, whenFalse], expression, dependsOn };
}

/**
 * What a part does that can be switched off: nothing (`off`) where it is off, else what its own setting says. Where it is on
 * and its setting is a default, the place is where it was switched on.
 */
export function whenOn<T>(enabled: Fact<boolean>, setting: Fact<T>, off: T): Fact<T> {
  const on = certainly(enabled, (value) => value);
  const nothing: Known<T> = known(off, enabled.origin, enabled.name, enabled.known && enabled.byDefault);
  if (on === false) return nothing;
  if (on === true) return setting.known && setting.byDefault ? { ...setting, origin: enabled.origin } : setting;
  if (certainly(setting, (value) => value === off)) return setting;
  const candidates = possible(setting);
  const open = [enabled, setting].flatMap((fact) => (fact.known ? [] : [fact]));
  return {
    known: false,
    expression: open[0]?.expression ?? enabled.name,
    dependsOn: [...new Set(open.flatMap((fact) => fact.dependsOn))],
    origin: enabled.origin,
    name: enabled.name,
    ...(candidates ? { candidates: [nothing, ...candidates] } : {}),
  };
}
