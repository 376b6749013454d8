/**
 * `# aks-privacy: ignore ingress/public-load-balancer until 2027-01-31 -- reason`, on the line of a finding or in the
 * comment lines above it.
 */
import { closest } from '../rules/closest.js';
import { isDay, isOver } from './expiry.js';

export interface Suppression {
  readonly reason: string;
  /** ISO date up to and including which it counts; null without an end. */
  readonly until: string | null;
}

export type SuppressionOutcome =
  | {
      readonly kind: 'suppressed';
      readonly suppression: Suppression;
      /** Where the comment stands. */
      readonly path: string;
      readonly line: number;
    }
  /** It names the rule but does not count, and why. */
  | { readonly kind: 'void'; readonly path: string; readonly line: number; readonly message: string };

/** The text of a 1-based line; empty where there is none. */
export type Lines = (path: string, line: number) => string;

const directive = /(?:#|\/\/|\/\*)\s*aks-privacy:\s*ignore\s+([^\s].*?)\s*(?:\*\/)?\s*$/;
const comment = /^\s*(#|\/\/|\/\*|\*)/;

/** How many names of one comment are compared with those of the rules. */
const mostNames = 10;

/** How many comment lines above a line are looked at. */
const reach = 20;

/** The rule that a name is meant for, when it is none itself but is like one. */
export type Misspelled = (name: string) => string | undefined;

/** @param rules the ids of all rules */
export function misspelledAmong(rules: readonly string[]): Misspelled {
  const known = new Set(rules);
  const meant = new Map<string, string | undefined>();
  return (name) => {
    if (known.has(name)) return undefined;
    if (!meant.has(name)) meant.set(name, closest(name, rules));
    return meant.get(name);
  };
}

/**
 * @param places every place where the finding stands or comes from
 * @param today ISO date
 */
export function suppressionOf(
  rule: string,
  places: readonly { readonly path: string; readonly line: number }[],
  lines: Lines,
  today: string,
  misspelled: Misspelled = () => undefined,
): SuppressionOutcome | undefined {
  let refused: SuppressionOutcome | undefined;
  for (const { path, line } of places) {
    for (const at of linesToRead(path, line, lines)) {
      const outcome = read(rule, { path, line: at, text: lines(path, at) }, today, misspelled);
      if (outcome?.kind === 'suppressed') return outcome;
      refused ??= outcome;
    }
  }
  return refused;
}

function linesToRead(path: string, line: number, lines: Lines): readonly number[] {
  const numbers = [line];
  for (let above = line - 1; above > 0 && line - above <= reach && comment.test(lines(path, above)); above--) {
    numbers.push(above);
  }
  return numbers;
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function read(
  rule: string,
  { path, line, text }: Line,
  today: string,
  misspelled: Misspelled,
): SuppressionOutcome | undefined {
  const body = directive.exec(text)?.[1];
  if (body === undefined) return undefined;
  const [head = '', ...rest] = body.split(/\s--\s/);
  const reason = rest.join(' -- ').trim();
  const [names = '', until] = head.trim().split(/\s+until\s+/);
  const refuse = (message: string): SuppressionOutcome => ({ kind: 'void', path, line, message });
  const named = names.split(/[\s,]+/);
  if (!named.includes(rule)) {
    const meant = named.slice(0, mostNames).find((name) => misspelled(name) === rule);
    return meant === undefined
      ? undefined
      : refuse(`the suppression does not count: ${meant.slice(0, 100)} is no rule; did you mean ${rule}?`);
  }
  if (reason === '') return refuse(`the suppression of ${rule} does not count: it needs a reason after “--”`);
  if (until !== undefined && !isDate(until)) {
    return refuse(`the suppression of ${rule} does not count: its date is not of the form 2027-01-31`);
  }
  if (isOver(until ?? null, today)) {
    return refuse(`the suppression of ${rule} does not count any more: it ended on ${until ?? ''}`);
  }
  return { kind: 'suppressed', suppression: { reason, until: until ?? null }, path, line };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text);
}
