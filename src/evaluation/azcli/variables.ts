/** Variables of a script with literal values, followed in the order of its text. */
import type { Arm, Block } from '../../syntax/shell/blocks.js';
import type { Part, Word } from '../../syntax/shell/command.js';
import { plainText } from '../../syntax/shell/command.js';
import type { Span } from '../../syntax/source.js';
import type { Origin, Undetermined, Value } from '../../syntax/value.js';
import { literal, scalar, through, undetermined } from '../../syntax/value.js';
import { wordsIn } from './words.js';
import { Decisions } from './decisions.js';
import { reaching, relationOf } from './reach.js';
import type { Argument } from './texts.js';
import { either, isFlag, joined, plain, sentence, splitted, textOf } from './texts.js';

export type { Argument } from './texts.js';

interface Variable {
  readonly items: readonly Argument[];
  /** An array, or a list of words in one text. */
  readonly isArray: boolean;
  readonly scope: readonly Arm[];
}

export interface Assignment {
  readonly name: string;
  /** The items of an array, the words of a list, or the one value. */
  readonly words: readonly Word[];
  readonly isArray: boolean;
  readonly appends: boolean;
  readonly scope: readonly Arm[];
  /** `?=` of Make: only where nothing is set. */
  readonly ifUnset?: boolean;
}

/** What a command prints, as far as its own words tell. */
export type Printed = (args: readonly Argument[], origin: Origin) => Value | undefined;

/** Services that answer with the address that asks, as scripts use them for ranges: one address, whichever it is. */
const ownAddress =
  /ifconfig\.(?:me|co|io)|icanhazip\.com|ipify\.org|ipinfo\.io|checkip\.|ident\.me|myip\.opendns\.com|whatismyip/;

/** More assignments of one variable are not weighed. */
const MOST = 40;

export class Variables {
  private readonly known = new Map<string, Variable[]>();
  /** The arguments of the functions that are being called, innermost last. */
  private readonly frames: (readonly Argument[])[] = [];
  private place: readonly Arm[] = [];
  private readonly decisions = new Decisions((name, fallback) => this.textNamed(name, fallback));

  /**
   * @param initial what surrounds the script sets
   * @param printed tells the output of a command that stands in a value
   */
  constructor(
    initial: ReadonlyMap<string, readonly Value[]>,
    private readonly printed: Printed = () => undefined,
  ) {
    for (const [name, values] of initial) {
      const several = values.map((value) =>
        value.kind === 'scalar' && value.value !== null ? scalar(String(value.value), value.origin) : value,
      );
      const block: Block = { kind: 'condition', test: '', arms: several.length, isExhaustive: true };
      for (const [arm, value] of several.slice(0, MOST).entries()) {
        this.set(name, { items: [plain(value)], isArray: false, scope: several.length > 1 ? [{ block, arm }] : [] });
      }
    }
  }

  /** From here on, commands stand there. */
  at(scope: readonly Arm[]): void {
    this.place = scope;
    this.decisions.meet(scope);
  }

  /** What is open about a place, and whether it is certainly never reached. */
  conditions(scope: readonly Arm[]): { readonly scope: readonly Arm[]; readonly isDead: boolean } {
    return { scope: this.decisions.open(scope), isDead: scope.some((arm) => this.decisions.isDead(arm)) };
  }

  /** The text that a variable has here; undefined where it may be another. */
  private textNamed(name: string, fallback?: string): string | undefined {
    const positional = this.positional(name);
    if (positional) return positional[0] ? textOf(positional[0].value) : (fallback ?? '');
    const { all, isComplete } = this.reaching(name);
    if (all.length === 0) return fallback;
    const [only, another] = all;
    return only && !another && isComplete && !only.isArray ? textOf(only.items[0]?.value) : undefined;
  }

  /**
   * What runs sees these as `$1`, `$2`, …, `$@`.
   * @param within the ways through its conditions, which are decided anew
   */
  called(args: readonly Argument[], within: readonly (readonly Arm[])[], run: () => void): void {
    for (const scope of within) this.decisions.again(scope);
    this.frames.push(args);
    run();
    this.frames.pop();
  }

  /** `shift` */
  shift(): void {
    const last = this.frames.pop();
    if (last) this.frames.push(last.slice(1));
  }

  assign({ name, words, isArray, appends, scope: written, ifUnset }: Assignment): void {
    const scope = this.decisions.open(written);
    const before = this.known.get(name) ?? [];
    if (ifUnset && before.some((each) => relationOf(each.scope, scope) === 'covers')) return;
    const items = words.flatMap((word) => this.argumentsOf(word));
    const earlier = before
      .filter(
        (each) => relationOf(each.scope, scope) !== 'excluded' && !each.scope.some((arm) => this.decisions.isDead(arm)),
      )
      .at(-1);
    const added = items[0];
    if (appends && earlier && (isArray || earlier.isArray || isList(added?.value))) {
      const more = isArray || !added ? items : splitted(added.value, added.value.origin.span);
      this.append(name, earlier, more, scope);
    } else if (isArray || !added) this.set(name, { items, isArray: isArray || !added, scope });
    else if (appends && earlier?.items[0]) {
      const longer = scope.length > earlier.scope.length;
      const text = joined([earlier.items[0].value, added.value], added.value.origin);
      this.set(name, { items: [plain(longer ? open(`$${name}`, added.value.origin.span) : text)], isArray, scope });
    } else
      this.set(name, {
        items: [added],
        isArray,
        scope: isDefault(name, scope) && !earlier ? scope.slice(0, -1) : scope,
      });
  }

