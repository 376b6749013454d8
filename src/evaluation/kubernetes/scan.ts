/** Which files can hold Kubernetes objects, told by their names and bytes, before anything is parsed. */
import type { Files } from '../../tree/files.js';

const manifest = /\.(ya?ml|json)$/;

/** Every object names both; quotes as JSON writes them. */
const markers = [/^[ \t-]*["']?apiVersion["']?[ \t]*:/m, /["']?kind["']?[ \t]*:/];

export function isManifest(path: string): boolean {
  return manifest.test(path);
}

export function mentionsObjects(text: string): boolean {
  // JSON may have everything on one line.
  return (
    text.includes('apiVersion') &&
    text.includes('kind') &&
    (markers.every((each) => each.test(text)) || /["']apiVersion["']/.test(text))
  );
}

/** The templates of a Helm chart are no manifests: what they become, their values decide. */
export function isChartTemplate(path: string, files: Files): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some(
    (folder, at) => folder === 'templates' && files.has([...folders.slice(0, at), 'Chart.yaml'].join('/')),
  );
}
