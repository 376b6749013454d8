/** `namespace`, `namePrefix` and `nameSuffix`. */
import type { Mapping, Value } from '../../../syntax/value.js';
import { scalar } from '../../../syntax/value.js';
import type { FieldSpec } from '../field-spec.js';
import { changeField } from '../field-spec.js';
import { isClusterScoped } from '../data/scopes.js';
import { withEntry } from '../edit.js';
import { idOf, isOfKind, originalId, remember } from '../object.js';
import type { Draft } from '../object.js';
import { field, textAt, textIn } from '../read.js';

const META_NAMESPACE: FieldSpec = { path: 'metadata/namespace', create: true };

export interface NamespaceOptions {
  /** Only where none is given. */
  readonly unsetOnly?: boolean;
  /** `defaultOnly`, `allServiceAccounts`, `none`. */
  readonly subjects?: string | undefined;
}

/** Sets the namespace of everything that can stand in one, and of what names it. */
export function setNamespace(
  drafts: readonly Draft[],
  namespace: Value,
  specs: readonly FieldSpec[],
  { unsetOnly = false, subjects = 'defaultOnly' }: NamespaceOptions = {},
): void {
  const { span } = namespace.origin;
  const set = (value: Value | undefined): Value | undefined =>
    unsetOnly && textIn(value) !== undefined ? value : namespace;
  for (const draft of drafts) {
    remember(draft);
    const { kind, group } = idOf(draft.value);
    const others = specs.filter(
      ({ path }) => path !== META_NAMESPACE.path && !(path === 'metadata/name' && group !== ''),
    );
    const own = isClusterScoped(idOf(draft.value)) ? [] : [META_NAMESPACE];
    draft.value = [...own, ...others].reduce<Mapping>(
      (value, spec) => changeField(value, spec, set, span),
      draft.value,
    );
    if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') continue;
    draft.value = changeField(
      draft.value,
      { path: 'subjects' },
      (subject) => {
        const chosen =
          (subjects === 'defaultOnly' && textAt(subject, 'name') === 'default') ||
          (subjects === 'allServiceAccounts' && textAt(subject, 'kind') === 'ServiceAccount');
        if (subject?.kind !== 'map' || !chosen) return subject;
        const value = set(field(subject, 'namespace')) ?? namespace;
        return withEntry(subject, { key: 'namespace', keySpan: span, value });
      },
      span,
    );
  }
}

/** Kinds whose names say what they are for. */
const UNRENAMED = [
  { kind: 'CustomResourceDefinition' },
  { kind: 'APIService', group: 'apiregistration.k8s.io' },
  { kind: 'Namespace' },
];

export function affixNames(
  drafts: readonly Draft[],
  affix: Value,
  end: 'prefix' | 'suffix',
  specs: readonly FieldSpec[],
): void {
  const text = textIn(affix) ?? '';
  const change = (value: Value | undefined): Value | undefined => {
    const name = textIn(value);
    if (!value || name === undefined) return value;
    const { span } = value.origin;
    return scalar(end === 'prefix' ? text + name : name + text, { span, from: [value.origin, affix.origin] });
  };
  for (const draft of drafts) {
    const first = originalId(draft);
    if (UNRENAMED.some((kinds) => isOfKind(first, kinds))) continue;
    if (end === 'prefix') draft.prefixes = [...draft.prefixes, text];
    else draft.suffixes = [...draft.suffixes, text];
    for (const spec of specs) {
      if (!isOfKind(first, spec)) continue;
      if (spec.path === 'metadata/name') remember(draft);
      draft.value = changeField(draft.value, { ...spec, create: false }, change, affix.origin.span);
    }
  }
}
