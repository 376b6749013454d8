/** YAML that stands as a text in YAML. */
import { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';

/**
 * The mapping in a block text, with places in the file that holds it: everything around the text is blanked out, so that
 * lines and columns stay what they are.
 * @returns undefined for anything else, or a text that can't be read
 */
export function embeddedYaml(value: Value): Value | undefined {
  if (value.kind !== 'scalar' || value.origin.from.length > 0) return undefined;
  const { file, start, end } = value.origin.span;
  const header = /^[|>][^\n]*\n/.exec(file.text.slice(start, end));
  if (!header) return undefined;
  const from = start + header[0].length;
  const masked = file.text.slice(0, from).replace(/[^\n]/g, ' ') + file.text.slice(from, end);
  const { result } = parseYaml(new SourceFile(file.path, masked));
  const [document] = result;
  return document?.kind === 'map' ? document : undefined;
}
