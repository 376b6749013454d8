/** YAML that stands as a text in a kustomization. */
import { SourceFile } from '../../syntax/source.js';
import type { Parsed } from '../../syntax/problem.js';
import type { Origin, Scalar, Value } from '../../syntax/value.js';
import { documentRanges } from '../../syntax/yaml/documents.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { spend } from './session.js';

/** Blanking a file out for each of its texts costs its length each time; so many characters are one step. */
const CHARACTERS_A_STEP = 2_000;

/**
 * The documents of a text. Those of a block text have places in the file that holds it, and can be edited there: everything
 * around the text is blanked out, so that lines and columns stay what they are. All values of any other text stand where the text does.
 *
 * @throws Refusal for what is no YAML
 */
export function inlineDocuments(session: Session, text: Scalar): readonly Value[] {
  if (typeof text.value !== 'string') return [];
  spend(session, Math.ceil(text.origin.span.file.text.length / CHARACTERS_A_STEP));
  const placed = inPlace(text);
  if (placed) return placed;
  const { result } = checked(parseYaml(new SourceFile(text.origin.span.file.path, text.value)), text);
  return result.map((value) => movedTo(value, text.origin));
}

function inPlace(text: Scalar): readonly Value[] | undefined {
  const { file, start, end } = text.origin.span;
  if (text.origin.from.length > 0) return undefined;
  const header = /^\|[^\n]*\n/.exec(file.text.slice(start, end));
  if (!header) return undefined;
  const from = start + header[0].length;
  const content = file.text.slice(from, end);
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(content)?.[1]?.length ?? 0;
  // Markers of documents count at the start of a line only, where the text has its own beginning.
  const dedented = content.replace(new RegExp(`^ {1,${Math.max(1, indent)}}`, 'gm'), '');
  if (documentRanges(dedented).length > 1) return undefined;
  const marker = /^( *)---(?=[ \t]*(?:#[^\n]*)?\r?\n)/.exec(content);
  const masked = `${file.text.slice(0, from).replace(/[^\n]/g, ' ')}${marker ? content.replace('---', '   ') : content}`;
  return checked(parseYaml(new SourceFile(file.path, masked)), text).result;
}

function checked<T>(parsed: Parsed<T>, text: Scalar): Parsed<T> {
  const [problem] = parsed.problems;
  if (problem) throw new Refusal(`the patch can't be read: ${problem.message}`, text.origin.span);
  return parsed;
}

/** The same value with every part at one place. */
export function movedTo(value: Value, origin: Origin): Value {
  switch (value.kind) {
    case 'scalar':
      return { kind: 'scalar', value: value.value, ...(value.raw === undefined ? {} : { raw: value.raw }), origin };
    case 'undetermined':
      return { ...value, origin };
    case 'list':
      return { ...value, items: value.items.map((item) => movedTo(item, origin)), origin };
    case 'map': {
      const entries = [...value.entries].map(
        ([key, entry]) => [key, { key, keySpan: origin.span, value: movedTo(entry.value, origin) }] as const,
      );
      return { kind: 'map', entries: new Map(entries), origin };
    }
  }
}
