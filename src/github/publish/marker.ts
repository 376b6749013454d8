/** The hidden last line by which a run finds what earlier runs have posted. */
import { createHash } from 'node:crypto';
import { defaultCheckName } from '../inputs.js';

export type Marker =
  | { readonly kind: 'finding'; readonly fingerprint: string; readonly resolved: boolean }
  | { readonly kind: 'summary'; readonly head: string };

/**
 * Tells apart several uses of the action on one pull request: they have different check names. Empty for the usual name.
 */
export function scopeOf(checkName: string): string {
  return checkName === '' || checkName === defaultCheckName ? '' : digest(checkName).slice(0, 8);
}

export function markerText(marker: Marker, scope: string): string {
  const of = scope === '' ? '' : ` of=${scope}`;
  switch (marker.kind) {
    case 'finding':
      return `<!-- aks-privacy:${keyOf(marker.fingerprint)}${marker.resolved ? ' resolved' : ''}${of} -->`;
    case 'summary':
      return `<!-- aks-privacy:summary head=${marker.head}${of} -->`;
  }
}

const pattern = /<!-- aks-privacy:([0-9a-z-]+)(?: head=([0-9a-f]+))?( resolved)?(?: of=([0-9a-f]+))? -->\s*$/;

/** The marker at the end of a comment, when it is one of this scope. */
export function markerOf(body: string, scope: string): Marker | undefined {
  const [, key = '', head, resolved, of = ''] = pattern.exec(body) ?? [];
  if (key === '' || of !== scope) return undefined;
  if (key === 'summary') return { kind: 'summary', head: head ?? '' };
  return { kind: 'finding', fingerprint: key, resolved: resolved !== undefined };
}

/** A fingerprint as a marker carries it: nothing in it can end the HTML comment. */
export function keyOf(fingerprint: string): string {
  return /^[0-9a-z-]{1,64}$/.test(fingerprint) && fingerprint !== 'summary'
    ? fingerprint
    : digest(fingerprint).slice(0, 16);
}

/** Hexadecimal. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
