/** One command of kubectl with what it is about. */
import type { Span } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import type { FoundCommand } from '../azcli/flow.js';
import type { CommandArguments, Flags } from '../releases/commands/arguments.js';
import { argumentsIn } from '../releases/commands/arguments.js';
import { lastFlag, textOf } from '../releases/commands/release.js';

export type Verb = 'annotate' | 'patch' | 'expose' | 'create';

export interface Call {
  readonly verb: Verb;
  /** What stands behind the verb. */
  readonly operands: readonly Value[];
  readonly given: CommandArguments;
  readonly namespace: Value | undefined;
  readonly span: Span;
  /** Whether it stands in a condition, a loop or a function that may not run. */
  readonly isConditional: boolean;
}

/** Flags of `kubectl annotate`, `patch`, `expose` and `create service`, and of all commands (kubectl 1.34). */
const kubectl: Flags = {
  short: new Map([
    ['n', 'namespace'],
    ['f', 'filename'],
    ['k', 'kustomize'],
    ['l', 'selector'],
    ['o', 'output'],
    ['p', 'patch'],
    ['R', 'recursive'],
    ['A', 'all-namespaces'],
    ['s', 'server'],
    ['v', 'v'],
  ]),
  switches: new Set([
    ...[
      'all',
      'all-namespaces',
      'allow-missing-template-keys',
      'insecure-skip-tls-verify',
      'list',
      'local',
      'overwrite',
    ],
    ...[
      'match-server-version',
      'record',
      'recursive',
      'save-config',
      'show-managed-fields',
      'warnings-as-errors',
      'help',
    ],
  ]),
  optional: new Set(['dry-run', 'validate']),
};

/** @returns undefined for other commands, and for one that changes nothing in a cluster */
export function callOf({ args, span, scope, isDead }: FoundCommand<'kubectl'>): Call | undefined {
  const given = argumentsIn(args, kubectl);
  const [first, ...operands] = given.positional;
  const verb = first && verbOf(textOf(first));
  if (!verb || isDead || !changes(given, span)) return undefined;
  return {
    verb,
    operands,
    given,
    namespace: lastFlag(given, 'namespace'),
    span,
    isConditional: scope.some(({ block }) => block.kind === 'condition'),
  };
}

function verbOf(text: string | undefined): Verb | undefined {
  return text === 'annotate' || text === 'patch' || text === 'expose' || text === 'create' ? text : undefined;
}

/** What is only printed changes something where it is handed to `kubectl apply`. */
function changes(given: CommandArguments, { file, end }: Span): boolean {
  const dry = lastFlag(given, 'dry-run');
  const isDry = dry !== undefined && !['none', 'false'].includes(textOf(dry) ?? '');
  const isLocal = ['local', 'list'].some((name) => lastFlag(given, name) !== undefined);
  if (!isDry && !isLocal) return true;
  return /^[\s\\]*\|[\s\\]*(?:sudo\s+)?kubectl\s[^\n;|]*\b(?:apply|create|replace)\b/.test(
    file.text.slice(end, end + 300),
  );
}
