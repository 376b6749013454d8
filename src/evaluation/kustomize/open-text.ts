/** Patches whose text is open in places: variables that an object around them substitutes and that nobody here knows. */
import { SourceFile } from '../../syntax/source.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { marked, opening } from '../releases/text.js';
import { movedTo } from './inline.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { spend } from './session.js';

/**
 * The documents of a text of which parts are decided; each value with an open part is open.
 * @throws Refusal where the open parts are more than values, or everything is open
 */
export function openDocuments(session: Session, open: Undetermined): readonly Value[] {
  const { parts, waitsFor, origin } = open;
  const refusal = new Refusal(`what the patch does depends on ${waitsFor.join(', ') || open.expression}`, origin.span);
  if (!parts || parts.every((part) => part === null)) throw refusal;
  const { text, mark } = marked(parts);
  spend(session, 1);
  const { result, problems } = parseYaml(new SourceFile(origin.span.file.path, text));
  if (problems.length > 0) throw refusal;
  const calledBy = (pieces: readonly string[]): string => pieces.join(waitsFor.length === 1 ? waitsFor[0] : '…');
  return result.map((document) => opening(movedTo(document, origin), open, mark, calledBy));
}
