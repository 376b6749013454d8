/** Commands that change objects past their declaration: `kubectl annotate` and `kubectl patch`. */
import type { Files } from '../../tree/files.js';
import type { Value } from '../../syntax/value.js';
import { list, literal, scalar } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Setting } from '../azcli/arguments.js';
import { entryOf, headingOf, treeOf } from '../azcli/tree.js';
import { pathFrom, parentOf } from '../gitops/folders.js';
import { textAt } from '../gitops/read.js';
import { startOf } from '../releases/commands/arguments.js';
import { lastFlag, noWriter, textOf } from '../releases/commands/release.js';
import { documentIn } from '../releases/text.js';
import type { Resource, Root } from '../resource.js';
import type { Call } from './call.js';
import type { Target } from './target.js';
import { targetIn } from './target.js';

/** The type of a resource that stands for a command which changes an object. */
export const changeType = 'change by command';

export interface Change {
  readonly call: Call;
  readonly target: Target;
  /** What the object gets, as a list of patches; `null` for what is taken away. */
  readonly patches: readonly Value[];
  /** The same as settings, where the command gives annotations. */
  readonly annotations: readonly Setting[];
}

/** @returns undefined for other commands */
export function changeOf(call: Call, root: Root, files: Files): Change | undefined {
  if (call.verb !== 'annotate' && call.verb !== 'patch') return undefined;
  const target = targetIn(call.operands) ?? namedByFile(call, root, files);
  if (!target) return undefined;
  if (call.verb === 'annotate') {
    const annotations = target.rest.flatMap((value) => annotationIn(value) ?? []);
    return { call, target, patches: [treeOf(annotations, call.span, undefined)], annotations };
  }
  const patch = patchOf(call, root, files);
  const document = patch && documentIn(patch);
  return { call, target, patches: document ? [document] : [], annotations: [] };
}

/** `key=value`, or `key-` for one that is taken away. */
function annotationIn(value: Value): Setting | undefined {
  const start = startOf(value);
  const [whole, key = '', sign = ''] = /^([\w./-]+?)(=|-$)/.exec(start) ?? [];
  if (whole === undefined) return undefined;
  const path = ['metadata', 'annotations', key];
  if (sign === '-') return { path, value: scalar(null, value.origin), conditional: false };
  const rest = start.slice(whole.length);
  if (value.kind === 'scalar') return { path, value: scalar(rest, value.origin), conditional: false };
  return { path, value: { ...value, ...(value.kind === 'undetermined' ? { parts: [null] } : {}) }, conditional: false };
}

/** The text after `-p`, or the file after `--patch-file`. */
function patchOf(call: Call, root: Root, files: Files): Value | undefined {
  const given = lastFlag(call.given, 'patch');
  if (given) return unescaped(given);
  const name = lastFlag(call.given, 'patch-file');
  return name && documentAt(name, root, files);
}

/** PowerShell before 7.3 hands quotes on only behind a backslash: `'{\\"spec\\": …}'`. */
function unescaped(value: Value): Value {
  const isEscaped = value.kind === 'scalar' && /^\s*[{[]\s*[{\s]*\\"/.test(String(value.value));
  return isEscaped ? scalar(String(value.value).replaceAll('\\"', '"'), value.origin) : value;
}

/** `kubectl annotate -f web.yaml key=value`: the first object of the file. */
function namedByFile(call: Call, root: Root, files: Files): Target | undefined {
  const file = lastFlag(call.given, 'filename');
  const document = file && documentAt(file, root, files);
  const kind = textAt(document, 'kind');
  return kind === undefined ? undefined : { kind, name: textAt(document, 'metadata', 'name'), rest: call.operands };
}

function documentAt(name: Value, root: Root, files: Files): Value | undefined {
  const written = textOf(name);
  if (written === undefined) return undefined;
  const path = [parentOf(root.path), '']
    .flatMap((folder) => pathFrom(folder, written) ?? [])
    .find((each) => files.has(each));
  return path === undefined ? undefined : files.parse(path, parseYaml)?.[0];
}

/** `body`: `command`, `kind`, `name` and `namespace` as far as known, and `patches`. */
export function changeResource({ call, target, patches }: Change, root: Root): Resource {
  const heading = headingOf(call.span);
  const origin = literal(heading);
  const namespace = call.namespace && textOf(call.namespace);
  const texts = { command: `kubectl ${call.verb}`, kind: target.kind, name: target.name, namespace };
  const settings: Setting[] = Object.entries(texts).flatMap(([key, value]) =>
    value === undefined ? [] : [{ path: [key], value: scalar(value, origin), conditional: false }],
  );
  const body = treeOf(settings, call.span, undefined);
  const named = `${target.kind}/${namespace ?? 'default'}/${target.name ?? '?'}`;
  return {
    format: 'kubernetes',
    root,
    type: changeType,
    address: `kubectl ${call.verb} ${named}`,
    name: undefined,
    body: { ...body, entries: new Map([...body.entries, ['patches', entryOf('patches', list(patches, origin))]]) },
    span: call.span,
    heading,
    writer: noWriter,
  };
}
