/** Files of values that a release names. */
import { isNull, mapping, through, undetermined } from '../../syntax/value.js';
import type { Origin, Value } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import { documentsOf } from '../kubernetes/documents.js';

/**
 * The values of a file, each with its own place.
 * @param origin where the file is named
 * @returns undefined when there is no such file
 */
export function valuesFile(path: string, files: Files, origin: Origin): Value | undefined {
  if (!files.has(path)) return undefined;
  const [document] = documentsOf(path, files);
  // Encrypted by sops: everything in it is known to someone else.
  if (document?.kind === 'map' && document.entries.has('sops')) return unknownFile(path, origin);
  if (document) return isNull(document) ? mapping([], origin) : document;
  const file = files.read(path);
  if (file?.text.trim() === '') return mapping([], origin);
  return through(unknownFile(path, origin), origin.span);
}

function unknownFile(path: string, origin: Origin): Value {
  const what = `the values file ${path}`;
  return undetermined(what, [what], origin);
}
