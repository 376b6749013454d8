/** Values that flags of Helm give, in Helm's precedence whatever their order (helm `pkg/cli/values/options.go`). */
import { literal, undetermined } from '../../../syntax/value.js';
import type { Span } from '../../../syntax/source.js';
import type { Undetermined, Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { pathFrom } from '../../gitops/folders.js';
import { mergeAll, mergeValues, withRest } from '../merge.js';
import { hereDocument } from './here-document.js';
import { documentIn } from '../text.js';
import { applyText } from '../settings.js';
import type { SettingKind } from '../settings.js';
import { valuesFile } from '../values-file.js';
import type { Flag, CommandArguments } from './arguments.js';

const kinds: readonly (readonly [flag: string, kind: SettingKind | 'file'])[] = [
  ['set-json', 'json'],
  ['set', 'typed'],
  ['set-string', 'string'],
  ['set-file', 'file'],
  ['set-literal', 'literal'],
];

/** @param folders that paths may be relative to */
export function flagValues(
  { flags, rest }: CommandArguments,
  span: Span,
  folders: readonly string[],
  files: Files,
): Value {
  const ofFiles = flags
    .filter(({ name }) => name === 'values')
    .flatMap((flag) => namesIn(flag.value).map((value) => ({ ...flag, value })))
    .map((flag) => uncertain(fileValues(flag.value, span, folders, files), flag));
  const merged = mergeAll(ofFiles, literal(span));
  const set = kinds.reduce(
    (values, [name, kind]) =>
      flags.filter((flag) => flag.name === name).reduce((sofar, flag) => withFlag(sofar, flag, kind), values),
    merged,
  );
  const reused = flags.find(({ name }) => name === 'reuse-values' || name === 'reset-then-reuse-values');
  const others = rest ?? (reused && open('the values of the release before', reused.value));
  return set.kind === 'map' && others ? withRest(set, others) : set;
}

function withFlag(values: Value, flag: Flag, kind: SettingKind | 'file'): Value {
  const text = kind === 'file' ? withoutFile(flag.value) : flag.value;
  return applyText(values, flag.conditional ? opened(text) : text, kind === 'file' ? 'string' : kind);
}

/** A comma separates files, as it does all values of such flags. */
function namesIn(value: Value): readonly Value[] {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [value];
  return value.value.split(',').map((name) => ({ ...value, value: name }));
}

function fileValues(value: Value, span: Span, folders: readonly string[], files: Files): Value {
  if (value.kind !== 'scalar') return value;
  const name = String(value.value);
  const given = name === '-' || name === '/dev/stdin' ? hereDocument(span) : undefined;
  if (given) return documentIn(given) ?? open('what the script hands over', value);
  const paths = folders.flatMap((folder) => pathFrom(folder, name) ?? []);
  const path = paths.find((each) => files.has(each));
  return (
    (path === undefined ? undefined : valuesFile(path, files, value.origin)) ?? open(`the values file ${name}`, value)
  );
}

/** Only under a condition: the script decides it. */
function uncertain(value: Value, { conditional }: Flag): Value {
  return conditional ? mergeValues(value, open('a condition of the script', value)) : value;
}

/** `key=path`: what the file holds is a text that no mapper reads. */
function withoutFile(value: Value): Value {
  const text = value.kind === 'scalar' ? String(value.value) : undefined;
  const equals = text?.indexOf('=') ?? -1;
  if (text === undefined || equals < 0) return value;
  const what = `the file ${text.slice(equals + 1)}`;
  return undetermined(what, [what], value.origin, undefined, [text.slice(0, equals + 1), null]);
}

/** What is set is set to something else, or not at all. */
function opened(value: Value): Value {
  const text = value.kind === 'scalar' ? String(value.value) : '';
  const equals = text.indexOf('=');
  if (equals < 0) return value;
  const what = 'a condition of the script';
  return undetermined(what, [what], value.origin, undefined, [text.slice(0, equals + 1), null]);
}

function open(what: string, { origin }: Value): Undetermined {
  return undetermined(what, [what], origin);
}
