/** Which files can hold Kubernetes objects, told by their names and texts before anything is parsed. */
import type { Files } from '../../tree/files.js';

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** `apiVersion` and `kind` as keys, in block style, in a list, or in the braces of flow style and JSON. */
const MARKERS = [/(?:^|[\s{,])["']?apiVersion["']?\s*:/, /(?:^|[\s{,])["']?kind["']?\s*:/];
/**
 * Keys that a search for a word does not find: with escapes (ten of ten characters at most, bounded so that the search stays
 * linear), by an alias, or behind a question mark.
 */
const ESCAPED_KEY = /"(?=[^"\n]{0,120}\\[xuU])[^"\n]{1,120}"\s*:/;
const UNUSUAL_KEY = /(?:^|[\s{,[])(?:\*[^\s,]+\s*:|\?\s)/;
/** The value of each `kind`: a word with what follows it when that is an escape, or the first character of something else. */
const KINDS = /kind["']?\s*:\s*(?:["']?([A-Za-z][\w.-]*\\?)|(\S))/g;

export function isManifest(path: string): boolean {
  return MANIFEST.test(path);
}

/**
 * Whether a text can hold objects. Never false for one that does, however it hides them.
 * @param kinds when given, only texts with objects, or lists, of one of these kinds
 */
export function mentionsObjects(text: string, kinds?: ReadonlySet<string>): boolean {
  if (text.includes('\\') && ESCAPED_KEY.test(text)) return true;
  // The plain search is several times faster than the patterns, and most files fail it.
  if (!text.includes('apiVersion') || !text.includes('kind')) return false;
  if (UNUSUAL_KEY.test(text)) return true;
  return MARKERS.every((marker) => marker.test(text)) && (!kinds || namesOne(text, kinds));
}

function namesOne(text: string, kinds: ReadonlySet<string>): boolean {
  for (const [, word] of text.matchAll(KINDS)) {
    if (word === undefined || word.endsWith('\\')) return true;
    if (kinds.has(word) || kinds.has(word.replace(/List$/, ''))) return true;
  }
  return false;
}

/** The templates of a Helm chart are no manifests: what they become, its values decide. */
export function isChartTemplate(path: string, files: Files): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some(
    (folder, at) => folder === 'templates' && files.has([...folders.slice(0, at), 'Chart.yaml'].join('/')),
  );
}
