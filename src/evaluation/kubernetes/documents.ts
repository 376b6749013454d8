/** The documents of a manifest, in whichever language it is written. */
import { parseJson } from '../../syntax/json/parser.js';
import { jsonWriter } from '../../syntax/json/writer.js';
import type { Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Files } from '../../tree/files.js';
import type { Writer } from '../resource.js';
import { parseObjects } from './definitions.js';

/** Empty when the file is not there (yet) or can't be read, which the parser has said. */
export function documentsOf(path: string, files: Files): readonly Value[] {
  if (!isJson(path)) return files.parse(path, parseYaml) ?? [];
  const value = files.parse(path, parseJson);
  return value ? [value] : [];
}

/** The same without definitions of custom resources. */
export function manifestsOf(path: string, files: Files): readonly Value[] {
  return isJson(path) ? documentsOf(path, files) : (files.parse(path, parseObjects) ?? []);
}

export function writerOf(path: string): Writer {
  return isJson(path) ? jsonWriter : yamlWriter;
}

export function isJson(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}
