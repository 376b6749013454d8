/** The words of a command of `az network`: what it is about, what it does, and its flags. */
import type { Value } from '../../../syntax/value.js';
import type { Argument } from '../variables.js';

export interface Flags {
  /** The arguments of the first of some flags that is there. */
  values(flags: readonly string[]): readonly Argument[] | undefined;
  readonly all: ReadonlyMap<string, readonly Argument[]>;
  /** An argument that may stand for any number of flags. */
  readonly open: Argument | undefined;
}

export function flagsIn(args: readonly Argument[]): Flags {
  const all = new Map<string, Argument[]>();
  let last: Argument[] | undefined;
  let open: Argument | undefined;
  for (const argument of args) {
    const text = textOf(argument.value);
    const [, flag, inline] = /^(-{1,2}[A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text ?? '') ?? [];
    if (flag !== undefined) {
      last = [];
      all.set(flag, last);
      if (inline !== undefined) last.push({ ...argument, value: { ...argument.value, value: inline } as Value });
    } else if (last) last.push(argument);
    else if (argument.several) open ??= argument;
  }
  return {
    all,
    open,
    values: (flags) =>
      flags.flatMap((flag) => all.get(flag) ?? []).length > 0
        ? flags.flatMap((flag) => all.get(flag) ?? [])
        : undefined,
  };
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}
