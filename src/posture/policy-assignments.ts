/**
 * Azure Policy assignments that forbid public load balancers, where they deny. What only audits, or is not decided by the text,
 * forbids nothing here.
 */
import type { Resource } from '../evaluation/resource.js';
import type { Mapping, Origin, Value } from '../syntax/value.js';
import { literal, lookup } from '../syntax/value.js';
import { nameOf } from './identity.js';

export interface PublicBan {
  /** For people: `deny-public-ip`. */
  readonly name: string;
  readonly origin: Origin;
  /**
   * `addresses`: Azure refuses public IP addresses, and Kubernetes knows nothing of it. `services`: Kubernetes refuses Services
   * of type LoadBalancer without the internal annotation.
   */
  readonly forbids: 'addresses' | 'services';
  /** Namespaces that are left alone; undefined where the text does not decide them. */
  readonly excluded: readonly string[] | undefined;
}

/** "Not allowed resource types", built in (Azure/azure-policy). */
const notAllowedTypes = '6c112d4e-5bc7-47ae-a041-ea2d9dccd749';
/** "Kubernetes clusters should use internal load balancers", built in, 8.2.0. */
const internalOnly = '3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e';
/** What the latter leaves alone unless told otherwise. */
const systemNamespaces = ['kube-system', 'gatekeeper-system', 'azure-arc', 'azure-extensions-usage-system'];

const ofAzure = 'microsoft.authorization/policyassignments';
/** Those of a resource or a resource group do not cover the resource group of the nodes, where the addresses are made. */
const ofTerraform = /^azurerm_(?:(subscription|management_group)|(?:resource_group|resource))_policy_assignment$/;

export function isPolicyAssignment(type: string): boolean {
  return type.toLowerCase() === ofAzure || ofTerraform.test(type);
}

/** @returns undefined for everything else */
export function publicBanOf(resource: Resource): PublicBan | undefined {
  const terraform = ofTerraform.exec(resource.type);
  if (!terraform && resource.type.toLowerCase() !== ofAzure) return undefined;
  const body = terraform ? resource.body : lookup(resource.body, ['properties'], true);
  if (body?.kind !== 'map' || resource.condition || !isEnforced(body)) return undefined;
  const definition = textIn(
    lookup(body, [terraform ? 'policy_definition_id' : 'policyDefinitionId'], true),
  ).toLowerCase();
  const parameters = parametersIn(lookup(body, ['parameters'], true));
  if (parameters === undefined || !denies(parameters('effect'))) return undefined;
  const common = { name: nameOf(resource), origin: literal(resource.heading) };
  if (definition.includes(internalOnly)) {
    return { ...common, forbids: 'services', excluded: excludedBy(parameters('excludedNamespaces')) };
  }
  const isWide = !terraform || terraform[1] !== undefined;
  const types = textsOf(parameters('listOfResourceTypesNotAllowed')) ?? [];
  const isBan = types.some((type) => type.toLowerCase() === 'microsoft.network/publicipaddresses');
  return definition.includes(notAllowedTypes) && isWide && isBan
    ? { ...common, forbids: 'addresses', excluded: [] }
    : undefined;
}

const enforced: readonly unknown[] = [null, true, 'default'];

function isEnforced(body: Mapping): boolean {
  const mode = lookup(body, ['enforcementMode'], true) ?? lookup(body, ['enforce']);
  return mode === undefined || (mode.kind === 'scalar' && enforced.includes(lower(mode.value)));
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** Both deny unless they are told otherwise. */
function denies(effect: unknown): boolean {
  return effect === undefined || (typeof effect === 'string' && effect.toLowerCase() === 'deny');
}

function excludedBy(given: unknown): readonly string[] | undefined {
  return given === undefined ? systemNamespaces : textsOf(given);
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

/** A text, or as much of it as is known: the id of a definition often has its scope computed. */
function textIn(value: Value | undefined): string {
  if (value?.kind === 'scalar') return String(value.value);
  return value?.kind === 'undetermined' ? [value.expression, ...(value.parts ?? [])].join(' ') : '';
}

/** Parameters by name, as plain values; a symbol for one that the text does not decide. Undefined where that holds for all. */
function parametersIn(value: Value | undefined): ((name: string) => unknown) | undefined {
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return () => undefined;
  if (value.kind === 'scalar') return writtenIn(String(value.value));
  if (value.kind !== 'map' || value.rest) return undefined;
  return (name) => {
    const found = lookup(value, [name], true);
    return found && plainOf(lookup(found, ['value'], true));
  };
}

/** The JSON text of azurerm. */
function writtenIn(text: string): ((name: string) => unknown) | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const own = new Map(Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value as unknown]));
    return (name) => {
      const given = own.get(name.toLowerCase());
      return typeof given === 'object' && given !== null && 'value' in given ? given.value : undefined;
    };
  } catch {
    return undefined;
  }
}

const undecided = Symbol('undecided');

function plainOf(value: Value | undefined): unknown {
  if (value?.kind === 'scalar') return value.value;
  if (value?.kind === 'list' && !value.rest) return value.items.map(plainOf);
  return undecided;
}
