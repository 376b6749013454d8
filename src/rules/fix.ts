import type { Fact } from '../posture/fact.js';
import type { Fix } from '../report/report.js';
import type { Edit, Plain } from '../syntax/edit.js';

/** A fix that sets one fact, or nothing when no single edit can do it. Spread into a discovery. */
export function fixBySetting(fact: Fact<unknown>, value: Plain, description: string): { readonly fix?: Fix } {
  return fixBy(fact.known ? fact.set?.(value) : undefined, description);
}

export function fixBy(edit: Edit | undefined, description: string): { readonly fix?: Fix } {
  return edit ? { fix: { description, edits: [edit] } } : {};
}
