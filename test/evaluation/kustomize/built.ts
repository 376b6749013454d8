import type { Build } from '../../../src/evaluation/kustomize/build.js';
import { buildKustomization } from '../../../src/evaluation/kustomize/build.js';
import type { Inflate } from '../../../src/evaluation/kustomize/charts.js';
import { decode } from '../../../src/syntax/decode.js';
import { locate } from '../../../src/syntax/source.js';
import { lookup } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { Revision } from '../../../src/tree/revision.js';
import { SourceCache } from '../../../src/tree/source-cache.js';
import type { Files } from '../../support/review.js';
import { memoryTree } from '../../support/review.js';

export interface Overlay {
  readonly build: Build;
  /** What would be deployed, as plain data by `Kind/name`. */
  readonly objects: Readonly<Record<string, unknown>>;
  /** `path:line message` */
  readonly problems: readonly string[];
  /** The value at a path of keys of an object. */
  readonly at: (object: string, ...path: readonly string[]) => unknown;
  /** `path:line` where that value is written. */
  readonly place: (object: string, ...path: readonly string[]) => string | undefined;
}

/** Builds a folder as a review over an API does: in rounds, until no file is missing. */
export async function built(files: Files, folder = '', inflate?: Inflate): Promise<Overlay> {
  const revision = await Revision.open(memoryTree(files), new SourceCache(decode));
  let build = buildKustomization(folder, revision, inflate);
  for (let round = 0; round < 20 && (await revision.bring()).size > 0; round++) {
    build = buildKustomization(folder, revision, inflate);
  }
  const named = new Map(build.objects.map(({ value }) => [keyOf(value), value] as const));
  const find = (object: string, path: readonly string[]): Value | undefined => lookup(named.get(object), path);
  return {
    build,
    objects: Object.fromEntries([...named].map(([key, value]) => [key, plain(value)])),
    problems: build.problems.map(({ path, line, message }) => `${path}:${String(line)} ${message}`),
    at: (object, ...path) => plain(find(object, path)),
    place(object, ...path) {
      const value = find(object, path);
      if (!value) return undefined;
      const { path: file, startLine } = locate(value.origin.span);
      return `${file}:${startLine}`;
    },
  };
}

function keyOf(value: Value): string {
  return `${String(plain(lookup(value, ['kind'])))}/${String(plain(lookup(value, ['metadata', 'name'])))}`;
}

export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return value.value;
    case 'undetermined':
      return `? ${value.waitsFor.join(', ')}`;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]));
  }
}
