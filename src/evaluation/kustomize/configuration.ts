/** Where transformers write: kustomize's own places, and those that a kustomization's `configurations` files add. */
import type { Value } from '../../syntax/value.js';
import type { FieldSpec } from './field-spec.js';
import type { Kinds } from './object.js';
import { field, flag, mapsOf, textAt } from './read.js';

export interface NameReference extends Kinds {
  readonly fieldSpecs: readonly FieldSpec[];
}

type SpecLists =
  | 'namespace'
  | 'namePrefix'
  | 'nameSuffix'
  | 'labels'
  | 'commonLabels'
  | 'templateLabels'
  | 'volumeClaimTemplateLabels'
  | 'commonAnnotations'
  | 'images'
  | 'replicas';

export type Configuration = Readonly<Record<SpecLists, readonly FieldSpec[]>> & {
  readonly nameReference: readonly NameReference[];
};

/** The configuration with what the document of a `configurations` file adds. */
export function withConfiguration(to: Configuration, document: Value): Configuration {
  const added = (list: SpecLists): readonly FieldSpec[] => [...to[list], ...fieldSpecs(field(document, list))];
  return {
    namespace: added('namespace'),
    namePrefix: added('namePrefix'),
    nameSuffix: added('nameSuffix'),
    labels: added('labels'),
    commonLabels: added('commonLabels'),
    templateLabels: added('templateLabels'),
    volumeClaimTemplateLabels: added('volumeClaimTemplateLabels'),
    commonAnnotations: added('commonAnnotations'),
    images: added('images'),
    replicas: added('replicas'),
    nameReference: [
      ...to.nameReference,
      ...mapsOf(field(document, 'nameReference')).map((reference) => ({
        ...kindsOf(reference),
        fieldSpecs: fieldSpecs(field(reference, 'fieldSpecs')),
      })),
    ],
  };
}

/** What configurations of bases add counts for the layers on them too. */
export function joinedConfiguration(to: Configuration, from: Configuration): Configuration {
  if (to === from) return to;
  const union = <T>(own: readonly T[], others: readonly T[]): readonly T[] => [...new Set([...own, ...others])];
  const list = (name: SpecLists): readonly FieldSpec[] => union(to[name], from[name]);
  return {
    namespace: list('namespace'),
    namePrefix: list('namePrefix'),
    nameSuffix: list('nameSuffix'),
    labels: list('labels'),
    commonLabels: list('commonLabels'),
    templateLabels: list('templateLabels'),
    volumeClaimTemplateLabels: list('volumeClaimTemplateLabels'),
    commonAnnotations: list('commonAnnotations'),
    images: list('images'),
    replicas: list('replicas'),
    nameReference: union(to.nameReference, from.nameReference),
  };
}

/** A written list of places. */
export function fieldSpecs(list: Value | undefined): readonly FieldSpec[] {
  return mapsOf(list).flatMap((spec) => {
    const path = textAt(spec, 'path');
    return path === undefined ? [] : [{ ...kindsOf(spec), path, create: flag(spec, 'create') }];
  });
}

function kindsOf(value: Value): Kinds {
  return { group: textAt(value, 'group'), version: textAt(value, 'version'), kind: textAt(value, 'kind') };
}
