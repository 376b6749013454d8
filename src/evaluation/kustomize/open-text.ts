/** Patches whose text is open in places: variables that an object around them substitutes and that nobody here knows. */
import { SourceFile } from '../../syntax/source.js';
import { list, mapping, undetermined } from '../../syntax/value.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { movedTo } from './inline.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { spend } from './session.js';

/**
 * The documents of a text of which parts are decided; each value with an open part is open.
 * @throws Refusal where the open parts are more than values, or everything is open
 */
export function openDocuments(session: Session, text: Undetermined): readonly Value[] {
  const { parts, waitsFor, origin } = text;
  const refusal = new Refusal(`what the patch does depends on ${waitsFor.join(', ') || text.expression}`, origin.span);
  if (!parts || parts.every((part) => part === null)) throw refusal;
  const mark = unusedWord(parts);
  const written = parts.map((part) => part ?? mark).join('');
  spend(session, 1);
  const { result, problems } = parseYaml(new SourceFile(origin.span.file.path, written));
  if (problems.length > 0) throw refusal;
  return result.map((document) => opened(movedTo(document, origin), mark, text));
}

function unusedWord(parts: readonly (string | null)[]): string {
  const text = parts.join('');
  let word = 'open';
  while (text.includes(word)) word += 'Q';
  return word;
}

function opened(value: Value, mark: string, text: Undetermined): Value {
  const { waitsFor } = text;
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'scalar': {
      if (typeof value.value !== 'string' || !value.value.includes(mark)) return value;
      const pieces = value.value.split(mark);
      const parts = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [null, piece]));
      const expression = pieces.join(waitsFor.length === 1 ? waitsFor[0] : '…');
      return undetermined(
        expression,
        waitsFor,
        value.origin,
        undefined,
        parts.filter((part) => part !== ''),
      );
    }
    case 'list':
      return list(
        value.items.map((item) => opened(item, mark, text)),
        value.origin,
      );
    case 'map': {
      const entries = [...value.entries.values()].filter(({ key }) => !key.includes(mark));
      const rest = entries.length < value.entries.size ? undetermined('…', waitsFor, value.origin) : undefined;
      return mapping(
        entries.map((entry) => ({ ...entry, value: opened(entry.value, mark, text) })),
        value.origin,
        rest,
      );
    }
  }
}
