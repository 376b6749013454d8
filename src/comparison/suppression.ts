/**
 * `# aks-privacy: ignore ingress/public-load-balancer until 2027-01-31 -- reason`, on the line of a finding or in the
 * comment lines above it.
 */
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

/** How many comment lines above a line are looked at. */
const reach = 20;

/**
 * @param places every place where the finding stands or comes from
 * @param today ISO date
 */
export function suppressionOf(
  rule: string,
  places: readonly { readonly path: string; readonly line: number }[],
  lines: Lines,
  today: string,
): SuppressionOutcome | undefined {
  let refused: SuppressionOutcome | undefined;
  for (const { path, line } of places) {
    for (const at of linesToRead(path, line, lines)) {
      const outcome = read(rule, path, at, lines(path, at), today);
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

function read(rule: string, path: string, line: number, text: string, today: string): SuppressionOutcome | undefined {
  const body = directive.exec(text)?.[1];
  if (body === undefined) return undefined;
  const [head = '', ...rest] = body.split(/\s--\s/);
  const reason = rest.join(' -- ').trim();
  const [names = '', until] = head.trim().split(/\s+until\s+/);
  if (!names.split(/[\s,]+/).includes(rule)) return undefined;
  const refuse = (message: string): SuppressionOutcome => ({ kind: 'void', path, line, message });
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
