/** The arguments of a command such as `helm upgrade`: what is positional, and which flags take a value. */
import type { Argument } from '../../azcli/variables.js';
import { scalar } from '../../../syntax/value.js';
import type { Undetermined, Value } from '../../../syntax/value.js';

export interface Flag {
  /** `set-string`; short flags by their long names. */
  readonly name: string;
  readonly value: Value;
  readonly conditional: boolean;
}

export interface CommandArguments {
  readonly positional: readonly Value[];
  readonly flags: readonly Flag[];
  /** Arguments that may say anything. */
  readonly rest?: Undetermined;
}

/** The flags of a program; one that is not named here takes a value. */
export interface Flags {
  /** Short flags with their long names. */
  readonly short: ReadonlyMap<string, string>;
  /** Flags without a value. */
  readonly switches: ReadonlySet<string>;
  /** Flags with a value that may be left out: only `--flag=value` gives one. */
  readonly optional: ReadonlySet<string>;
}

const short: ReadonlyMap<string, string> = new Map([
  ['f', 'values'],
  ['n', 'namespace'],
  ['i', 'install'],
  ['g', 'generate-name'],
  ['o', 'output'],
  ['l', 'labels'],
  ['a', 'api-versions'],
  ['s', 'show-only'],
]);

/** Flags without a value (helm `cmd/helm`, `install.go`, `upgrade.go`, `template.go`, and those of all commands). */
const switches = new Set([
  ...['install', 'generate-name', 'create-namespace', 'wait', 'wait-for-jobs', 'atomic', 'cleanup-on-fail', 'force'],
  ...['dependency-update', 'devel', 'disable-openapi-validation', 'skip-crds', 'include-crds', 'no-hooks', 'replace'],
  ...[
    'render-subchart-notes',
    'reset-values',
    'reset-then-reuse-values',
    'reuse-values',
    'verify',
    'debug',
    'validate',
  ],
  ...['insecure-skip-tls-verify', 'kube-insecure-skip-tls-verify', 'pass-credentials', 'plain-http', 'is-upgrade'],
  ...['enable-dns', 'hide-notes', 'hide-secret', 'skip-schema-validation', 'skip-tests', 'take-ownership', 'help'],
  ...['rollback-on-failure', 'force-replace', 'force-conflicts', 'force-update', 'no-update'],
]);

const helm: Flags = { short, switches, optional: new Set(['dry-run', 'server-side']) };

/** @param known the flags of the program, those of Helm unless told */
export function argumentsIn(args: readonly Argument[], known: Flags = helm): CommandArguments {
  const positional: Value[] = [];
  const flags: Flag[] = [];
  let rest: Undetermined | undefined;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at];
    if (!argument) break;
    const { value, conditional } = argument;
    const flag = flagIn(value, known.short);
    if (!flag) {
      if (value.kind === 'undetermined' && argument.several) rest ??= value;
      else positional.push(value);
      continue;
    }
    if (flag.inline) flags.push({ name: flag.name, value: flag.inline, conditional });
    else if (known.switches.has(flag.name) || known.optional.has(flag.name)) {
      flags.push({ name: flag.name, value: scalar(true, value.origin), conditional });
    } else {
      const next = args[at + 1];
      if (next) flags.push({ name: flag.name, value: next.value, conditional: conditional || next.conditional });
      at++;
    }
  }
  return { positional, flags, ...(rest ? { rest } : {}) };
}

/** What an argument certainly begins with. */
export function startOf(value: Value): string {
  if (value.kind === 'scalar') return String(value.value);
  return value.kind === 'undetermined' ? (value.parts?.[0] ?? '') : '';
}

function flagIn(value: Value, short: Flags['short']): { readonly name: string; readonly inline?: Value } | undefined {
  const start = startOf(value);
  const [whole = '', long, letter, equals] = /^(?:--([A-Za-z][\w-]*)|-([A-Za-z]))(=)?/.exec(start) ?? [];
  if (whole === '') return undefined;
  const name = long ?? short.get(letter ?? '') ?? letter ?? '';
  // `-fvalues.yaml`
  const joined = letter !== undefined && start.length > whole.length;
  if (equals === undefined && !joined) return { name };
  if (value.kind === 'scalar') return { name, inline: scalar(start.slice(whole.length), value.origin) };
  if (value.kind !== 'undetermined') return { name };
  const parts = [start.slice(whole.length), ...(value.parts ?? []).slice(1)].filter((part) => part !== '');
  const expression = value.expression.startsWith(whole) ? value.expression.slice(whole.length) : value.expression;
  return { name, inline: { ...value, expression, parts } };
}
