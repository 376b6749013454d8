/**
 * Scripts of Bash and its like, PowerShell and recipes of Make, as far as it takes to see commands and their arguments: quotes,
 * continued lines, comments, here-documents, arrays. Nothing is executed.
 */
import type { SourceFile } from '../source.js';
import type { Arm } from './blocks.js';
import { nestingIn } from './blocks.js';
import type { Command, Dialect, Part, Word } from './command.js';
import { plainText } from './command.js';
import { holeAt } from './hole.js';

export interface Piece {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly dialect: Dialect;
  /** Line breaks are spaces: folded scalars of YAML. */
  readonly folded?: boolean;
}

/** A type of PowerShell before the variable that it is of. */
const cast = /^\[\w[\w.]*(?:\[\])?\](?=\$)/;
/** Substitutions inside substitutions are followed this deep. */
const deepest = 6;

/** What the last of some commands prints is the text of a substitution. */
function outputOf(commands: readonly Command[]): { readonly command?: readonly Word[] } {
  const last = commands.at(-1);
  return last ? { command: last.words } : {};
}

/** The rest of a line, as far as it matters. */
function lineAt(text: string, start: number): string {
  return /^[^\n]*/.exec(text.slice(start, start + 300))?.[0].trimEnd() ?? '';
}

/** The commands of a piece in their order, those of substitutions before the command that they stand in. */
export function commandsIn(piece: Piece, outer: readonly Arm[] = [], levels = deepest): readonly Command[] {
  const { file, end, dialect } = piece;
  const { text } = file;
  const escape = dialect === 'powershell' ? '`' : '\\';
  const commands: Command[] = [];
  let words: Word[] = [];
  let parts: Part[] = [];
  let items: Word[] | undefined;
  let began = -1;
  let skipWord = false;
  const nesting = nestingIn(outer, dialect);
  /** Of PowerShell: the first word of the statement. */
  let head = '';
  let isFresh = true;
  /** Parentheses that are open since `param(`. */
  let parameters = 0;
  const arrays: { words: Word[]; parts: Part[]; began: number }[] = [];
  const heredocs: string[] = [];
  let at = piece.start;

  const add = (part: Part, from: number): void => {
    if (began < 0) began = from;
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && last.quoted === part.quoted) {
      parts[parts.length - 1] = { ...last, text: last.text + part.text };
    } else parts.push(part);
  };
  const endWord = (): void => {
    if (began >= 0 && !skipWord) {
      words.push({ parts, span: { file, start: began, end: at }, ...(items ? { items } : {}) });
      if (isFresh) head = text.slice(began, Math.min(at, began + 40)).toLowerCase();
      isFresh = false;
    }
    if (began >= 0) skipWord = false;
    parts = [];
    items = undefined;
    began = -1;
  };
  const endCommand = (): void => {
    endWord();
    skipWord = false;
    const first = words[0];
    if (!first) return;
    const span = { file, start: first.span.start, end: words.at(-1)?.span.end ?? at };
    const scope = nesting.enter(
      words.slice(0, 4).map((word) => plainText(word) ?? ''),
      lineAt(text, span.start),
    );
    commands.push({ words, span, scope });
    nesting.leave();
    words = [];
  };
  const hole = (quoted: boolean): boolean => {
    const found = holeAt(text, at, end, dialect, quoted);
    if (!found) return false;
    if (found.inside && levels > 0) {
      const { start, end: stop } = found.inside;
      const inner = commandsIn({ ...piece, start, end: stop }, nesting.scope(), levels - 1);
      commands.push(...inner);
      add({ ...found.hole, ...outputOf(inner) }, at);
    } else if (found.choices && levels > 0) {
      const alternatives = found.choices.map((choice) =>
        commandsIn({ ...piece, ...choice, folded: true }, [], levels - 1).flatMap((each) => each.words),
      );
      add({ ...found.hole, alternatives }, at);
    } else add(found.hole, at);
    at = found.end;
    return true;
  };
  const quote = (mark: string): void => {
    const from = at++;
    let kept = at;
    const keep = (): void => {
      if (at > kept) add({ kind: 'text', text: text.slice(kept, at), quoted: true }, from);
    };
    while (at < end && text[at] !== mark) {
      // Between double quotes the shell keeps a backslash that nothing needs (POSIX 2.2.3): `"a\.b"` is `a\.b`.
      if (mark === '"' && dialect !== 'powershell' && /^\\[^$`"\\\r\n]/.test(text.slice(at, at + 2))) at += 2;
      else if (mark === '"' && text[at] === escape) {
        keep();
        at++;
        if (text[at] === '\n') kept = at + 1;
        else kept = at;
        at++;
      } else if (mark === '"' && text[at] === '$') {
        keep();
        if (!hole(true)) {
          kept = at++;
          continue;
        }
        kept = at;
      } else at++;
      if (dialect === 'powershell' && text[at] === mark && text[at + 1] === mark) {
        at++;
        keep();
        kept = ++at;
      }
    }
    keep();
    if (parts.length === 0) add({ kind: 'text', text: '', quoted: true }, from);
    at++;
  };
  /** `NAME()`, also after `function`. */
  const definition = (from: number, here: number): string | undefined => {
    if (from < 0 || words.length > 1 || !/^\(\s*\)/.test(text.slice(here, here + 10))) return undefined;
    if (words[0] && plainText(words[0]) !== 'function') return undefined;
    return /^[\w:.-]+$/.exec(text.slice(from, here))?.[0];
  };
  const to = (stop: string): void => {
    const found = text.indexOf(stop, at);
    at = found < 0 || found > end ? end : found;
  };

  while (at < end) {
    const char = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (char === escape && /^\r?\n/.test(text.slice(at + 1, at + 3))) at += next === '\r' ? 3 : 2;
    else if (char === '\n' && !piece.folded && arrays.length === 0) {
      endCommand();
      nesting.chain(false);
      isFresh = true;
      at++;
      for (const mark of heredocs.splice(0)) {
        const line = new RegExp(`^[ \\t]*${mark}[ \\t]*\\r?$`, 'm').exec(text.slice(at, end));
        at = line ? at + line.index + line[0].length : end;
      }
    } else if (/\s/.test(char)) {
      endWord();
      at++;
    } else if (char === '#' && began < 0) to('\n');
    else if (dialect === 'powershell' && char === '<' && next === '#') {
      to('#>');
      at += 2;
    } else if (
      dialect === 'powershell' &&
      char === '@' &&
      /["']/.test(next) &&
      /^\r?\n/.test(text.slice(at + 2, at + 4))
    ) {
      to(`\n${next}@`);
      add({ kind: 'hole', expression: 'here-string', quoted: true }, at);
      at += 3;
    } else if (char === "'" || char === '"') quote(char);
    else if (char === '$') {
      if (!hole(false)) add({ kind: 'text', text: char, quoted: false }, at++);
    } else if (char === '(' && /(?:^|\w\+?=|@)$/.test(began < 0 ? '-' : text.slice(Math.max(began, at - 3), at))) {
      if (dialect === 'powershell') parts = parts.slice(0, -1);
      arrays.push({ words, parts, began });
      [words, parts, began] = [[], [], -1];
      at++;
    } else if (char === ')' && arrays.length > 0) {
      endWord();
      const outer = arrays.pop();
      items = words;
      words = outer?.words ?? [];
      parts = outer?.parts ?? [];
      began = outer?.began ?? at;
      at++;
    } else if (
      dialect === 'powershell' &&
      char === '@' &&
      began < 0 &&
      /^@[A-Za-z_]\w*/.test(text.slice(at, at + 80))
    ) {
      const name = /^@(\w+)/.exec(text.slice(at, at + 80))?.[1] ?? '';
      add({ kind: 'hole', expression: `@${name}`, name, spread: true, quoted: false }, at);
      at += name.length + 1;
    } else if (char === ',' && dialect === 'powershell' && arrays.length > 0) {
      endWord();
      at++;
    } else if (char === '<' && next === '<' && text[at + 2] !== '<' && dialect !== 'powershell') {
      const mark = /^<<-?\s*["']?(\w+)["']?/.exec(text.slice(at, at + 100));
      if (mark?.[1] !== undefined) heredocs.push(mark[1]);
      endWord();
      at += mark ? mark[0].length : 2;
    } else if (char === '>' || char === '<') {
      if (/^\d$/.test(parts.map((part) => (part.kind === 'text' ? part.text : '-')).join(''))) parts = [];
      if (parts.length === 0) began = -1;
      endWord();
      at++;
      while (at < end && /[>&]/.test(text[at] ?? '')) at++;
      skipWord = true;
    } else if (dialect !== 'powershell' && char === '(' && arrays.length === 0 && definition(began, at)) {
      const name = definition(began, at) ?? '';
      [words, parts, began] = [[], [], -1];
      nesting.define(name);
      to(')');
      at++;
    } else if (/[;|&()]/.test(char) && arrays.length === 0) {
      const last = parts.length === 1 ? text.slice(began, at) : '';
      endCommand();
      if (char === ')' && last === '*') nesting.everything();
      if (char === '(' && (parameters > 0 || head === 'param')) parameters++;
      if (char === ')' && parameters > 0) parameters--;
      if ((char === '&' || char === '|') && next === char) {
        nesting.chain(true);
        at++;
      } else if (char === ';') {
        if (next === ';') nesting.nextPattern();
        nesting.chain(false);
        isFresh = true;
      }
      at++;
    } else if (dialect === 'powershell' && /[{}]/.test(char) && arrays.length === 0) {
      endCommand();
      nesting.brace(char === '{', text[at - 1] === '@' ? '' : head);
      isFresh = true;
      at++;
    } else if (dialect === 'powershell' && char === ',' && parameters > 0) {
      endCommand();
      at++;
    } else if (dialect === 'powershell' && char === '[' && began < 0 && cast.test(text.slice(at, at + 80))) {
      at += cast.exec(text.slice(at, at + 80))?.[0].length ?? 1;
    } else if (char === '`' && dialect !== 'powershell') {
      const from = at++;
      to('`');
      add({ kind: 'hole', expression: text.slice(from, Math.min(at + 1, from + 200)), quoted: false }, from);
      if (levels > 0) commands.push(...commandsIn({ ...piece, start: from + 1, end: at }, nesting.scope(), levels - 1));
      at++;
    } else if (char === escape) {
      add({ kind: 'text', text: next, quoted: true }, at);
      at += 2;
    } else add({ kind: 'text', text: char, quoted: false }, at++);
  }
  at = end;
  endCommand();
  return commands;
}
