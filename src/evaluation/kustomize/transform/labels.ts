/** `labels`, `commonLabels` and `commonAnnotations`. */
import type { Mapping, Value } from '../../../syntax/value.js';
import { scalar } from '../../../syntax/value.js';
import type { Configuration } from '../configuration.js';
import { fieldSpecs } from '../configuration.js';
import { emptyMap, withEntries } from '../edit.js';
import type { FieldSpec } from '../field-spec.js';
import { changeField } from '../field-spec.js';
import type { Draft } from '../object.js';
import { entriesOf, field, flag, textIn } from '../read.js';

/** Adds the entries of a map, as texts, to the maps at places. */
export function addPairs(drafts: readonly Draft[], pairs: Value | undefined, specs: readonly FieldSpec[]): void {
  const added = entriesOf(pairs).map((entry) => ({
    ...entry,
    value: scalar(textIn(entry.value) ?? '', entry.value.origin),
  }));
  if (!pairs || added.length === 0) return;
  const { span } = pairs.origin;
  const add = (value: Value | undefined): Value | undefined =>
    value && value.kind !== 'map' ? value : withEntries(value ?? emptyMap(span), added);
  for (const draft of drafts) {
    draft.value = specs.reduce<Mapping>((value, spec) => changeField(value, spec, add, span), draft.value);
  }
}

/** One item of `labels`: where it writes depends on what it includes. */
export function addLabels(drafts: readonly Draft[], label: Mapping, configuration: Configuration): void {
  const included = flag(label, 'includeSelectors')
    ? configuration.commonLabels
    : [
        ...(flag(label, 'includeTemplates') ? configuration.templateLabels : []),
        ...(flag(label, 'includeVolumeClaimTemplates') ? configuration.volumeClaimTemplateLabels : []),
        { path: 'metadata/labels', create: true },
      ];
  const specs = [...fieldSpecs(field(label, 'fields')), ...configuration.labels, ...included];
  addPairs(drafts, field(label, 'pairs'), specs);
}
