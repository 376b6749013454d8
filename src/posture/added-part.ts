/**
 * Declarations of templates that switch on monitoring or an add-on of a cluster that is there already, as the onboarding templates of
 * Azure Monitor do: the same type with a few properties. Such a request leaves what it omits.
 */
import type { Resource } from '../evaluation/resource.js';
import type { Mapping } from '../syntax/value.js';
import { entry, isNull, undetermined } from '../syntax/value.js';
import { partial } from './partial.js';

/** What is added later. All else, and above all pools and the name in DNS, says that the cluster is made here. */
const added: ReadonlySet<string> = new Set([
  'addonprofiles',
  'azuremonitorprofile',
  'securityprofile',
  'workloadautoscalerprofile',
  // Of the deployment around it, which some templates write here too.
  'id',
  'mode',
]);
/** Properties of the deployment, which alone say nothing. */
const beside: ReadonlySet<string> = new Set(['id', 'mode']);
/** A cluster that is made has one of these, or a service principal; an Automatic one has its `sku`. */
const ofNew: readonly string[] = ['identity', 'sku'];

/**
 * The resource with what it omits left open, where it can only update a cluster: one without node pools is refused when it is made
 * (agentPoolProfiles needs a pool of mode System), unless its `sku` is Automatic.
 * @param hasPools whether node pools are declared apart
 */
export function asAddedTo(resource: Resource, hasPools: boolean): Resource {
  const { format, body } = resource;
  if ((format !== 'arm' && format !== 'bicep') || hasPools || body.rest) return resource;
  const properties = entry(body, 'properties', true)?.value;
  if (properties?.kind !== 'map' || !addsOnly(properties)) return resource;
  if (ofNew.some((key) => isThere(body, key))) return resource;
  const told = 'the declaration of the cluster, which is only added to here';
  return { ...resource, body: partial(body, undetermined(told, [told], properties.origin)) };
}

function addsOnly({ entries, rest }: Mapping): boolean {
  const keys = [...entries.values()].filter(({ value }) => !isNull(value)).map(({ key }) => key.toLowerCase());
  return !rest && keys.every((key) => added.has(key)) && keys.some((key) => !beside.has(key));
}

function isThere(body: Mapping, key: string): boolean {
  const found = entry(body, key, true)?.value;
  return found !== undefined && !isNull(found);
}
