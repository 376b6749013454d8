/** The resources of one root by their type, and what is the same about reading any of them. */
import type { Resource } from '../../evaluation/resource.js';
import type { Origin, Value } from '../../syntax/value.js';
import { literal } from '../../syntax/value.js';
import type { Fact, Unknown } from '../fact.js';
import { nameOf, waitsFor } from '../identity.js';
import { resourceManager, terraform } from '../reading/dialect.js';
import { textAt, textOf } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { itemsAt, scopeOf } from '../reading/scope.js';

/** Resources by type in lower case: Azure's types have any case. */
export type ByType = (...types: readonly string[]) => readonly Resource[];

export function byType(resources: readonly Resource[]): ByType {
  const types = new Map<string, Resource[]>();
  for (const resource of resources) {
    const type = resource.type.toLowerCase();
    const same = types.get(type);
    if (same) same.push(resource);
    else types.set(type, [resource]);
  }
  return (...wanted) => wanted.flatMap((type) => types.get(type) ?? []);
}

export function isTerraform({ type }: Pick<Resource, 'type'>): boolean {
  return type.startsWith('azurerm_');
}

/** Where a resource's own settings are read: the attributes of Terraform, the properties of Azure. */
export function settingsOf(resource: Resource): Scope {
  return isTerraform(resource) ? scopeOf(resource, terraform) : scopeOf(resource, resourceManager, ['properties']);
}

/** A path as each of the two spells it. */
export interface Spelling {
  readonly azurerm: readonly string[];
  readonly azure: readonly string[];
}

/** @param azure as a path with dots */
export function spelled(azurerm: string, azure: string): Spelling {
  return { azurerm: azurerm.split('.'), azure: azure.split('.') };
}

export function pathIn({ dialect }: Scope, { azurerm, azure }: Spelling): readonly string[] {
  return dialect === terraform ? azurerm : azure;
}

export interface Parts {
  readonly scopes: readonly Scope[];
  readonly further: readonly Unknown<unknown>[];
}

/**
 * The parts in a list of a resource.
 * @param base where Azure puts the settings of such a part, below its name
 */
export function partsAt(scope: Scope, spelling: Spelling, base: readonly string[] = ['properties']): Parts {
  const path = pathIn(scope, spelling);
  const { scopes, open } = itemsAt(scope, path);
  return {
    scopes: scopes.map((item) => ({ ...item, base: scope.dialect === terraform ? [] : base })),
    further: open ? [openFact(open, path.join('.'))] : [],
  };
}

/** The name of a part, for people. */
export function partName(scope: Scope, unnamed: string): string {
  const name = textAt({ ...scope, base: [] }, ['name'], unnamed);
  return name.known ? name.value : unnamed;
}

/** The evaluated name of a resource; by default its address. */
export function nameFact(resource: Resource): Fact<string> {
  const { name, heading } = resource;
  const scope = settingsOf(resource);
  return name
    ? textOf(name, 'name', scope.dialect)
    : { known: true, value: nameOf(resource), origin: literal(heading), byDefault: true, name: 'name' };
}

/**
 * What a resource's deployment waits for; undefined when it is certainly deployed.
 * @param whole what it is a part of: a part that is deployed on the same condition is there whenever the whole is
 */
export function conditionOf({ condition }: Resource, whole?: Resource): Unknown<unknown> | undefined {
  if (condition?.kind !== 'undetermined') return undefined;
  const around = whole?.condition;
  const same =
    around?.kind === 'undetermined' &&
    around.expression === condition.expression &&
    around.waitsFor.join('\n') === condition.waitsFor.join('\n');
  return same ? undefined : openFact(condition, 'condition');
}

export function headingOf({ heading, address }: Resource): Origin {
  return { span: heading, name: address, from: [] };
}

function openFact(value: Extract<Value, { kind: 'undetermined' }>, name: string): Unknown<unknown> {
  return { known: false, expression: value.expression, dependsOn: waitsFor(value), origin: value.origin, name };
}
