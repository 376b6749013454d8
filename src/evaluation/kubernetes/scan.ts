/** Which files can hold Kubernetes objects, told by their names and texts before anything is parsed. */
import type { Files } from '../../tree/files.js';

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** `apiVersion` and `kind` as keys, in block style, in a list, or in the braces of flow style and JSON. */
const MARKERS = [/(?:^|[\s{,])["']?apiVersion["']?\s*:/, /(?:^|[\s{,])["']?kind["']?\s*:/];

export function isManifest(path: string): boolean {
  return MANIFEST.test(path);
}

/**
 * Whether a text can hold objects.
 * @param kinds when given, only texts that name one of these kinds
 */
export function mentionsObjects(text: string, kinds?: readonly string[]): boolean {
  // The plain search is several times faster than the patterns, and most files fail it.
  if (!text.includes('apiVersion') || !text.includes('kind')) return false;
  if (kinds && !kinds.some((kind) => text.includes(kind))) return false;
  return MARKERS.every((marker) => marker.test(text));
}

/** The templates of a Helm chart are no manifests: what they become, its values decide. */
export function isChartTemplate(path: string, files: Files): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some(
    (folder, at) => folder === 'templates' && files.has([...folders.slice(0, at), 'Chart.yaml'].join('/')),
  );
}
