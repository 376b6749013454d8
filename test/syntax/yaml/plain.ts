import { SourceFile } from '../../../src/syntax/source.js';
import type { Value } from '../../../src/syntax/value.js';
import { parseYaml } from '../../../src/syntax/yaml/parser.js';

export function parse(text: string) {
  return parseYaml(new SourceFile('a.yaml', text));
}

/** Positioned values as plain ones, to be compared. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry.value)]));
    default:
      return value;
  }
}

export function plainDocuments(text: string): unknown[] {
  return parse(text).result.map(plain);
}
