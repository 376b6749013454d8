import type { Files } from '../../tree/files.js';
import type { Root } from '../resource.js';
export function findRoots(files: Files, changed?: ReadonlySet<string>): readonly Root[] {
  void changed;
  const folders = new Set(
    files.paths.filter((p) => p.endsWith('.tf')).map((p) => (p.includes('/') ? p.slice(0, p.lastIndexOf('/')) : '')),
  );
  return [...folders].map((f) => ({
    id: f === '' ? '.' : f,
    format: 'terraform',
    path: f === '' ? '.' : f,
    parameters: [],
  }));
}
