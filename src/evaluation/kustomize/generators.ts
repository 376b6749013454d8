/** `configMapGenerator` and `secretGenerator`. The hashes that kustomize appends to names are left out: they change with the content only. */
import type { SourceFile } from '../../syntax/source.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { literal, mapping, scalar } from '../../syntax/value.js';
import { changeAt, emptyMap, withEntries } from './edit.js';
import { allIds, draftOf, idOf, sameId, titleOf } from './object.js';
import type { Draft } from './object.js';
import type { Place } from './patch-entries.js';
import { usablePath } from './patch-entries.js';
import { entriesOf, field, fieldAt, flag, itemsOf, textAt, textIn } from './read.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';

/**
 * The objects with the generated one, which stands where the generator is written. A file that it takes in is a text whose place is the
 * whole file.
 * @throws Refusal for what kustomize refuses
 */
export function generate(
  drafts: readonly Draft[],
  kind: 'ConfigMap' | 'Secret',
  generator: Mapping,
  options: Value | undefined,
  place: Place,
  session: Session,
  open: boolean,
): readonly Draft[] {
  const object = generated(kind, generator, options, place, session);
  const id = idOf(object);
  const written = textAt(generator, 'behavior');
  const behavior = written === 'merge' || written === 'replace' ? written : 'create';
  const [old, another] = drafts.filter((draft) => allIds(draft).some((own) => sameId(own, id)));
  if (another) throw new Refusal(`kustomize refuses to generate ${titleOf(id)}: it fits several objects`);
  if (!old) {
    if (behavior !== 'create' && !open) {
      throw new Refusal(`kustomize refuses to ${behavior} ${titleOf(id)}: there is no such object`);
    }
    return [...drafts, { ...draftOf(object, place.file), uses: [] }];
  }
  if (behavior === 'create') throw new Refusal(`kustomize refuses to generate ${titleOf(id)}: it is there already`);
  old.value = ['labels', 'annotations'].reduce((value, key) => mergeAt(value, ['metadata', key], object), old.value);
  const keys = ['data', 'binaryData', 'stringData'];
  const before =
    behavior === 'replace'
      ? keys.reduce((value, key) => changeAt(value, [key], () => undefined), old.value)
      : old.value;
  old.value = keys.reduce((value, key) => mergeAt(value, [key], object), before);
  old.uses = [...old.uses, generator.origin.span];
  return drafts;
}

function mergeAt(into: Mapping, path: readonly string[], from: Mapping): Mapping {
  const added = fieldAt(from, ...path);
  if (added?.kind !== 'map') return into;
  return changeAt(
    into,
    path,
    (old) => withEntries(old?.kind === 'map' ? old : emptyMap(added.origin.span), entriesOf(added)),
    added.origin.span,
  );
}

function generated(
  kind: string,
  generator: Mapping,
  shared: Value | undefined,
  place: Place,
  session: Session,
): Mapping {
  const name = field(generator, 'name');
  if (!name || textIn(name) === undefined) throw new Refusal(`kustomize refuses to generate a ${kind} without a name`);
  const { origin } = generator;
  const entry = (key: string, value: Value): Entry => ({ key, keySpan: value.origin.span, value });
  const text = (written: string): Value => scalar(written, literal(name.origin.span));
  const own = field(generator, 'options');
  const metadata = [entry('name', name)];
  const namespace = field(generator, 'namespace');
  if (namespace && textIn(namespace) !== undefined) metadata.push(entry('namespace', namespace));
  for (const key of ['labels', 'annotations']) {
    const pairs = [...entriesOf(field(shared, key)), ...entriesOf(field(own, key))];
    const texts = pairs.map((pair) => ({ ...pair, value: scalar(textIn(pair.value) ?? '', pair.value.origin) }));
    if (texts.length > 0) metadata.push(entry(key, mapping(texts, origin)));
  }
  const data = pairsOf(generator, place, session);
  if (kind === 'Secret') {
    for (const [at, pair] of data.entries()) {
      const encoded = Buffer.from(textIn(pair.value) ?? '').toString('base64');
      data[at] = { ...pair, value: scalar(encoded, { span: pair.value.origin.span, from: [pair.value.origin] }) };
    }
  }
  const entries = [
    entry('apiVersion', text('v1')),
    entry('kind', text(kind)),
    entry('metadata', mapping(metadata, origin)),
  ];
  if (data.length > 0 || kind === 'Secret') entries.push(entry('data', mapping(data, origin)));
  if (kind === 'Secret') entries.push(entry('type', field(generator, 'type') ?? text('Opaque')));
  if (flag(own, 'immutable') || flag(shared, 'immutable')) entries.push(entry('immutable', scalar(true, origin)));
  return mapping(entries, origin);
}

function pairsOf(generator: Mapping, { folder }: Place, session: Session): Entry[] {
  const pairs: Entry[] = [];
  const add = (key: string, text: string, at: Value, origin = at.origin): void => {
    pairs.push({ key, keySpan: at.origin.span, value: scalar(text, origin) });
  };
  const env = field(generator, 'env');
  for (const named of [...itemsOf(field(generator, 'envs')), ...(env ? [env] : [])]) {
    const file = session.files.read(usablePath(named, folder, session));
    for (const line of file ? linesOf(file) : []) add(line.key, line.text, named, line.origin);
  }
  for (const written of itemsOf(field(generator, 'literals'))) {
    const [, key = '', text = ''] = /^([^=]+)=([^]*)$/.exec(textIn(written) ?? '') ?? [];
    if (key === '') throw new Refusal('kustomize refuses a literal that is not key=value', written.origin.span);
    add(key, text.replace(/^(["'])([^]*)\1$/, '$2'), written);
  }
  for (const written of itemsOf(field(generator, 'files'))) {
    const text = textIn(written) ?? '';
    const equals = text.indexOf('=');
    const path = equals < 0 ? text : text.slice(equals + 1);
    const named = scalar(path, written.origin);
    const found = usablePath(named, folder, session);
    const file = session.files.read(found);
    const key = equals < 0 ? path.slice(path.lastIndexOf('/') + 1) : text.slice(0, equals);
    if (file) add(key, file.text, written, literal({ file, start: 0, end: file.text.length }));
  }
  return pairs;
}

function linesOf(file: SourceFile): readonly { key: string; text: string; origin: Value['origin'] }[] {
  const lines = Array.from({ length: file.lineCount }, (_, at) => at + 1);
  return lines.flatMap((number) => {
    const line = file.line(number);
    const start = file.lineStart(number);
    const [, key = '', text = ''] = /^\s*([^#=\s][^=]*)(?:=(.*))?$/.exec(line) ?? [];
    return key === '' ? [] : [{ key, text, origin: literal({ file, start, end: start + line.length }) }];
  });
}
