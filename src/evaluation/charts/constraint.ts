/**
 * Version constraints as Helm reads them (Masterminds/semver, constraints.go): Flux, Argo CD and the Helm provider hand theirs to
 * the same library. Pre-releases are left out.
 */
import { compareVersions, overlap, parseVersion } from '../modules/versions.js';
import type { Interval, Version } from '../modules/versions.js';

/** The stretches of versions that a constraint admits, one an alternative (`||`); `undefined` for what is no constraint. */
export function parseConstraint(text: string): readonly Interval[] | undefined {
  const alternatives = text.slice(0, 200).split('||').map(alternative);
  const found = alternatives.flatMap((each) => each ?? []);
  return found.length === alternatives.length ? found : undefined;
}

const zero: Version = [0, 0, 0];

function alternative(text: string): Interval | undefined {
  const spaced = text
    .trim()
    .replace(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2')
    .replace(/([=<>~^!])\s+/g, '$1');
  let from = zero;
  let to: Version | undefined;
  for (const part of spaced.split(/[\s,]+/)) {
    if (part === '') continue;
    const each = comparison(part);
    if (!each) return undefined;
    if (compareVersions(each.from, from) > 0) from = each.from;
    if (each.to && (!to || compareVersions(each.to, to) < 0)) to = each.to;
  }
  return to ? { from, to } : { from };
}

function comparison(text: string): Interval | undefined {
  const [, operator = '', operand = ''] = /^([=<>~^!]*)(.*)$/.exec(text) ?? [];
  const written = /^v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(?:[-+][0-9A-Za-z.+-]*)?$/.exec(
    operand,
  );
  if (!written) return undefined;
  const digits = written.slice(1).map((part: string | undefined) => (/^\d/.test(part ?? '') ? part : undefined));
  const open = digits.findIndex((part) => part === undefined);
  /** How many parts are given. */
  const given = open < 0 ? 3 : open;
  const version = parseVersion(given === 0 ? '0' : digits.slice(0, given).join('.'));
  if (!version) return undefined;
  switch (operator) {
    case '':
    case '=':
    case '==':
      return within(version, given);
    case '~':
    case '~>':
      return within(version, Math.min(given, 2));
    case '^':
      return caret(version, given);
    case '>=':
    case '=>':
      return { from: version };
    case '>':
      return { from: next(version, given) ?? version };
    case '<':
      return { from: zero, to: version };
    case '<=':
    case '=<': {
      const to = next(version, given);
      return to ? { from: zero, to } : { from: zero };
    }
    case '!=':
      return { from: zero };
    default:
      return undefined;
  }
}

/** The first version behind those that begin with the given parts; none behind every version. */
function next([major, minor, patch]: Version, given: number): Version | undefined {
  if (given === 0) return undefined;
  if (given === 1) return [major + 1, 0, 0];
  return given === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function within(version: Version, given: number): Interval {
  const to = next(version, given);
  return to ? { from: version, to } : { from: version };
}

/** `^1.2` stays below 2, `^0.2` below 0.3, `^0.0.3` below 0.0.4: the leftmost part that is not zero may not change. */
function caret(version: Version, given: number): Interval {
  if (given === 0) return { from: zero };
  const [major, minor] = version;
  if (major > 0 || given === 1) return within(version, 1);
  if (minor > 0 || given === 2) return within(version, 2);
  return within(version, 3);
}

export function admits(constraint: readonly Interval[], interval: Interval): boolean {
  return constraint.some((each) => overlap(each, interval));
}
