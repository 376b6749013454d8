/**
 * `azapi_update_resource` of a managed cluster: a part of its object, sent after the cluster is made. What it says counts, and
 * all else stays. Of a cluster that this root does not declare nothing else is known.
 */
import type { Resource } from '../evaluation/resource.js';
import { carried } from './azapi.js';
import type { Fact, Unknown } from './fact.js';
import { nameOf } from './identity.js';
import { clusterOf, isManagedCluster } from './managed-cluster.js';
import type { ClusterEgress, Opening } from './model.js';
import { handlesOf } from './network/handle.js';
import { conditionOf } from './network/resources.js';
import type { Unjoined } from './network/surroundings.js';
import { openPool } from './node-pools.js';
import { known, possible } from './reading/convert.js';
import { resourceManager, terraform } from './reading/dialect.js';
import { textAt } from './reading/facts.js';
import { scopeOf } from './reading/scope.js';
import { digestOf } from './digest.js';

export interface Updates {
  /** The cluster that a resource declares, after all updates of it. */
  readonly applied: (cluster: Unjoined, resource: Resource) => Unjoined;
  /** The clusters that are declared elsewhere and updated here. */
  readonly elsewhere: readonly Unjoined[];
}

interface Update {
  readonly resource: Resource;
  readonly says: Unjoined;
  readonly target: Fact<string>;
  readonly targets: readonly Resource[];
}

/** @param clusters resources of this root that declare clusters */
export function updatesOf(resources: readonly Resource[], clusters: readonly Resource[]): Updates {
  const updates = resources.flatMap((resource) => updateIn(resource, clusters));
  return {
    applied: (cluster, declaring) =>
      updates
        .filter(({ targets }) => targets.includes(declaring))
        .reduce((now, update) => overlaid(now, update), cluster),
    elsewhere: updates.filter(({ targets, says }) => targets.length === 0 && saysAnything(says)).map(alone),
  };
}

function updateIn(resource: Resource, clusters: readonly Resource[]): readonly Update[] {
  if (resource.type !== 'azapi_update_resource') return [];
  const seen = carried(resource);
  if (!isManagedCluster(seen.type)) return [];
  const says = clusterOf(seen, {
    resourceObject: scopeOf(seen, resourceManager),
    properties: scopeOf(seen, resourceManager, ['properties']),
    pools: [],
    parts: [],
  });
  const target = textAt(scopeOf(resource, terraform), ['resource_id'], '');
  return [{ resource, says, target, targets: clusters.filter((cluster) => isTarget(cluster, target, resource)) }];
}

/** By the id, or by the name where the update gives that instead. */
function isTarget(cluster: Resource, target: Fact<string>, update: Resource): boolean {
  if (target.known && target.value === '') return update.name !== undefined && nameOf(update) === nameOf(cluster);
  return handlesOf(target).some((handle) => {
    if (handle.kind === 'id') return handle.id.endsWith(`/managedclusters/${nameOf(cluster).toLowerCase()}`);
    return handle.address === cluster.address || handle.address === cluster.address.replace(/\[[^\]]*\]$/, '');
  });
}

function overlaid(cluster: Unjoined, { resource, says }: Update): Unjoined {
  const condition = conditionOf(resource);
  const choose: Choose = (own, said) => (isUnsaid(said) ? own : condition ? either(condition, own, said) : said);
  const before = cluster.digest;
  const update = digestOf([resource]);
  return {
    ...cluster,
    api: merged(cluster.api, says.api, choose),
    egress: egressOf(cluster.egress, says.egress, choose),
    openings: openingsOf(cluster.openings, says.openings, choose),
    digest: () => `${before()} ${update()}`,
  };
}

type Choose = <T>(own: Fact<T>, said: Fact<T>) => Fact<T>;

/** Node pools of an update are not followed: azapi joins lists in ways of its own. */
function egressOf(own: ClusterEgress, said: ClusterEgress, choose: Choose): ClusterEgress {
  return { ...merged(factsOf(own), factsOf(said), choose), pools: own.pools };
}

function factsOf(egress: ClusterEgress): Omit<ClusterEgress, 'pools'> {
  const { outboundType, httpProxy, artifactSource, registry, networkPolicy } = egress;
  return { outboundType, httpProxy, artifactSource, registry, networkPolicy };
}

function openingsOf(own: readonly Opening[], said: readonly Opening[], choose: Choose): readonly Opening[] {
  const changed = own.map((opening) => {
    const other = said.find(({ via }) => via === opening.via);
    return other && !isUnopened(other)
      ? { ...other, exposure: choose(opening.exposure, written(other.exposure)) }
      : opening;
  });
  const vias = new Set(own.map(({ via }) => via));
  return [...changed, ...said.filter((opening) => !vias.has(opening.via) && !isUnopened(opening))];
}

/** A record of facts, each taken from one of two. */
function merged<T extends Readonly<Record<keyof T, Fact<unknown>>>>(own: T, said: T, choose: Choose): T {
  const keys = Object.keys(own) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, choose<unknown>(own[key], said[key])])) as T;
}

/** An absent property of an update leaves what is there. */
function isUnsaid(fact: Fact<unknown>): boolean {
  return fact.known && fact.byDefault;
}

function written<T>(fact: Fact<T>): Fact<T> {
  return fact.known ? { ...fact, byDefault: false } : fact;
}

/** An add-on that is switched on is said, also where its reach is a default. */
function isUnopened({ exposure }: Opening): boolean {
  return exposure.known && exposure.byDefault && exposure.value === 'none';
}

function saysAnything({ api, egress, openings }: Unjoined): boolean {
  const records: readonly Readonly<Record<string, Fact<unknown>>>[] = [{ ...api }, { ...factsOf(egress) }];
  const isSaid = records.flatMap(Object.values<Fact<unknown>>).some((fact) => !isUnsaid(fact));
  return isSaid || openings.some((opening) => !isUnopened(opening));
}

function alone({ says, target, resource }: Update): Unjoined {
  const id = target.known ? target.value : target.expression;
  const expression = id === '' ? `the declaration of ${nameOf(resource)}` : `the declaration of ${id}`;
  const openAt = <T>(fact: Fact<T>): Unknown<T> => ({
    known: false,
    expression,
    dependsOn: [expression],
    origin: fact.origin,
    name: fact.name,
  });
  const choose: Choose = (own, said) => (isUnsaid(said) ? openAt(own) : said);
  const egress = egressOf(says.egress, says.egress, choose);
  const pool = openAt(known(false, { span: resource.heading, from: [] }, 'enableNodePublicIP', true));
  return {
    ...says,
    automatic: openAt(says.automatic),
    api: merged(says.api, says.api, choose),
    egress: { ...egress, pools: [openPool('agentPoolProfiles', pool)] },
    openings: says.openings.filter((opening) => !isUnopened(opening)),
  };
}

function either<T>(condition: Unknown<unknown>, own: Fact<T>, said: Fact<T>): Unknown<T> {
  const [before, after] = [possible(own), possible(said)];
  const { expression, dependsOn } = condition;
  const candidates = before && after ? { candidates: [...before, ...after] } : {};
  return { known: false, expression, dependsOn, origin: said.origin, name: said.name, ...candidates };
}
