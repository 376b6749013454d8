/**
 * Definitions of custom resources: schemas of other objects, the longest documents that repositories hold (a bundle of an
 * operator has megabytes of them), and never a way in or out themselves.
 */
import type { Parsed } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { parseYaml, parseYamlWhere } from '../../syntax/yaml/parser.js';

/** Nothing but comments stands before the two keys, so that neither can be a part of another text. */
const head =
  /^(?:---[ \t]*(?:#[^\r\n]*)?\r?\n)?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:(?:apiVersion: apiextensions\.k8s\.io\/v1(?:beta1)?|kind: CustomResourceDefinition)[ \t]*\r?\n){2}/;
/** A line that can begin a further key of the document: whatever could say `kind` once more. */
const furtherKey = /^(?!metadata:|spec:|status:|[ \t#-]|\r?$)/m;

/** The documents of a manifest but for plain definitions of custom resources, which are not parsed. */
export function parseObjects(file: SourceFile): Parsed<readonly Value[]> {
  return file.text.includes('CustomResourceDefinition')
    ? parseYamlWhere(file, (text) => !isDefinition(text))
    : parseYaml(file);
}

/** Never true for a document that holds anything else, however it hides it. */
function isDefinition(text: string): boolean {
  const keys = head.exec(text)?.[0];
  return keys !== undefined && !furtherKey.test(text.slice(keys.length));
}
