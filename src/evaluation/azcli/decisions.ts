/** Conditions of scripts that the script itself decides: `USE_PRIVATE=false`, and later `if [ "$USE_PRIVATE" = true ]`. */
import type { Arm, Block } from '../../syntax/shell/blocks.js';

/** The text of a variable, as far as it is known; where nothing sets it, the fallback. */
export type TextNamed = (name: string, fallback?: string) => string | undefined;

const ofShell = /^if\s+\[\[?\s+(.+?)\s+\]\]?\s*(?:;|$)/;
const ofMake = /^if(n?)eq\s*\(\s*([^,()]*(?:\([\w.]+\))?)\s*,\s*([^,()]*(?:\([\w.]+\))?)\s*\)/;
const compared = /^(\S+|"[^"]*"|'[^']*')\s+(==?|!=|-eq|-ne)\s+(\S+|"[^"]*"|'[^']*')$/;
const empty = /^-([zn])\s+(\S+|"[^"]*")$/;

/** Whether the test of a block holds. */
export function holds({ test }: Block, text: TextNamed): boolean | undefined {
  const make = ofMake.exec(test);
  if (make) return same(make[2] ?? '', make[3] ?? '', make[1] === 'n', text);
  const condition = ofShell.exec(test)?.[1];
  if (condition === undefined) return undefined;
  const [, letter, operand] = empty.exec(condition) ?? [];
  if (operand !== undefined) {
    const value = textOf(operand, text);
    return value === undefined ? undefined : (value === '') === (letter === 'z');
  }
  const [, left, operator, right] = compared.exec(condition) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return same(left, right, operator === '!=' || operator === '-ne', text);
}

function same(left: string, right: string, isNot: boolean, text: TextNamed): boolean | undefined {
  const [one, other] = [textOf(left, text), textOf(right, text)];
  return one === undefined || other === undefined ? undefined : (one === other) !== isNot;
}

function textOf(operand: string, text: TextNamed): string | undefined {
  const bare = operand.trim().replace(/^(["'])(.*)\1$/, '$2');
  const [, braced, bracketed, plain] = /^\$(?:\{(\w+)\}|\((\w+)\)|(\d|[A-Za-z_]\w*))$/.exec(bare) ?? [];
  const name = braced ?? bracketed ?? plain;
  if (name !== undefined) return text(name);
  const [, given, fallback] = /^\$\{(\w+):?-(["']?[\w.-]*["']?)\}$/.exec(bare) ?? [];
  if (given !== undefined) return text(given, fallback?.replace(/["']/g, ''));
  return /^[\w.-]*$/.test(bare) ? bare : undefined;
}

/** Ways that are never taken, and what of a place is certain. */
export class Decisions {
  private readonly known = new Map<Block, boolean | undefined>();

  constructor(private readonly text: TextNamed) {}

  /** Call it where the test stands, or just after: variables count as they are then. */
  meet(scope: readonly Arm[]): void {
    for (const { block } of scope) {
      if (!this.known.has(block)) this.known.set(block, block.test === '' ? undefined : holds(block, this.text));
    }
  }

  /** A function that is called again may take other ways. */
  again(scope: readonly Arm[]): void {
    for (const { block } of scope) this.known.delete(block);
  }

  isDead({ block, arm }: Arm): boolean {
    const decided = this.known.get(block);
    return decided === undefined ? false : decided ? arm > 0 : arm === 0;
  }

  /** A scope without the ways that are certainly taken. */
  open(scope: readonly Arm[]): readonly Arm[] {
    return scope.filter(({ block, arm }) => {
      const decided = this.known.get(block);
      if (decided === undefined) return true;
      return decided ? arm > 0 : arm === 0 || block.arms > 2 || !block.isExhaustive;
    });
  }
}
