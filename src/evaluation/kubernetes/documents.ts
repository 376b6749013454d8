/** The documents of a manifest, in whichever language it is written. */
import { parseJson } from '../../syntax/json/parser.js';
import { jsonWriter } from '../../syntax/json/writer.js';
import type { Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Files } from '../../tree/files.js';
import type { Writer } from '../resource.js';

/** Empty when the file is not there (yet) or can't be read, which the parser has said. */
export function documentsOf(path: string, files: Files): readonly Value[] {
  if (!isJson(path)) return files.parse(path, parseYaml) ?? [];
  const value = files.parse(path, parseJson);
  return value ? [value] : [];
}

export function writerOf(path: string): Writer {
  return isJson(path) ? jsonWriter : yamlWriter;
}

function isJson(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}
