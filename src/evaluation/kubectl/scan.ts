/** Which files can hold commands of kubectl that open ways in, or change them, and how these are told from others. */
import type { VerbOf } from '../azcli/flow.js';

/** The verb may stand behind flags, and on a later line. */
const command = /\bkubectl(?:\.exe)?["']?\s[^;|&]{0,300}?\b(?:annotate|patch|expose|create\s+(?:service|svc))\s/;

/** The plain search comes first: most files fail it. */
export function mentionsKubectl(text: string): boolean {
  return text.includes('kubectl') && command.test(text);
}

const verbs = new Set(['annotate', 'patch', 'expose', 'create']);

export const kubectlVerbs: VerbOf<'kubectl'> = ([kubectl = '', ...words]) =>
  /^[@+-]*(?:.*\/)?kubectl(?:\.exe)?$/.test(kubectl) && words.some((word) => verbs.has(word))
    ? { name: 'kubectl', length: 1 }
    : undefined;
