/** What a kustomization is made of: resources, generators and components, and then what its fields do to them. */
import type { Mapping, Value } from '../../syntax/value.js';
import { defaultConfiguration } from './data/field-specs.js';
import type { Inflate } from './charts.js';
import { chartsIn, releaseOf } from './charts.js';
import { joinedConfiguration, withConfiguration } from './configuration.js';
import type { Gathered } from './directives.js';
import { transform } from './directives.js';
import { generate } from './generators.js';
import { inlineDocuments } from './inline.js';
import { objectsOf } from './load.js';
import { draftOf, usesOf } from './object.js';
import type { Place } from './patch-entries.js';
import { fileDocuments } from './patch-entries.js';
import { isRemote, kustomizationIn, kustomizationPaths, resolve } from './paths.js';
import { generatorFields, runTransformer, titleOf } from './plugins.js';
import { field, itemsOf, mapsOf, textAt, textIn } from './read.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { attempt, documents, spend, tell } from './session.js';

export interface Layer {
  readonly session: Session;
  readonly inflate: Inflate | undefined;
  /** The folders that are being built, outermost first. */
  readonly stack: readonly string[];
  /** The namespace of the nearest kustomization around that has one: charts are rendered in it. */
  readonly namespace: string | undefined;
}

/** Deeper layers than this are no overlay. */
const DEEPEST = 50;
/** Building a kustomization costs more than looking at an object. */
const KUSTOMIZATION_STEPS = 50;

export function emptyGathered(): Gathered {
  return { drafts: [], configuration: defaultConfiguration, open: false };
}

/**
 * Adds the objects of a folder's kustomization.
 * @param onto for a component: what it changes
 */
export function gatherFolder(folder: string, layer: Layer, onto?: Gathered): Gathered {
  const { session, stack } = layer;
  const gathered = onto ?? emptyGathered();
  for (const path of kustomizationPaths(folder)) session.asked.add(path);
  const file = kustomizationIn(folder, session.files);
  const [fields] = file === undefined ? [] : documents(session, file);
  if (file === undefined || fields?.kind !== 'map') {
    gathered.open = true;
    return gathered;
  }
  spend(session, KUSTOMIZATION_STEPS);
  // A component by itself is made for objects that are not there.
  if (!onto && textAt(fields, 'kind') === 'Component') gathered.open = true;
  const namespace = textAt(fields, 'namespace') ?? layer.namespace;
  return gatherFields(fields, { folder, file }, { ...layer, namespace, stack: [...stack, folder] }, gathered);
}

/** Does what the fields of a kustomization say, on top of what has been gathered. */
export function gatherFields(fields: Mapping, place: Place, layer: Layer, gathered: Gathered): Gathered {
  const { session } = layer;
  for (const key of ['resources', 'bases']) {
    for (const entry of itemsOf(field(fields, key))) addResource(gathered, entry, place, layer);
  }
  for (const entry of itemsOf(field(fields, 'configurations'))) {
    attempt(session, entry.origin.span, () => {
      for (const document of fileDocuments(entry, place, session)) {
        gathered.configuration = withConfiguration(gathered.configuration, document);
      }
    });
  }
  generateAll(gathered, fields, place, layer);
  for (const plugin of plugins('generators', fields, place, layer)) {
    const generator = generatorFields(plugin);
    if (generator) generateAll(gathered, generator, place, layer);
    else {
      tell(session, `the generator ${titleOf(plugin)} was not run, so what it makes is not known`, plugin.origin.span);
      gathered.open = true;
      session.beyond = true;
    }
  }
  for (const entry of itemsOf(field(fields, 'components'))) addComponent(gathered, entry, place, layer);
  transform(gathered, fields, place, session);
  for (const variable of mapsOf(field(fields, 'vars'))) session.variables.add(textAt(variable, 'name') ?? '');
  for (const plugin of plugins('transformers', fields, place, layer)) {
    attempt(session, plugin.origin.span, () => {
      runTransformer(gathered, plugin, place, session);
    });
  }
  return gathered;
}

