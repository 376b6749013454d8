/** Whether the security rules of a subnet deny what goes to the Internet, or admit what comes from it. */
import type { Fact } from '../../posture/fact.js';
import { certainly } from '../../posture/fact.js';
import type { SecurityGroup, SecurityRule } from '../../posture/network/model.js';
import { coverage } from '../ranges.js';

/** @returns undefined when the text does not decide */
export function deniesInternet({ rules, further }: SecurityGroup): boolean | undefined {
  const outbound = rules.filter((rule) => certainly(rule.direction, (text) => text === 'outbound') !== false);
  const denial = first(outbound.filter(deniesEverything));
  if (!denial) return further.length > 0 || outbound.some(mayDeny) ? undefined : false;
  const before = outbound.filter((rule) => comesBefore(rule, denial) !== false && isAllowing(rule) !== false);
  if (before.some((rule) => isAllowing(rule) === true && everywhere(rule.destinations) === true)) return false;
  return before.every((rule) => everywhere(rule.destinations) === false) && further.length === 0 ? true : undefined;
}

/** The rules that let the whole Internet in. */
export function admittingRules({ rules }: SecurityGroup): readonly SecurityRule[] {
  return rules.filter(
    (rule) =>
      !rule.condition &&
      certainly(rule.direction, (text) => text === 'inbound') === true &&
      isAllowing(rule) === true &&
      everywhere(rule.sources) === true,
  );
}

/**
 * Whether the Internet is let in.
 * @returns undefined when the text does not decide
 */
export function admitsInternet(group: SecurityGroup): boolean | undefined {
  if (admittingRules(group).length > 0) return true;
  const possible = group.rules.filter(
    (rule) =>
      certainly(rule.direction, (text) => text === 'inbound') !== false &&
      isAllowing(rule) !== false &&
      everywhere(rule.sources) !== false,
  );
  return possible.length > 0 || group.further.length > 0 ? undefined : false;
}

function deniesEverything(rule: SecurityRule): boolean {
  return (
    !rule.condition &&
    certainly(rule.direction, (text) => text === 'outbound') === true &&
    certainly(rule.access, (text) => text === 'deny') === true &&
    certainly(rule.protocol, (text) => text === '*') === true &&
    everywhere(rule.destinations) === true &&
    everyPort(rule.ports)
  );
}

function mayDeny({ access, condition }: SecurityRule): boolean {
  return certainly(access, (text) => text === 'deny') === undefined || condition !== undefined;
}

function isAllowing({ access }: SecurityRule): boolean | undefined {
  return certainly(access, (text) => text === 'allow');
}

function comesBefore(rule: SecurityRule, other: SecurityRule): boolean | undefined {
  return rule.priority.known && other.priority.known ? rule.priority.value < other.priority.value : undefined;
}

function first(rules: readonly SecurityRule[]): SecurityRule | undefined {
  return [...rules].sort((a, b) => orderOf(a) - orderOf(b))[0];
}

function orderOf({ priority }: SecurityRule): number {
  return priority.known ? priority.value : Number.MAX_SAFE_INTEGER;
}

/** Whether a list holds the Internet; undefined when the text does not decide. */
function everywhere(list: Fact<readonly Fact<string>[]>): boolean | undefined {
  const { kind } = coverage(list);
  if (kind === 'everyone') return true;
  return kind === 'undetermined' ? undefined : false;
}

function everyPort(ports: Fact<readonly Fact<string>[]>): boolean {
  return ports.known && ports.value.some((port) => port.known && /^(\*|0-65535)$/.test(port.value.trim()));
}
