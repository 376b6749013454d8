/** What the rules about pods that step around a filter share. */
import type { Bypass } from '../../posture/egress-path.js';
import type { About } from '../define.js';
import { egressPathRule } from '../define.js';
import type { Rule } from '../rule.js';

/** @param sentence what the pods do, given who they are and by what */
export function bypassRule(
  about: About,
  around: Bypass['around'],
  sentence: (who: string, by: string) => string,
): Rule {
  return egressPathRule(about, 'pods', (subject) =>
    subject.bypasses
      .filter((bypass) => bypass.around === around)
      .map(({ by, origin }) => ({ message: sentence(subject.title, by), origin, key: by })),
  );
}
