import { jsonWriter } from '../../syntax/json/writer.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Writer } from '../resource.js';

/** The writer of a manifest's language. */
export function writerFor(path: string): Writer {
  return path.endsWith('.json') ? jsonWriter : yamlWriter;
}
