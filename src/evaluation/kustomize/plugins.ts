/** `generators`, `transformers` and `validators`: configurations of what kustomize has built in, and programs, which are never run. */
import type { Mapping, Value } from '../../syntax/value.js';
import { mapping } from '../../syntax/value.js';
import { opened } from './charts.js';
import { fieldSpecs } from './configuration.js';
import type { FieldSpec } from './field-spec.js';
import type { Gathered } from './directives.js';
import { patchAll, replaceBy } from './directives.js';
import { patchEntry, strategicMergeEntry } from './patch-entries.js';
import type { Place } from './patch-entries.js';
import { patchOf } from './patches.js';
import { inlineDocuments } from './inline.js';
import { field, fieldAt, flag, itemsOf, textAt, textIn } from './read.js';
import type { Session } from './session.js';
import { spend, tell } from './session.js';
import { setImages, setReplicas } from './transform/images.js';
import { addPairs } from './transform/labels.js';
import { affixNames, setNamespace } from './transform/names.js';

/** Applies one transformer. */
export function runTransformer(gathered: Gathered, plugin: Mapping, place: Place, session: Session): void {
  const { configuration, drafts } = gathered;
  spend(session, drafts.length);
  const own = fieldSpecs(field(plugin, 'fieldSpecs'));
  const specs = (otherwise: readonly FieldSpec[]): readonly FieldSpec[] => (own.length > 0 ? own : otherwise);
  switch (isBuiltIn(plugin) ? textAt(plugin, 'kind') : undefined) {
    case 'PatchTransformer':
      patchAll(gathered, patchEntry(plugin, place, session), session);
      return;
    case 'PatchJson6902Transformer':
      patchAll(gathered, patchEntry(plugin, place, session, 'jsonOp'), session);
      return;
    case 'PatchStrategicMergeTransformer': {
      for (const path of itemsOf(field(plugin, 'paths'))) {
        patchAll(gathered, strategicMergeEntry(path, place, session), session);
      }
      const text = field(plugin, 'patches');
      if (text?.kind !== 'scalar' || textIn(text) === undefined) return;
      patchAll(gathered, patchOf(text, place.file, undefined, inlineDocuments(session, text)), session);
      return;
    }
    case 'NamespaceTransformer': {
      const namespace = fieldAt(plugin, 'metadata', 'namespace');
      if (!namespace || textIn(namespace) === undefined) return;
      const options = { unsetOnly: flag(plugin, 'unsetOnly'), subjects: textAt(plugin, 'setRoleBindingSubjects') };
      setNamespace(drafts, namespace, own, options);
      return;
    }
    case 'PrefixTransformer':
    case 'SuffixTransformer':
    case 'PrefixSuffixTransformer':
      for (const end of ['prefix', 'suffix'] as const) {
        const affix = field(plugin, end);
        if (affix && textIn(affix) !== undefined) affixNames(drafts, affix, end, specs(configuration.namePrefix));
      }
      return;
    case 'LabelTransformer':
      addPairs(drafts, field(plugin, 'labels'), own);
      return;
    case 'AnnotationsTransformer':
      addPairs(drafts, field(plugin, 'annotations'), own);
      return;
    case 'ImageTagTransformer': {
      const image = field(plugin, 'imageTag');
      if (image?.kind === 'map') setImages(drafts, image, own);
      return;
    }
    case 'ReplicaCountTransformer': {
      const replica = field(plugin, 'replica');
      if (replica?.kind === 'map' && !gathered.open) setReplicas(drafts, replica, own);
      return;
    }
    case 'ReplacementTransformer':
      for (const entry of itemsOf(field(plugin, 'replacements'))) replaceBy(gathered, entry, place, session);
      return;
    case 'HashTransformer':
    case 'SortOrderTransformer':
      return;
    default: {
      const what = `what the transformer ${titleOf(plugin)} does`;
      tell(
        session,
        `the transformer ${titleOf(plugin)} was not run, so what it makes of objects is not known`,
        plugin.origin.span,
      );
      for (const draft of drafts) draft.value = opened(draft.value, what, plugin);
      gathered.open = true;
      session.beyond = true;
    }
  }
}

/** A generator, in the words of the fields of a kustomization; undefined for a program. */
export function generatorFields(plugin: Mapping): Mapping | undefined {
  const as = (key: string, value: Mapping): Mapping =>
    mapping(
      [{ key, keySpan: plugin.origin.span, value: { kind: 'list', items: [value], origin: plugin.origin } }],
      plugin.origin,
    );
  switch (isBuiltIn(plugin) ? textAt(plugin, 'kind') : undefined) {
    case 'ConfigMapGenerator':
      return as('configMapGenerator', named(plugin));
    case 'SecretGenerator':
      return as('secretGenerator', named(plugin));
    case 'HelmChartInflationGenerator':
      return as('helmCharts', plugin);
    default:
      return undefined;
  }
}

/** The name and namespace of what is generated stand in the metadata of the generator. */
function named(plugin: Mapping): Mapping {
  const metadata = field(plugin, 'metadata');
  const names = metadata?.kind === 'map' ? ['name', 'namespace'].flatMap((key) => metadata.entries.get(key) ?? []) : [];
  return { ...plugin, entries: new Map([...plugin.entries, ...names.map((entry) => [entry.key, entry] as const)]) };
}

function isBuiltIn(plugin: Value): boolean {
  return textAt(plugin, 'apiVersion') === 'builtin';
}

export function titleOf(plugin: Value): string {
  return [textAt(plugin, 'kind'), textAt(plugin, 'metadata', 'name')].filter((part) => part !== undefined).join(' ');
}
