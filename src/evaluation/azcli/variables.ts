/** Variables of a script with literal values, followed in the order of its text. */
import type { Part, Word } from '../../syntax/shell/command.js';
import type { Span } from '../../syntax/source.js';
import type { Origin, Undetermined, Value } from '../../syntax/value.js';
import { literal, scalar, through, undetermined } from '../../syntax/value.js';

/** One argument of a command. */
export interface Argument {
  readonly value: Value;
  /** Whether it is there only under a condition. */
  readonly conditional: boolean;
  /** It may stand for any number of arguments: an array or a list of words that the text does not decide. */
  readonly several: boolean;
}

interface Variable {
  readonly items: readonly Argument[];
  readonly isArray: boolean;
  readonly depth: number;
}

export interface Assignment {
  readonly name: string;
  /** The items of an array, or the one value. */
  readonly words: readonly Word[];
  readonly isArray: boolean;
  readonly appends: boolean;
  readonly depth: number;
  /** `?=` of Make: only where nothing is set. */
  readonly ifUnset?: boolean;
}

/** What a command prints, as far as its own words tell. */
export type Printed = (args: readonly Argument[], origin: Origin) => Value | undefined;

export class Variables {
  private readonly known = new Map<string, Variable>();

  /**
   * @param initial what surrounds the script sets
   * @param printed tells the output of a command that stands in a value
   */
  constructor(
    initial: ReadonlyMap<string, Value>,
    private readonly printed: Printed = () => undefined,
  ) {
    for (const [name, value] of initial) {
      const text = value.kind === 'scalar' && value.value !== null ? scalar(String(value.value), value.origin) : value;
      this.known.set(name, { items: [plain(text)], isArray: false, depth: 0 });
    }
  }

  assign({ name, words, isArray, appends, depth, ifUnset }: Assignment): void {
    const earlier = this.known.get(name);
    if (ifUnset && earlier) return;
    const items = words.flatMap((word) => this.argumentsOf(word));
    if (isArray && appends && earlier) {
      const conditional = depth > earlier.depth;
      const added = conditional ? items.map((item) => ({ ...item, conditional })) : items;
      this.known.set(name, { ...earlier, isArray: true, items: [...earlier.items, ...added] });
      return;
    }
    const [value] = items;
    if (isArray || !value) {
      this.known.set(name, { items, isArray, depth });
      return;
    }
    const text =
      appends && earlier?.items[0] ? joined([earlier.items[0].value, value.value], value.value.origin) : value.value;
    const before = earlier && !appends && depth > earlier.depth ? earlier.items[0]?.value : undefined;
    const either = before ? choice(name, [before, text], text.origin) : text;
    const open = appends && earlier !== undefined && depth > earlier.depth;
    const result = open ? undetermined(`$${name}`, [`$${name}`], text.origin) : either;
    this.known.set(name, { items: [plain(result)], isArray: false, depth: before ? (earlier?.depth ?? depth) : depth });
  }

  /** A value that is only known when the script runs: of a loop, or read from its input. */
  forget(name: string, span: Span): void {
    this.known.set(name, { items: [plain(open(`$${name}`, span))], isArray: false, depth: 0 });
  }

  /** The arguments that a word becomes; several where it stands for an array or for text without quotes. */
  argumentsOf(word: Word): readonly Argument[] {
    const [only, another] = word.parts;
    if (only?.kind === 'hole' && !another) {
      const variable = only.name === undefined ? undefined : this.known.get(only.name);
      if (variable && (variable.isArray || only.spread)) return variable.items;
      const value = this.valueOf(word);
      if (only.spread) return [{ value, conditional: false, several: true }];
      return only.quoted ? [plain(value)] : splitted(value, word.span);
    }
    return [plain(this.valueOf(word))];
  }

  /** The text of a word, as far as its variables are known. */
  valueOf({ parts, span }: Word): Value {
    const values = parts.map((part) => this.partValue(part, span));
    const [only, another] = values;
    if (only && !another) return only;
    return joined(values, literal(span));
  }

  private partValue(part: Part, span: Span): Value {
    if (part.kind === 'text') return scalar(part.text, literal(span));
    const variable = part.name === undefined ? undefined : this.known.get(part.name);
    const value = variable?.isArray ? undefined : variable?.items[0]?.value;
    if (value) return through(value, span, part.expression);
    const output =
      part.command &&
      this.printed(
        part.command.flatMap((word) => this.argumentsOf(word)),
        literal(span),
      );
    if (output) return output;
    if (part.fallback !== undefined && !part.fallback.includes('$'))
      return scalar(unquoted(part.fallback), literal(span));
    return open(part.expression, span);
  }
}

function plain(value: Value): Argument {
  return { value, conditional: false, several: false };
}

function open(expression: string, span: Span): Undetermined {
  return undetermined(expression, [expression], literal(span));
}

function choice(name: string, candidates: readonly Value[], origin: Origin): Undetermined {
  return undetermined(`$${name}`, [`$${name}`], origin, candidates);
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

/** A text without quotes falls apart at its spaces. */
function splitted(value: Value, span: Span): readonly Argument[] {
  if (value.kind === 'undetermined') return [{ value, conditional: false, several: true }];
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [plain(value)];
  const words = value.value.split(/\s+/).filter((word) => word !== '');
  if (words.length === 1) return [plain(value)];
  return words.map((word) => plain(scalar(word, { span, from: [value.origin] })));
}

function joined(values: readonly Value[], origin: Origin): Value {
  const from = values.map((value) => value.origin);
  const way = { span: origin.span, from: from.filter((each) => each.from.length > 0 || each.span !== origin.span) };
  if (values.every((value) => value.kind === 'scalar')) {
    return scalar(values.map(({ value }) => (value === null ? '' : String(value))).join(''), way);
  }
  const waits = values.flatMap((value) => (value.kind === 'undetermined' ? value.waitsFor : []));
  const parts = values.map((value) => (value.kind === 'scalar' ? String(value.value ?? '') : null));
  const expression = origin.span.file.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200));
  return undetermined(expression, [...new Set(waits)], way, undefined, parts);
}
