/** `.Chart` and `.Release`. */
import { undetermined } from '../../../../syntax/value.js';
import type { Mapping, Value } from '../../../../syntax/value.js';
import type { Data, Item } from '../data/data.js';
import { bool, dict, int, open } from '../data/data.js';
import { fromValue } from '../data/from-value.js';
import { clean } from '../data/holes.js';
import { EMPTY, text } from '../data/text.js';
import type { TemplateRelease } from '../render.js';

/** The fields of Chart.yaml under the names that templates use; those that are texts become texts however they are written. */
const TEXTS: Readonly<Record<string, string>> = {
  name: 'Name',
  version: 'Version',
  appVersion: 'AppVersion',
  description: 'Description',
  apiVersion: 'APIVersion',
  kubeVersion: 'KubeVersion',
  home: 'Home',
  icon: 'Icon',
  type: 'Type',
  condition: 'Condition',
  tags: 'Tags',
};
const OTHERS: Readonly<Record<string, string>> = {
  annotations: 'Annotations',
  dependencies: 'Dependencies',
  keywords: 'Keywords',
  maintainers: 'Maintainers',
  sources: 'Sources',
  deprecated: 'Deprecated',
};

export function chartData(metadata: Mapping, name: string, isRoot: boolean): Data {
  const entries = new Map<string, Item>([['IsRoot', { value: bool(isRoot) }]]);
  for (const [key, field] of Object.entries(TEXTS)) {
    const value = metadata.entries.get(key)?.value;
    entries.set(field, { value: value ? textOf(value) : EMPTY });
  }
  for (const [key, field] of Object.entries(OTHERS)) {
    const value = metadata.entries.get(key)?.value;
    entries.set(field, { value: value ? fromValue(value) : { kind: 'nil' } });
  }
  const named = metadata.entries.get('name')?.value;
  // A subchart with an alias is called by it.
  if (named?.kind !== 'scalar' || named.value !== name) entries.set('Name', { value: text(name, named?.origin) });
  return { kind: 'dict', entries, origin: metadata.origin };
}

function textOf(value: Value): Data {
  if (value.kind !== 'scalar' || typeof value.value === 'string') return fromValue(value);
  return value.value === null ? EMPTY : text(clean(value.raw ?? String(value.value)), value.origin);
}

export function releaseData({ name, namespace, origin }: TemplateRelease): Data {
  const given = (value: string | undefined, expression: string): Data =>
    value === undefined ? open(undetermined(expression, [expression], origin), undefined, true) : text(value, origin);
  return dict([
    ['Name', given(name, '.Release.Name')],
    ['Namespace', given(namespace, '.Release.Namespace')],
    ['Service', text('Helm')],
    ['Revision', int(1)],
    ['IsInstall', bool(true)],
    ['IsUpgrade', bool(false)],
  ]);
}
