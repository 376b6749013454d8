/** Versions of modules, and the ranges that callers and our own data give. Pre-releases and build metadata are left out. */

/** Major, minor, patch. */
export type Version = readonly [number, number, number];

/** Half-open: `from` is in it, `to` is not; without `to` it has no end. */
export interface Interval {
  readonly from: Version;
  readonly to?: Version;
}

const zero: Version = [0, 0, 0];
const everything: Interval = { from: zero };

const pattern = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[-+][0-9A-Za-z.+-]*)?$/;

/** `1.2.3`, `v1.2.3`, `1.2`; `undefined` for anything else. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = pattern.exec(text.trim()) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor ?? 0), Number(patch ?? 0)];
}

export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

export function spelled(version: Version): string {
  return version.join('.');
}

/**
 * The versions that a range admits: comparisons separated by spaces or commas, all of which hold. An empty range admits every
 * version. `!=` is left out: it never decides what the newest version is like.
 * @returns undefined for what is no range
 */
export function parseRange(text: string): Interval | undefined {
  let found: Interval = everything;
  for (const part of text.replace(/([=<>~!])\s+/g, '$1').split(/[\s,]+/)) {
    if (part === '') continue;
    const interval = comparison(part);
    if (!interval) return undefined;
    found = intersection(found, interval);
  }
  return found;
}

/** Whether there is a version in both. */
export function overlap(a: Interval, b: Interval): boolean {
  const { from, to } = intersection(a, b);
  return !to || compareVersions(from, to) < 0;
}

export function contains({ from, to }: Interval, version: Version): boolean {
  return compareVersions(from, version) <= 0 && (!to || compareVersions(version, to) < 0);
}

function intersection(a: Interval, b: Interval): Interval {
  const from = compareVersions(a.from, b.from) >= 0 ? a.from : b.from;
  const to = a.to && b.to ? (compareVersions(a.to, b.to) <= 0 ? a.to : b.to) : (a.to ?? b.to);
  return to ? { from, to } : { from };
}

function comparison(text: string): Interval | undefined {
  const [, operator = '', operand = ''] = /^([=<>~!]*)(.*)$/.exec(text) ?? [];
  const version = parseVersion(operand);
  if (!version) return undefined;
  switch (operator) {
    case '':
    case '=':
    case '==':
      return { from: version, to: after(version) };
    case '>=':
      return { from: version };
    case '>':
      return { from: after(version) };
    case '<':
      return { from: zero, to: version };
    case '<=':
      return { from: zero, to: after(version) };
    case '~>':
      return pessimistic(version, operand.split('.').length);
    case '!=':
      return everything;
    default:
      return undefined;
  }
}

function after([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}

/** `~> 1.2` stays below 2, `~> 1.2.3` below 1.3; `~> 1` has no end (hashicorp/go-version, constraint.go). */
function pessimistic(version: Version, parts: number): Interval {
  const [major, minor] = version;
  if (parts === 1) return { from: version };
  return { from: version, to: parts === 2 ? [major + 1, 0, 0] : [major, minor + 1, 0] };
}
