import { createHash } from 'node:crypto';

/**
 * Names a finding across pushes: the rule, the subject as it was first known (so that a rename keeps it) and what tells
 * several findings of one rule apart. No line and no wording goes in. 16 hexadecimal digits.
 */
export function fingerprint(rule: string, subject: string, key: string): string {
  return createHash('sha256').update([rule, subject, key].join('\0')).digest('hex').slice(0, 16);
}
