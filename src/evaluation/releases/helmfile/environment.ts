/** The environments of a helmfile: each is a deployment of its own, with values of its own. */
import { literal, lookup, mapping, undetermined } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { parentOf, pathFrom } from '../../gitops/folders.js';
import { entriesAt, itemsAt, textAt } from '../../gitops/read.js';
import { mergeAll } from '../merge.js';
import { valuesFile } from '../values-file.js';
import type { Environment } from './expression.js';
import { parseHelmfile } from './document.js';
import { resolved } from './resolved.js';

/** More environments than these are not deployed one by one. */
const MOST = 20;

/** What a helmfile is deployed to without `--environment`. */
export const usual = 'default';

/** Their names, where what is released depends on them; else only the usual one. */
export function environmentsOf(path: string, state: Value | undefined, files: Files): readonly string[] {
  const names = entriesAt(state, 'environments').map(({ key }) => key);
  const text = files.read(path)?.text ?? '';
  const depends = /\{\{[^\n]*\.(?:Environment|Values|StateValues)\b/.test(text) || /^\s*condition:/m.test(text);
  return names.length === 0 || !depends ? [usual] : names.slice(0, MOST);
}

/** The values of the state below those of the environment, files in order. */
export function environmentOf(name: string, path: string, state: Value, files: Files): Environment {
  const own = lookup(state, ['environments', name]);
  const bare: Environment = { name, values: mapping([], literal(state.origin.span)) };
  const documents = [
    ...itemsAt(state, 'values'),
    ...itemsAt(own, 'values'),
    ...itemsAt(own, 'secrets').map((each) => unknown(`the secrets ${textAt(each) ?? ''}`, each)),
  ].map((each) => documentOf(resolved(each, bare), path, bare, files));
  return { name, values: mergeAll(documents, state.origin) };
}

function documentOf(value: Value, path: string, bare: Environment, files: Files): Value {
  if (value.kind === 'map' || value.kind === 'undetermined') return value;
  const name = textAt(value) ?? '';
  const at = pathFrom(parentOf(path), name);
  if (at !== undefined && name.endsWith('.gotmpl') && files.has(at)) {
    const template = files.parse(at, parseHelmfile)?.[0];
    if (template) return resolved(template, bare);
  }
  const found = at === undefined ? undefined : valuesFile(at, files, value.origin);
  return found ?? unknown(`the values file ${name}`, value);
}

function unknown(what: string, at: Value): Value {
  return undetermined(what, [what], at.origin);
}
