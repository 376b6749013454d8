/**
 * How a value names another resource, whatever the format: by an id of Azure, literal or symbolic; by a reference to a resource
 * of Terraform; by a symbol of Bicep or a call of `reference` in a template. None of these needs the deployment to have happened.
 */
import { referenceOf } from '../../evaluation/terraform/references.js';
import type { Origin } from '../../syntax/value.js';
import { undetermined } from '../../syntax/value.js';
import type { Fact, Unknown } from '../fact.js';

export type Handle =
  /** An id of Azure in lower case; names that the text does not decide stand in it as expressions in braces. */
  | { readonly kind: 'id'; readonly id: string }
  /**
   * A resource by its address, and what of it: `id`, `subnet[0].id`, `id/subnets/nodes`. With an empty path it may also be a
   * name that is unique in a template.
   */
  | { readonly kind: 'address'; readonly address: string; readonly path: string };

/** What a fact names; empty when it names nothing that could be declared here: a parameter, a data source. */
export function handlesOf(fact: Fact<string>): readonly Handle[] {
  if (fact.known) return fact.value.startsWith('/') ? idHandle(fact.value) : handlesIn(fact.value, fact.origin, '');
  const own = idHandle(fact.expression);
  if (own.length > 0) return own;
  const written = idHandle((fact.parts ?? []).map((part) => part ?? '{}').join(''));
  // An open subscription or group does no harm; an open name could be any.
  if (written.length > 0) return written.filter(({ id }) => !id.slice(id.lastIndexOf('/providers/')).includes('{}'));
  return textsOf(fact).flatMap((text) => handlesIn(text, fact.origin, tailOf(fact)));
}

/** Whether a fact is some attribute of a resource, which nothing in the text could turn into anything else. */
export function isAttribute(fact: Unknown<unknown>): boolean {
  return textsOf(fact).every((text) => handlesIn(text, fact.origin, '').length > 0);
}

/** Whether a fact is read from a data source: something that another root declares. */
export function isOfDataSource(fact: Unknown<unknown>): boolean {
  return textsOf(fact).every((text) => referenceOf(undetermined(text, [text], fact.origin))?.isData === true);
}

/** What a fact waits for. Evaluation of templates says of a member that only the deployment knows that it is not set. */
function textsOf({ expression, dependsOn }: Unknown<unknown>): readonly string[] {
  return (dependsOn.length > 0 ? dependsOn : [expression]).map((text) => text.replace(/ \(not set\)$/, ''));
}

function handlesIn(text: string, origin: Origin, tail: string): readonly Handle[] {
  const inTemplate = calledHandles(text);
  if (inTemplate) return inTemplate;
  const reference = referenceOf(undetermined(text, [text], origin));
  if (reference?.isData || valueNames.test(text)) return [];
  const symbol = symbolic.exec(text);
  return [
    ...(reference ? [{ kind: 'address', address: reference.address, path: reference.path + tail } as const] : []),
    ...(symbol ? [{ kind: 'address', address: symbol[1] ?? '', path: (symbol[2] ?? '') + tail } as const] : []),
  ];
}

/** What Terraform calls values that are no resources: inputs, loops, and outputs of modules that are not in the tree. */
const valueNames = /^(?:var|local|each|count|path|terraform|self|data)\.|^module\.[\w-]+(?:\[[^\]]+\])?\.[\w-]+$/;

/** `fw.properties.x`, `spokes[0]!.id`, `vnet::nodes.id`. */
const symbolic = /^([A-Za-z_]\w*(?:\[[^\]]+\])?(?:::[A-Za-z_]\w*(?:\[[^\]]+\])?)*)[!?]*\.(.+)$/;

/** What follows the one open part of a text: `/subnets/nodes` of `"${azurerm_virtual_network.main.id}/subnets/nodes"`. */
function tailOf({ parts }: Unknown<string>): string {
  return parts?.length === 2 && parts[0] === null ? (parts[1] ?? '') : '';
}

function idHandle(text: string): readonly (Handle & { readonly kind: 'id' })[] {
  const id = text.toLowerCase().replace(/\/+$/, '');
  return /^\/.*\/?providers\/[^/]+\/[^/]+\/./.test(id) ? [{ kind: 'id', id }] : [];
}

/** `reference('…').x` of a template, by id, address or name; also as it is written, with the id still to be made. */
function calledHandles(text: string): readonly Handle[] | undefined {
  const made = /^reference\(resourceId\('([\w./]+)', '([^']+)'\)/i.exec(text);
  if (made) return idHandle(`/providers/${made[1] ?? ''}/${made[2] ?? ''}`);
  const said = /^reference\('(.*?)'(?:, '[^']*')?(?:, '[^']*')?\)[.[]/i.exec(text)?.[1];
  if (said === undefined) return undefined;
  if (said.startsWith('/')) return idHandle(said);
  return [{ kind: 'address', address: said, path: '' }];
}