  private append(name: string, earlier: Variable, more: readonly Argument[], scope: readonly Arm[]): void {
    const covers = relationOf(earlier.scope, scope) === 'covers';
    const isLater = covers && relationOf(scope, earlier.scope) !== 'covers';
    const own = earlier.isArray
      ? earlier.items
      : earlier.items.flatMap(({ value }) => splitted(value, value.origin.span));
    const now = isLater ? more.map((each) => ({ ...each, conditional: true })) : more;
    const kept = covers ? own : own.map((each) => ({ ...each, conditional: true }));
    this.set(name, { items: [...kept, ...now], isArray: true, scope: isLater ? earlier.scope : scope });
  }

  private set(name: string, variable: Variable): void {
    const before = this.known.get(name) ?? [];
    this.known.set(name, [...(variable.scope.length === 0 ? [] : before.slice(1 - MOST)), variable]);
  }

  /** A value that is only known when the script runs: of a loop, or read from its input. */
  forget(name: string, span: Span): void {
    this.set(name, { items: [plain(open(`$${name}`, span))], isArray: false, scope: [] });
  }

  /** The arguments that a word becomes; several where it stands for an array or for text without quotes. */
  argumentsOf(word: Word): readonly Argument[] {
    const [only, another] = word.parts;
    if (only?.kind !== 'hole' || another) return [plain(this.valueOf(word))];
    if (only.alternatives) {
      return either(
        only.alternatives.map((words) => words.flatMap((each) => this.argumentsOf(each))),
        true,
      );
    }
    const positional = this.positional(only.name);
    if (positional && only.spread) return positional;
    const [echo, ...printed] = only.command ?? [];
    if (echo && !only.quoted && plainText(echo) === 'echo') {
      const words = printed.flatMap(wordsIn).flatMap((each) => this.argumentsOf(each));
      return /&&|\|\|/.test(word.span.file.text.slice(word.span.start, word.span.end))
        ? either([words, []], true)
        : words;
    }
    const { all, isComplete } = this.reaching(only.name);
    const [first, second] = all;
    if (first && (second ?? !isComplete)) {
      const lists = all.map((each) => this.wordsOf(each, only.quoted));
      const isList = lists.some((list) => list.length === 0 || isFlag(list[0])) || all.some((each) => each.isArray);
      if (isList && (!only.quoted || only.spread)) return either(lists, isComplete);
    } else if (first && (only.spread || (first.isArray && !only.quoted))) return first.items;
    const value = this.valueOf(word);
    if (only.spread) return [{ value, conditional: false, several: true }];
    return only.quoted ? [plain(value)] : splitted(value, word.span);
  }

  private wordsOf({ items, isArray }: Variable, isQuoted: boolean): readonly Argument[] {
    if (isArray) return items;
    return items.flatMap((item) => (isQuoted ? [item] : splitted(item.value, item.value.origin.span)));
  }

  private reaching(name: string | undefined): { readonly all: readonly Variable[]; readonly isComplete: boolean } {
    const all = name === undefined ? undefined : this.known.get(name);
    const isLive = ({ scope }: Variable): boolean =>
      relationOf(scope, this.place) === 'covers' || !scope.some((arm) => this.decisions.isDead(arm));
    return all ? reaching(all.filter(isLive), this.place) : { all: [], isComplete: false };
  }

  /** Those that `$1` or `$@` stand for inside of a function. */
  private positional(name: string | undefined): readonly Argument[] | undefined {
    const frame = this.frames.at(-1);
    if (!frame || name === undefined || !/^(?:@|[1-9]\d?)$/.test(name)) return undefined;
    if (name === '@') return frame;
    const before = frame.slice(0, Number(name));
    if (before.some(({ several, conditional }) => several || conditional)) return undefined;
    return frame.slice(Number(name) - 1, Number(name));
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
    const value = this.valueNamed(part, span);
    if (value) return through(value, span, part.expression);
    const output =
      part.command &&
      this.printed(
        part.command.flatMap((word) => this.argumentsOf(word)),
        literal(span),
      );
    if (output) return output;
    if (part.command && ownAddress.test(part.expression)) {
      return undetermined(part.expression, [part.expression], literal(span), undefined, [null, '/32']);
    }
    if (part.fallback !== undefined && !part.fallback.includes('$'))
      return scalar(unquoted(part.fallback), literal(span));
    return open(part.expression, span);
  }

  private valueNamed(part: Extract<Part, { kind: 'hole' }>, span: Span): Value | undefined {
    const positional = this.positional(part.name);
    if (positional) {
      const value = positional[0]?.value ?? scalar('', literal(span));
      return textOf(value) === '' && part.fallback !== undefined ? undefined : value;
    }
    const { all, isComplete } = this.reaching(part.name);
    const values = all.map(({ items, isArray }) => (isArray ? sentence(items, literal(span)) : items[0]?.value));
    if (values.length === 0 || (values.length === 1 && isComplete)) return values[0];
    const told = values.map((value) => value ?? open(part.expression, span));
    const texts = new Set(told.map(textOf));
    if (isComplete && texts.size === 1 && !texts.has(undefined)) return told[0];
    return choice(part.name ?? '', isComplete ? told : [open(part.expression, span), ...told], literal(span));
  }
}

/** `[ -z "$NAME" ]`: the value where nobody gives another. */
function isDefault(name: string, scope: readonly Arm[]): boolean {
  const { block, arm } = scope.at(-1) ?? {};
  return arm === 0 && block !== undefined && new RegExp(`-z\\s+"?\\$\\{?${name}\\b`).test(block.test);
}

/** More words for a list: `" --flag"`. */
function isList(value: Value | undefined): boolean {
  return /^\s+-|^-{1,2}[a-z]/i.test(textOf(value) ?? '');
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
