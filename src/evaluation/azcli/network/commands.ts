/** The commands of `az network` that make or change what a cluster's traffic goes through. */
import type { FoundCommand } from '../flow.js';
import { foundCommands } from '../flow.js';
import type { Scripts } from '../scan.js';
import { kinds } from './kinds.js';
import { ruleCommands } from './firewall-rules.js';

export interface Verb {
  /** `vnet subnet`, `firewall network-rule`. */
  readonly subject: string;
  readonly changes: boolean;
}

export type NetworkCommand = FoundCommand<Verb>;

const verbs = new Set(['create', 'update', 'add', 'add-filter-collection']);

export function networkCommandsIn(scripts: Scripts): readonly NetworkCommand[] {
  return foundCommands(scripts, (texts) => {
    if (!/^[@+-]*az(\.cmd)?$/.test(texts[0] ?? '') || texts[1] !== 'network') return undefined;
    const end = texts.findIndex((text) => verbs.has(text));
    const subject = texts.slice(2, Math.max(2, end)).join(' ');
    const known = subject in kinds || subject in ruleCommands;
    return end > 0 && known ? { name: { subject, changes: texts[end] === 'update' }, length: end + 1 } : undefined;
  });
}
