/** Commands as the clusters that they make: one that changes a cluster of the same script is a part of it. */
import type { Entry, Mapping, Undetermined } from '../../syntax/value.js';
import { list, literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Resource, Root, Writer } from '../resource.js';
import type { Setting } from './arguments.js';
import type { AksCommand } from './commands.js';
import { relationOf } from './reach.js';
import { entryOf, headingOf, treeOf } from './tree.js';

const clusterType = 'Microsoft.ContainerService/managedClusters';
/** An argument is not written into a command. */
const writer: Writer = { set: () => undefined };
/** What decides a level: an update of other things says nothing of a cluster's privacy. */
const privacy =
  /^(pool\.enableNodePublicIP|properties\.(apiServerAccessProfile|httpProxyConfig|bootstrapProfile|ingressProfile|serviceMeshProfile|addonProfiles|networkProfile\.outboundType))/;
/**
 * Parts of the properties that were chosen elsewhere when a command only updates. Proxy settings are none: what they could add
 * to an outbound type is privacy, so that leaving them out calls nothing more private than it is.
 */
const chosenElsewhere = ['apiServerAccessProfile', 'networkProfile', 'bootstrapProfile', 'publicNetworkAccess'];

export function resourcesOf(commands: readonly AksCommand[], root: Root): readonly Resource[] {
  const made = commands.filter(({ verb }) => verb === 'create');
  const isOfMade = (command: AksCommand): AksCommand | undefined =>
    commands
      .slice(0, commands.indexOf(command))
      .filter((other) => other.verb === 'create' && nameIn(other) === nameIn(command) && isTogether(other, command))
      .at(-1);
  const changes = commands
    .filter(({ verb, isDead }) => verb === 'update' && !isDead)
    .map((command) => ({ command, of: isOfMade(command) }));
  const clusters = made.map((command) => {
    const later = changes.filter(({ of }) => of === command).map((change) => change.command);
    return clusterOf(
      command,
      later.flatMap((update) => laterSettings(update, command)),
      root,
    );
  });
  const updated = changes
    .filter(({ command, of }) => !of && command.settings.some(({ path }) => privacy.test(path.join('.'))))
    .map(({ command }) => clusterOf(command, [], root));
  const pools = commands
    .filter(({ verb, isDead }) => verb === 'nodepool add' && !isDead)
    .map((command) => poolOf(command, root));
  return numbered([...clusters, ...updated, ...pools]);
}

/** Not in two ways of one condition. */
function isTogether(made: AksCommand, { scope }: AksCommand): boolean {
  return relationOf(scope, made.scope) !== 'excluded';
}

/** An update under a condition may not happen. */
function laterSettings(update: AksCommand, made: AksCommand): readonly Setting[] {
  const settings = update.settings.filter(({ path }) => path[0] !== 'name');
  return relationOf(update.scope, made.scope) !== 'covers'
    ? settings.map((each) => ({ ...each, conditional: true }))
    : settings;
}

function clusterOf(command: AksCommand, later: readonly Setting[], root: Root): Resource {
  const name = command.settings.find(({ path }) => path.join('.') === 'name')?.value;
  const told = nameIn(command);
  const declaration = `the command that made ${told}`;
  const rest =
    command.verb === 'update'
      ? undetermined(declaration, [declaration], literal(headingOf(command.span)))
      : command.rest;
  const body = bodyOf([...command.settings, ...later], command, rest);
  return { ...common(command, root), type: clusterType, address: told, name, body };
}

/** Its `--name` is the pool's, and `--cluster-name` the cluster's, as far as it is known. */
function poolOf(command: AksCommand, root: Root): Resource {
  const settings = command.settings
    .filter(({ path }) => path[0] === 'pool')
    .map((each) => ({ ...each, path: ['properties', ...each.path.slice(1)] }));
  const pool = nameIn(command);
  const owner = command.settings.find(({ path }) => path[0] === 'cluster')?.value;
  const cluster = owner?.kind === 'scalar' ? `${String(owner.value)}/` : '';
  const name = scalar(`${cluster}${pool}`, literal(command.span));
  const address = `${cluster}${pool}`;
  return {
    ...common(command, root),
    type: `${clusterType}/agentPools`,
    address,
    name,
    body: treeOf(settings, command.span, command.rest),
  };
}

function common({ span }: AksCommand, root: Root): Pick<Resource, 'format' | 'root' | 'span' | 'heading' | 'writer'> {
  return { format: 'azcli', root, span, heading: headingOf(span), writer };
}

function bodyOf(settings: readonly Setting[], command: AksCommand, rest: Undetermined | undefined): Mapping {
  const updates = command.verb === 'update';
  const own = settings.filter(({ path }) => path[0] !== 'pool');
  const ofPool = settings
    .filter(({ path }) => path[0] === 'pool')
    .map((each) => ({ ...each, path: each.path.slice(1) }));
  const tree = treeOf(own, command.span, updates ? undefined : rest);
  const found = tree.entries.get('properties')?.value;
  const origin = literal(command.span);
  const before = found?.kind === 'map' ? found : mapping([], origin, updates ? undefined : rest);
  const pools = list([treeOf(ofPool, command.span, updates ? undefined : rest)], origin, updates ? rest : undefined);
  const elsewhere = updates && rest ? chosenElsewhere.map((key) => openAt(before, key, rest)) : [];
  const entries = [...before.entries.values(), ...elsewhere, entryOf('agentPoolProfiles', pools)];
  const properties = { ...before, entries: new Map(entries.map((each) => [each.key, each])) };
  return { ...tree, entries: new Map([...tree.entries, ['properties', entryOf('properties', properties)]]) };
}

function openAt(properties: Mapping, key: string, rest: Undetermined): Entry {
  const said = properties.entries.get(key)?.value;
  return entryOf(key, said?.kind === 'map' ? { ...said, rest } : (said ?? rest));
}

/** The name as known, else as written. */
function nameIn({ settings, verb }: AksCommand): string {
  const value = settings.find(({ path }) => path.join('.') === 'name')?.value;
  if (value?.kind === 'scalar') return String(value.value);
  return value?.kind === 'undetermined' ? value.expression : `az aks ${verb}`;
}

export function numbered(resources: readonly Resource[]): readonly Resource[] {
  const counts = new Map<string, number>();
  return resources.map((resource) => {
    const count = (counts.get(resource.address) ?? 0) + 1;
    counts.set(resource.address, count);
    return count === 1 ? resource : { ...resource, address: `${resource.address}#${count}` };
  });
}
