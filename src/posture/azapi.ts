/**
 * Resources of Azure that Terraform's azapi provider carries, seen as what they are: their type, their object and their defaults
 * are those of the Azure API, whoever sends it. So whatever reads a template's resources reads these too.
 */
import type { Resource } from '../evaluation/resource.js';
import { entry, isNull, mapping, scalar, undetermined } from '../syntax/value.js';
import type { Entry, Mapping, Undetermined, Value } from '../syntax/value.js';
import { textOf } from './identity.js';

/** Parents of parents: as deep as types of Azure are nested, with room. */
const deepest = 8;

/** @param resources all of one root; those that azapi does not carry stay as they are */
export function throughAzapi(resources: readonly Resource[]): readonly Resource[] {
  const carrying = resources.some(isCarrier);
  if (!carrying) return resources;
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return resources.map((resource) => (isCarrier(resource) ? carried(resource, byAddress) : resource));
}

function isCarrier({ type }: Resource): boolean {
  return type === 'azapi_resource';
}

/**
 * The resource of Azure that an `azapi_resource` or `azapi_update_resource` carries.
 * @returns the resource itself where the text does not decide its type
 */
export function carried(resource: Resource, byAddress: ReadonlyMap<string, Resource> = new Map()): Resource {
  const [type, version] = (textOf(entry(resource.body, 'type')?.value) ?? '').split('@');
  if (type === undefined || type === '') return resource;
  const name = nameIn(resource, byAddress, deepest);
  return {
    ...resource,
    type,
    ...(version === undefined ? {} : { version }),
    name,
    body: objectOf(resource, name),
  };
}

/** What azapi puts beside the body into the object that it sends; the body may hold these itself. */
const beside: readonly string[] = ['location', 'identity', 'tags'];

function objectOf({ body, heading }: Resource, name: Value | undefined): Mapping {
  const document = entry(body, 'body');
  const attributes = [...body.entries.values()].filter(({ key, value }) => beside.includes(key) && !isNull(value));
  const named: readonly Entry[] = name ? [{ key: 'name', keySpan: heading, value: name }] : [];
  const inside = document?.value;
  if (inside?.kind !== 'map') {
    const open = inside && !isNull(inside) ? (inside.kind === 'undetermined' ? inside : unread(inside)) : undefined;
    return mapping([...attributes, ...named], body.origin, open);
  }
  return mapping([...attributes, ...named, ...inside.entries.values()], inside.origin, inside.rest);
}

/** A body that is a text which nothing in the root encoded, or no object at all. */
function unread({ origin }: Value): Undetermined {
  return undetermined('body', ['body'], origin);
}

/** The name as a template has it: the parents' names first, `aks-prod/user`. */
function nameIn(resource: Resource, byAddress: ReadonlyMap<string, Resource>, depth: number): Value | undefined {
  const { name, body } = resource;
  const type = textOf(entry(body, 'type')?.value)?.split('@')[0] ?? '';
  if (!name || type.split('/').length <= 2) return name;
  const own = textOf(name);
  const parent = parentName(entry(body, 'parent_id')?.value, byAddress, depth);
  if (own === undefined || !parent) return openName(name, own);
  const known = textOf(parent);
  if (known !== undefined) return scalar(`${known}/${own}`, name.origin);
  return parent.kind === 'undetermined' ? openName(parent, own) : name;
}

function openName(from: Value, own: string | undefined): Undetermined {
  const { expression, waitsFor } = from.kind === 'undetermined' ? from : { expression: 'parent_id', waitsFor: [] };
  const parts = own === undefined ? undefined : [null, `/${own}`];
  return undetermined(`${expression}/${own ?? 'name'}`, waitsFor, from.origin, undefined, parts);
}

function parentName(id: Value | undefined, byAddress: ReadonlyMap<string, Resource>, depth: number): Value | undefined {
  const written = textOf(id);
  if (id && written !== undefined) {
    const [, ...names] = written.slice(written.lastIndexOf('/providers/') + '/providers/'.length).split('/');
    return scalar(names.filter((_, index) => index % 2 === 1).join('/'), id.origin);
  }
  if (id?.kind !== 'undetermined') return undefined;
  const parent = byAddress.get(id.expression.replace(/\.id$/, ''));
  if (!parent) return id;
  return depth > 0 && isCarrier(parent) ? nameIn(parent, byAddress, depth - 1) : parent.name;
}
