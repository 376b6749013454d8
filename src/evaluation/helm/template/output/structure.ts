/** Holes that stand on a line by themselves: where YAML wants an entry or an item, they are written as one. */
import { MANY } from '../data/holes.js';
import type { Text } from '../data/data.js';
import { concat, slice, text } from '../data/text.js';
import { hasHoles } from '../data/holes.js';

const ALONE = /^([ \t]*)(\uE000\d+\uE001)+[ \t]*$/;

/** The same text, with each hole on a line of its own marked as standing for several entries or items. */
export function markStructure(whole: Text): Text {
  if (!hasHoles(whole.value)) return whole;
  const lines = whole.value.split('\n');
  const parts: Text[] = [];
  let at = 0;
  lines.forEach((line, index) => {
    const end = at + line.length;
    const piece = slice(whole, at, end);
    if (index > 0) parts.push(text('\n'));
    const alone = ALONE.exec(line);
    if (!alone) {
      parts.push(piece);
    } else {
      const indent = alone[1]?.length ?? 0;
      const isItem = isList(lines, index, indent);
      const one = slice(piece, indent, line.indexOf('\uE001') + 1);
      parts.push(
        concat([slice(piece, 0, indent), text(isItem ? '- ' : ''), one, text(isItem ? MANY : `${MANY}: null`)]),
      );
    }
    at = end + 1;
  });
  return concat(parts);
}

/** Whether the lines around are items of a list at this indentation. */
function isList(lines: readonly string[], index: number, indent: number): boolean {
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const line = lines[at] ?? '';
      if (/^\s*(?:#.*)?$/.test(line) || ALONE.test(line)) continue;
      const own = line.length - line.trimStart().length;
      if (own > indent) {
        if (step === -1) continue;
        break;
      }
      if (own === indent && /^-(?: |$)/.test(line.trimStart())) return true;
      break;
    }
  }
  return false;
}
