/** `helm_release` of Terraform's Helm provider, with the blocks of version 2 or the lists of version 3. */
import { list, literal, lookup, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import type { ChartReference, Release } from '../../helm/release.js';
import type { Resource, Writer } from '../../resource.js';
import { inside, parentOf } from '../../gitops/folders.js';
import { itemsAt, textAt } from '../../gitops/read.js';
import { chartNamed } from '../chart-name.js';
import { deployed } from '../deploy.js';
import { mergeAll, mergeValues } from '../merge.js';
import type { Around, Expansion } from '../parts.js';
import { applySetting } from '../settings.js';
import type { SettingKind } from '../settings.js';
import { documentIn } from '../text.js';

export function terraformReleaseReader(resource: Resource, around: Around): Expansion | undefined {
  return resource.type === 'helm_release' ? deployed(terraformRelease(resource, around), around) : undefined;
}

/** What its values are written with is no mapping that could be edited. */
const noWriter: Writer = { set: () => undefined };

export function terraformRelease(resource: Resource, around: Around): Release {
  const { body, root, address, span, heading, condition, calls } = resource;
  const chart = lookup(body, ['chart']);
  return {
    root,
    format: 'terraform',
    address,
    name: textAt(body, 'name') ?? address,
    namespace: textAt(body, 'namespace') ?? (lookup(body, ['namespace']) ? undefined : 'default'),
    chart: chartOf(resource, around),
    chartOrigin: chart?.origin ?? literal(heading),
    values: valuesOf(resource),
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
    writer: noWriter,
  };
}

function chartOf({ body, root, span }: Resource, { files }: Around): ChartReference {
  const chart = lookup(body, ['chart']);
  const written = textAt(body, 'chart');
  if (written === undefined) {
    return { kind: 'undetermined', expression: chart?.kind === 'undetermined' ? chart.expression : 'the chart' };
  }
  const version = lookup(body, ['version']);
  const repository = textAt(body, 'repository');
  const from = [root.path === '.' ? '' : root.path, parentOf(span.file.path)];
  return chartNamed(written, repository, version, from, (path) => files.has(inside(path, 'Chart.yaml')));
}

/** `values` in order, then `set`, `set_list` and `set_sensitive` (helm provider, `getValues`). */
function valuesOf({ body, heading }: Resource): Value {
  const origin = literal(heading);
  const given = lookup(body, ['values']);
  const texts = given?.kind === 'list' ? [...given.items, ...(given.rest ? [given.rest] : [])] : given ? [given] : [];
  const documents = texts.map(
    (text) => documentIn(text) ?? undetermined('values that can not be read', ['values'], text.origin),
  );
  const merged = mergeAll(documents, origin);
  const set = blocksOf(body, 'set').reduce((values, block) => setting(values, block), merged);
  const lists = blocksOf(body, 'set_list').reduce((values, block) => listSetting(values, block), set);
  return ['set_sensitive', 'set_wo'].reduce(
    (values, key) => blocksOf(body, key).reduce((sofar, block) => setting(sofar, block), values),
    lists,
  );
}

/** Blocks, or the items of a list; what is not known of them may set anything. */
function blocksOf(body: Value, key: string): readonly Value[] {
  const found = lookup(body, [key]);
  if (found?.kind === 'undetermined') return [found];
  const rest = found?.kind === 'list' && found.rest ? [found.rest] : [];
  return found?.kind === 'map' ? [found] : [...itemsAt(body, key), ...rest];
}

function setting(values: Value, block: Value): Value {
  const name = textAt(block, 'name');
  if (name === undefined) return mergeValues(values, openIn(block));
  const value = lookup(block, ['value']) ?? lookup(block, ['value_wo']) ?? scalar('', block.origin);
  return applySetting(values, name, value, kindOf(block));
}

function kindOf(block: Value): SettingKind {
  switch (textAt(block, 'type')) {
    case 'string':
      return 'string';
    case 'literal':
      return 'literal';
    default:
      return 'typed';
  }
}

function listSetting(values: Value, block: Value): Value {
  const name = textAt(block, 'name');
  const items = lookup(block, ['value']);
  if (name === undefined) return mergeValues(values, openIn(block));
  if (items?.kind !== 'list' || items.rest || items.items.some((item) => item.kind !== 'scalar')) {
    return applySetting(values, name, items ?? list([], block.origin), 'typed');
  }
  const texts = items.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value ?? '')] : []));
  return applySetting(values, name, scalar(`{${texts.join(',')}}`, items.origin), 'typed');
}

/** A setting of which the name is not known. */
function openIn(block: Value): Value {
  const name = lookup(block, ['name']) ?? block;
  if (name.kind === 'undetermined') return name;
  return name === block ? mapping([], block.origin) : undetermined('set', ['set'], block.origin);
}