function addResource(gathered: Gathered, entry: Value, place: Place, layer: Layer): void {
  const { session } = layer;
  const known = attempt(session, entry.origin.span, () => {
    const path = target(entry, place.folder, session);
    session.asked.add(path);
    if (session.files.has(path)) {
      const objects = objectsOf(documents(session, path));
      spend(session, objects.length);
      const drafts = objects.map((object) => ({ ...draftOf(object, path), uses: [entry.origin.span] }));
      gathered.drafts = [...gathered.drafts, ...drafts];
      return session.files.read(path) !== undefined;
    }
    const below = gatherFolder(nested(entry, path, layer), layer);
    for (const draft of below.drafts) draft.uses = usesOf(entry.origin.span, ...draft.uses);
    gathered.drafts = [...gathered.drafts, ...below.drafts];
    gathered.configuration = joinedConfiguration(gathered.configuration, below.configuration);
    return !below.open;
  });
  if (known !== true) gathered.open = true;
}

function addComponent(gathered: Gathered, entry: Value, place: Place, layer: Layer): void {
  const before = new Set(gathered.drafts);
  const done = attempt(layer.session, entry.origin.span, () => {
    const path = target(entry, place.folder, layer.session);
    return gatherFolder(nested(entry, path, layer), layer, gathered);
  });
  if (!done) gathered.open = true;
  for (const draft of gathered.drafts) if (!before.has(draft)) draft.uses = usesOf(entry.origin.span, ...draft.uses);
}

/** @throws Refusal for what is not in the tree */
function target(entry: Value, folder: string, session: Session): string {
  const text = textIn(entry) ?? '';
  if (isRemote(text)) session.beyond = true;
  if (isRemote(text))
    throw new Refusal(`${text} is not in the repository and was not fetched: what it holds is not known`);
  const path = resolve(folder, text);
  if (path === undefined) throw new Refusal(`${text} leads out of the repository and was not followed`);
  return path;
}

/** A folder to be built inside of others. @throws Refusal where there is nothing to build, or no end to it */
function nested(entry: Value, folder: string, { session, stack }: Layer): string {
  const text = textIn(entry) ?? '';
  if (stack.includes(folder)) throw new Refusal(`${text} is a cycle: it is being built already`);
  if (stack.length >= DEEPEST) throw new Refusal(`${text} is nested deeper than ${DEEPEST} kustomizations`);
  for (const path of kustomizationPaths(folder)) session.asked.add(path);
  if (kustomizationIn(folder, session.files) === undefined) {
    throw new Refusal(`${text} does not exist, neither as a file nor as a folder with a kustomization`);
  }
  return folder;
}

function generateAll(gathered: Gathered, fields: Mapping, place: Place, layer: Layer): void {
  const { session } = layer;
  const options = field(fields, 'generatorOptions');
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    for (const generator of mapsOf(field(fields, kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator'))) {
      const done = attempt(session, generator.origin.span, () => {
        spend(session, gathered.drafts.length);
        gathered.drafts = generate(gathered.drafts, kind, generator, options, place, session, gathered.open);
        return true;
      });
      if (!done) gathered.open = true;
    }
  }
  for (const chart of chartsIn(fields)) {
    session.beyond = true;
    const release = releaseOf(chart, field(fields, 'helmGlobals'), layer.namespace, place, session);
    const inflated = layer.inflate?.(release);
    if (!inflated) session.releases.push(release);
    const drafts = (inflated?.objects ?? []).map((object) => draftOf(object, object.origin.span.file.path));
    gathered.drafts = [...gathered.drafts, ...drafts.map((draft) => ({ ...draft, uses: [chart.origin.span] }))];
    gathered.open ||= inflated?.open ?? true;
  }
}

/** The configurations of plugins: written here, in files, or built as kustomizations of their own. */
function plugins(key: string, fields: Mapping, place: Place, layer: Layer): readonly Mapping[] {
  const { session } = layer;
  return itemsOf(field(fields, key)).flatMap((entry) => {
    const text = textIn(entry) ?? '';
    if (entry.kind === 'scalar' && (text.includes('\n') || text.startsWith('{'))) {
      const found = attempt(session, entry.origin.span, () => inlineDocuments(session, entry)) ?? [];
      return objectsOf(found);
    }
    const configured = emptyGathered();
    addResource(configured, entry, place, layer);
    return configured.drafts.map(({ value }) => value);
  });
}
