/** Which files can hold commands of Helm, and how these are told from others. */
import type { VerbOf } from '../../azcli/flow.js';

const command = /\bhelm(?:3|\.exe)?["']?[\s`\\]+(?:upgrade|install|template)\b/;
const task = /\btask\s*:\s*["']?HelmDeploy@/;

/** The plain search comes first: most files fail it. */
export function mentionsHelm(text: string): boolean {
  return /helm/i.test(text) && (command.test(text) || task.test(text));
}

/** Steps of the same job that say where charts come from. */
export function mentionsRepository(text: string): boolean {
  return text.includes('helm') && (command.test(text) || /\bhelm(?:3|\.exe)?\s+repo\s+add\b/.test(text));
}

export type HelmVerb = 'upgrade' | 'install' | 'template' | 'repo add';

export const helmVerbs: VerbOf<HelmVerb> = (words) => {
  const [helm = '', first = '', second = ''] = words;
  if (!/^[@+-]*(?:.*\/)?helm(?:3|\.exe)?$/.test(helm)) return undefined;
  if (first === 'repo' && second === 'add') return { name: 'repo add', length: 3 };
  return first === 'upgrade' || first === 'install' || first === 'template' ? { name: first, length: 2 } : undefined;
};
