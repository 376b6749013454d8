/** How a finding is accepted in the file where it stands. */

/** What starts a comment in a file; `undefined` when its language has none (JSON: by configuration). */
export function commentStart(path: string): string | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/\.(bicep|bicepparam)$/.test(file)) return '//';
  if (/\.(ya?ml|tpl|tf|tfvars|hcl|sh|bash|ps1|toml|env)$/.test(file) || file === 'dockerfile') return '#';
  return undefined;
}

/**
 * The comment that accepts a finding of a rule, to stand on its line or above.
 * @param until ISO date
 */
export function suppressionComment(path: string, rule: string, until?: string): string | undefined {
  const start = commentStart(path);
  const end = until === undefined ? '' : ` until ${until}`;
  return start === undefined ? undefined : `${start} aks-privacy: ignore ${rule}${end} -- reason`;
}

/**
 * The date to propose for the end of a suppression: the end of the quarter that is at least 90 days away. Stable for weeks, so
 * that a comment that holds it does not change with every run.
 */
export function proposedEnd(now: Date): string {
  const later = new Date(now.getTime() + 90 * 24 * 60 * 60 * 1000);
  const nextQuarter = Math.floor(later.getUTCMonth() / 3) * 3 + 3;
  // Day 0 is the last day of the month before.
  return new Date(Date.UTC(later.getUTCFullYear(), nextQuarter, 0)).toISOString().slice(0, 10);
}
