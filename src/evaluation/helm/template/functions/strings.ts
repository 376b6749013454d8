/** Functions that read or change a text as a whole. */
import { bool, sequence } from '../data/data.js';
import { computed, concat, slice, text, withValue } from '../data/text.js';
import { byBytes, print } from '../data/format.js';
import { argument, intAt, stringAt, textAt } from './arguments.js';
import { camelCase, kebabCase, snakeCase, swapCase, titleCase } from './case.js';
import type { Fn, Functions } from './function.js';
import { strict } from './function.js';

const changing = (change: (value: string) => string): Fn =>
  strict((args) => withValue(textAt(args, 0), change(stringAt(args, 0))));

export const STRINGS: Functions = {
  upper: changing((value) => value.toUpperCase()),
  lower: changing((value) => value.toLowerCase()),
  title: changing(titleCase),
  untitle: changing((value) =>
    value.replace(/(^|\s)(\S)/g, (_, before: string, first: string) => before + first.toLowerCase()),
  ),
  swapcase: changing(swapCase),
  snakecase: changing(snakeCase),
  camelcase: changing(camelCase),
  kebabcase: changing(kebabCase),
  nospace: changing((value) => value.replace(/\s+/g, '')),
  initials: changing((value) => [...value.matchAll(/(?:^|\s)(\S)/g)].map(([, first]) => first ?? '').join('')),
  contains: strict((args) => bool(stringAt(args, 1).includes(stringAt(args, 0)))),
  hasPrefix: strict((args) => bool(stringAt(args, 1).startsWith(stringAt(args, 0)))),
  hasSuffix: strict((args) => bool(stringAt(args, 1).endsWith(stringAt(args, 0)))),
  sortAlpha: strict((args, { holes }) => {
    const data = argument(args, 0);
    if (data.kind !== 'list') return sequence([print(data, holes)]);
    const items = data.items.map((item) => print(item, holes));
    return sequence(
      items.sort((a, b) => byBytes(a.value, b.value)),
      data.rest,
    );
  }),
  wrap: strict((args) => computed(wrapped(stringAt(args, 1), intAt(args, 0), '\n', false), [argument(args, 1)])),
  wrapWith: strict((args) =>
    computed(wrapped(stringAt(args, 2), intAt(args, 0), stringAt(args, 1), true), [argument(args, 2)]),
  ),
  abbrevboth: strict((args) => {
    const [left, right, whole] = [intAt(args, 0), intAt(args, 1), textAt(args, 2)];
    if (right < 4 || (left > 0 && right < 7) || whole.value.length <= right) return whole;
    return concat([text('...'), slice(whole, left, left + right - 6), text('...')]);
  }),
  regexQuoteMeta: strict((args) => computed(stringAt(args, 0).replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'), args)),
};

function wrapped(value: string, width: number, separator: string, breaks: boolean): string {
  const lines: string[] = [];
  let line = '';
  for (let word of value.split(' ')) {
    while (breaks && word.length > width && width > 0) {
      if (line !== '') lines.push(line);
      line = '';
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(separator);
}
