/** Semantic versions as the Masterminds library reads them. */

export interface Version {
  readonly numbers: readonly [number, number, number];
  readonly pre: string;
  readonly metadata: string;
  readonly original: string;
}

const VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;

export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, pre = '', metadata = ''] = match;
  return { numbers: [Number(major), Number(minor ?? 0), Number(patch ?? 0)], pre, metadata, original: text };
}

export function compareVersions(a: Version, b: Version): number {
  for (const index of [0, 1, 2] as const) {
    const difference = a.numbers[index] - b.numbers[index];
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '') return 1;
  return b.pre === '' ? -1 : comparePre(a.pre.split('.'), b.pre.split('.'));
}

function comparePre(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left === right) continue;
    const numeric = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (numeric[0] && numeric[1]) return Number(left) - Number(right);
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

const CONSTRAINT =
  /^(=|!=|>=|<=|=>|=<|>|<|~>|~|\^)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?/;

type Part = number | undefined;

/** Whether a version satisfies a constraint; `undefined` when the constraint can't be read. */
export function satisfies(version: Version, constraint: string): boolean | undefined {
  let any = false;
  for (const alternative of constraint.split('||')) {
    const result = satisfiesAll(version, hyphens(alternative).trim());
    if (result === undefined) return undefined;
    any ||= result;
  }
  return any;
}

function hyphens(text: string): string {
  return text.replace(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2');
}

function satisfiesAll(version: Version, text: string): boolean | undefined {
  let rest = text;
  let all = true;
  if (rest === '') return undefined;
  while (rest !== '') {
    const match = CONSTRAINT.exec(rest);
    if (!match) return undefined;
    rest = rest.slice(match[0].length).replace(/^[\s,]+/, '');
    const [, operator = '', major = '*', minor, patch, pre = ''] = match;
    all &&= check(version, operator, [part(major), part(minor), part(patch)], pre);
  }
  return all;
}

function part(written: string | undefined): Part {
  return written === undefined || /[xX*]/.test(written) ? undefined : Number(written);
}

function check(version: Version, operator: string, [major, minor, patch]: readonly Part[], pre: string): boolean {
  // A version with a suffix satisfies only constraints that have one.
  if (version.pre !== '' && pre === '') return operator === '!=' && major !== undefined;
  if (major === undefined) return operator !== '!=' && operator !== '<' && operator !== '>';
  const low: Version = { numbers: [major, minor ?? 0, patch ?? 0], pre, metadata: '', original: '' };
  const order = compareVersions(version, low);
  const [a, b] = version.numbers;
  const same = a === major && (minor === undefined || (b === minor && (patch === undefined || order === 0)));
  switch (operator) {
    case '':
    case '=':
      return same;
    case '!=':
      return !same;
    case '>':
      if (minor === undefined) return a > major;
      if (patch === undefined) return a > major || (a === major && b > minor);
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return order <= 0 || same;
    case '~':
    case '~>':
      return order >= 0 && a === major && (minor === undefined || b === minor);
    default:
      return order >= 0 && caret(version, major, minor, patch);
  }
}

/** `^`: nothing left of the first number that is not zero may change. */
function caret({ numbers: [a, b, c] }: Version, major: number, minor: Part, patch: Part): boolean {
  if (a !== major) return false;
  if (major > 0 || minor === undefined) return true;
  if (b !== minor) return false;
  return minor > 0 || patch === undefined || c === patch;
}
