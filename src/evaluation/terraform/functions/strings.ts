import type { Plain } from '../../../syntax/edit.js';
import { isNull, list, scalar, type Value } from '../../../syntax/value.js';
import { Fault } from '../fault.js';
import { boundLength } from '../session.js';
import { computed, isDecided, open } from '../values.js';
import { argument, plain, plainText, scalars, structural, textIn, type Call, type Functions } from './definition.js';
import { format, formatList } from './format.js';
import { regexFunctions } from './regex.js';

export const stringFunctions: Functions = {
  ...regexFunctions,
  chomp: scalars(['string'], (text) => text.replace(/[\r\n]+$/, '')),
  endswith: scalars(['string', 'string'], (text, end) => text.endsWith(end)),
  format,
  formatlist: formatList,
  indent: scalars(['number', 'string'], (spaces, text) => indentText(bounded(spaces), text)),
  join,
  lower: scalars(['string'], (text) => eachLetter(text, (letter) => letter.toLowerCase())),
  split: structural(([separator, text], call) => {
    const origin = computed(call.span, call.args);
    const parts = textIn(text) === '' ? [''] : textIn(text).split(textIn(separator));
    return list(
      parts.map((part) => scalar(part, origin)),
      origin,
    );
  }),
  startswith: scalars(['string', 'string'], (text, start) => text.startsWith(start)),
  strcontains: scalars(['string', 'string'], (text, part) => text.includes(part)),
  strrev: scalars(['string'], (text) => Array.from(text).reverse().join('')),
  substr: scalars(['string', 'number', 'number'], substring),
  title: scalars(['string'], (text) => text.replace(wordStart, (letter) => letter.toUpperCase())),
  trim: scalars(['string', 'string'], (text, characters) => trimStart(trimEnd(text, characters), characters)),
  trimprefix: scalars(['string', 'string'], (text, start) =>
    text.startsWith(start) ? text.slice(start.length) : text,
  ),
  trimspace: scalars(['string'], (text) => text.trim()),
  trimsuffix: scalars(['string', 'string'], (text, end) =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  ),
  upper: scalars(['string'], (text) => eachLetter(text, (letter) => letter.toUpperCase())),
};

/** A letter behind white space or ASCII punctuation, as Go's `strings.Title` has it. */
const wordStart = /(?<![^\s!-/:-@[-^`{-~])\p{L}/gu;

/** Go changes letter by letter: one that would become two stays as it is. */
function eachLetter(text: string, change: (letter: string) => string): string {
  const changed = change(text);
  if (changed.length === text.length) return changed;
  return Array.from(text, (letter) => (Array.from(change(letter)).length === 1 ? change(letter) : letter)).join('');
}

/** Texts of which some are open keep the known ones as parts. */
function join(call: Call): Value {
  const { args, span, source } = call;
  const separator = argument(args, 0);
  const lists = args.slice(1);
  if (separator.kind === 'undetermined' || !lists.every((one) => one.kind === 'list' && !one.rest)) {
    if (lists.some((one) => isNull(one) || one.kind === 'map')) throw new Fault('join needs lists of strings');
    return allDecided(call);
  }
  const between = textIn(separator);
  const items = lists.flatMap((one) => (one.kind === 'list' ? one.items : []));
  if (items.every(isDecided)) return allDecided(call);
  const parts = items.flatMap((item, index) => {
    const piece = item.kind === 'undetermined' ? (item.parts ?? [null]) : [textIn(item)];
    return index === 0 ? piece : [between, ...piece];
  });
  return open(source, span, args, undefined, parts);
}

const allDecided = plain(([separator, ...lists]) => {
  const items = lists.flatMap((one) => (Array.isArray(one) ? (one as readonly Plain[]) : []));
  const texts = items.map(plainText);
  boundLength(texts.reduce((length, text) => length + text.length + plainText(separator).length, 0));
  return texts.join(plainText(separator));
});

function indentText(spaces: number, text: string): string {
  const lines = text.split('\n');
  boundLength(text.length + lines.length * spaces);
  return lines.join(`\n${' '.repeat(spaces)}`);
}

/** Counts characters as people see them, which is what Terraform does. */
function substring(text: string, offset: number, length: number): string {
  const characters = graphemes(text);
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  return characters.slice(start, length < 0 ? undefined : start + length).join('');
}

export function graphemes(text: string): readonly string[] {
  if (/^[\x00-\x7f]*$/.test(text) && !text.includes('\r\n')) return text.split('');
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

function trimStart(text: string, characters: string): string {
  const set = new Set(characters);
  let at = 0;
  while (at < text.length && set.has(text.charAt(at))) at += 1;
  return text.slice(at);
}

function trimEnd(text: string, characters: string): string {
  const set = new Set(characters);
  let end = text.length;
  while (end > 0 && set.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function bounded(count: number): number {
  if (count < 0 || count > 10_000) throw new Fault('the indentation is out of range');
  return count;
}
