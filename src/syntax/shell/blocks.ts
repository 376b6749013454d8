/** Blocks of a script: what runs only under a condition, and what never runs together. */
import type { Dialect } from './command.js';

export interface Block {
  readonly kind: 'condition' | 'function' | 'group';
  /** Of a function. */
  readonly name?: string;
  /** The command that decides, as written. */
  readonly test: string;
  /** How many ways through it there are, once the script is read. */
  arms: number;
  /** Whether one of them is always taken: there is an `else`, or a pattern for everything. */
  isExhaustive: boolean;
}

/** One way through a block. */
export interface Arm {
  readonly block: Block;
  readonly arm: number;
}

export interface Nesting {
  /** Where a command stands; its first word may close a block or go to its next arm. */
  enter(words: readonly string[], text: string): readonly Arm[];
  /** The same command is done: it may open a block. */
  leave(): void;
  scope(): readonly Arm[];
  /** `NAME()`: the next brace is its body. */
  define(name: string): void;
  /** After `&&` and `||`, up to the end of the line. */
  chain(isOn: boolean): void;
  /** `;;` */
  nextPattern(): void;
  /** `*)` */
  everything(): void;
  /** Braces of PowerShell. @param head the first word of the statement that opens it */
  brace(isOpen: boolean, head: string): void;
}

interface Frame {
  readonly block: Block;
  arm: number;
  readonly word: string;
}

/** Deeper blocks are not told apart. */
const deepest = 40;
const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', 'function', '{']);
const closing = new Set(['fi', 'done', 'esac', '}']);
const leading = new Set(['then', 'do', 'else', '!', 'time']);
const conditionOfMake = /^(?:ifeq|ifneq|ifdef|ifndef)$/;
const plainHead = /^(?:function|filter|try|finally|process|begin|end|do|class|)$/;

export function nestingIn(outer: readonly Arm[], dialect: Dialect): Nesting {
  const stack: Frame[] = [];
  let beyond = 0;
  let chained: Block | undefined;
  let defined: string | undefined;
  let closed: Frame | undefined;
  let awaitsPattern = false;
  let opens: { readonly word: string; readonly words: readonly string[]; readonly test: string } | undefined;

  const push = (word: string, kind: Block['kind'], test: string, name?: string): void => {
    if (stack.length >= deepest) beyond++;
    else {
      const block = { kind, test, arms: 1, isExhaustive: false, ...(name === undefined ? {} : { name }) };
      stack.push({ block, arm: 0, word });
    }
  };
  const pop = (): void => {
    if (beyond > 0) beyond--;
    else closed = stack.pop();
  };
  const nextArm = (frame: Frame | undefined): void => {
    if (frame?.block.kind === 'condition' && beyond === 0) frame.arm = frame.block.arms++;
  };
  const scope = (): readonly Arm[] => {
    const own = stack.flatMap(({ block, arm }) => (block.kind === 'group' ? [] : [{ block, arm }]));
    return [...outer, ...own, ...(chained ? [{ block: chained, arm: 0 }] : [])];
  };

  return {
    scope,
    enter(words, text) {
      opens = undefined;
      if (dialect === 'powershell') return scope();
      let at = 0;
      for (; at < words.length; at++) {
        const word = (words[at] ?? '').replace(/^[@+-]+/, '');
        if (word === 'else' || word === 'elif') {
          nextArm(stack.at(-1));
          const next = words[at + 1] ?? '';
          const block = stack.at(-1)?.block;
          if (word === 'else' && block && !conditionOfMake.test(next)) block.isExhaustive = true;
          if (word === 'elif' || conditionOfMake.test(next)) return scope();
        } else if (word !== '' && !leading.has(word)) break;
      }
      const word = (words[at] ?? '').replace(/^[@+-]+/, '');
      const ofMake = dialect === 'make' && conditionOfMake.test(word);
      if (awaitsPattern && word !== 'esac') nextArm(stack.at(-1));
      awaitsPattern = false;
      if (closing.has(word) || (dialect === 'make' && word === 'endif')) pop();
      else if (opening.has(word) || ofMake) opens = { word, words: words.slice(at), test: text };
      return scope();
    },
    leave() {
      if (!opens) return;
      const { word, words, test } = opens;
      opens = undefined;
      if (word === 'function') defined = words[1];
      if (word === 'function' && !words.includes('{')) return;
      if (word !== '{' && word !== 'function') push(word, 'condition', test);
      else if (defined !== undefined) push(word, 'function', test, defined);
      else push(word, chained ? 'condition' : 'group', test);
      if (word === '{' || word === 'function') defined = undefined;
    },
    define(name) {
      defined = name;
    },
    chain(isOn) {
      if (!isOn) chained = undefined;
      else chained ??= { kind: 'condition', test: '', arms: 1, isExhaustive: false };
    },
    nextPattern() {
      awaitsPattern = stack.at(-1)?.word === 'case';
    },
    everything() {
      const top = stack.at(-1);
      if (top?.word === 'case') top.block.isExhaustive = true;
    },
    brace(isOpen, head) {
      if (!isOpen) {
        pop();
        return;
      }
      if ((head === 'else' || head === 'elseif') && closed?.block.kind === 'condition' && beyond === 0) {
        const frame = closed;
        nextArm(frame);
        if (head === 'else') frame.block.isExhaustive = true;
        stack.push(frame);
      } else push(head, plainHead.test(head) ? 'group' : 'condition', '');
    },
  };
}
