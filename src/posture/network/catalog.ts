/** Things of one kind that a root declares, found by what other resources call them. */
import type { Resource } from '../../evaluation/resource.js';
import type { Value } from '../../syntax/value.js';
import { origins } from '../../syntax/value.js';
import type { Fact, Unknown } from '../fact.js';
import type { Handle } from './handle.js';
import { handlesOf, isAttribute } from './handle.js';
import type { Link } from './link.js';
import { elsewhere, here, none } from './link.js';

export interface Listed<T> {
  readonly thing: T;
  readonly resource: Resource;
  /** In lower case. */
  readonly id: string;
  /** For parts of a resource: where in it, as references spell it (`subnet[0].id`). */
  readonly path?: RegExp;
  readonly name: Fact<string>;
  /** Terraform: the resource group, which tells things of one name apart. */
  readonly group?: Fact<string>;
}

export interface Catalog<T> {
  readonly all: readonly Listed<T>[];
  /** What an id, or a reference to some attribute, leads to. The empty text leads to nothing. */
  find(fact: Fact<string>): Link<T>;
  /** Likewise for a bare name. */
  named(name: Fact<string>, group?: Fact<string>): Link<T>;
  /** Everything that a fact could be speaking of. */
  mentioned(fact: Fact<string>): readonly T[];
}

/** Choices inside of choices are followed this deep. */
const deepest = 8;

export function catalogOf<T>(all: readonly Listed<T>[]): Catalog<T> {
  const byAddress = grouped(all, ({ resource }) => lastSymbol(resource.address));
  const byId = grouped(all, ({ id }) => id);
  const byTail = grouped(all, ({ id }) => tailOf(id));

  const answering = (handle: Handle): readonly Listed<T>[] => {
    if (handle.kind === 'id') {
      const exact = byId.get(handle.id);
      if (exact) return exact;
      return (byTail.get(tailOf(handle.id)) ?? []).filter(({ id }) => mayShareScope(id, handle.id));
    }
    const same = (byAddress.get(lastSymbol(handle.address)) ?? []).filter(({ resource }) =>
      isAt(resource.address, handle.address),
    );
    if (same.length > 0 || handle.path !== '') return same.filter(({ path }) => !path || path.test(handle.path));
    return all.filter(({ name }) => name.known && name.value.toLowerCase() === handle.address.toLowerCase());
  };

  const mentioned = (fact: Fact<string>): readonly Listed<T>[] => [...new Set(handlesOf(fact).flatMap(answering))];

  const find = (fact: Fact<string>, depth = deepest): Link<T> => {
    if (fact.known && fact.value === '') return none(fact.origin);
    if (!fact.known && fact.candidates && depth > 0) {
      return { kind: 'open', fact, choices: fact.candidates.map((candidate) => find(candidate, depth - 1)) };
    }
    const found = mentioned(fact);
    const [only, ...others] = found;
    const expression = fact.known ? fact.value : fact.expression;
    if (!only) return elsewhere(expression, fact.origin);
    const alone = others.length === 0 && (fact.known || handlesOf(fact).length <= 2);
    return alone && waitsForOneThing(fact) ? here(only.thing, fact.origin) : undecided(fact, found);
  };

  const named = (name: Fact<string>, group?: Fact<string>): Link<T> => {
    const referred = name.known ? [] : mentioned(name);
    if (referred.length === 1 && referred[0]) return here(referred[0].thing, name.origin);
    const same = narrowed(
      all.filter((one) => sameText(one.name, name)),
      [
        (one) => passesThrough(name, one.resource),
        (one) => group !== undefined && one.group !== undefined && sameText(one.group, group),
      ],
    );
    const [only, ...others] = same;
    if (!only) return elsewhere(name.known ? name.value : name.expression, name.origin);
    return others.length === 0 ? here(only.thing, name.origin) : undecided(name, same);
  };

  return { all, find: (fact) => find(fact), named, mentioned: (fact) => mentioned(fact).map(({ thing }) => thing) };
}

/** Whether two texts are certainly the same one, also where nobody knows it yet. */
export function sameText(one: Fact<string>, other: Fact<string>): boolean {
  if (one.known || other.known) {
    return one.known && other.known && one.value.toLowerCase() === other.value.toLowerCase();
  }
  return one.expression === other.expression && one.dependsOn.join('\n') === other.dependsOn.join('\n');
}

function waitsForOneThing(fact: Fact<string>): boolean {
  return fact.known || fact.dependsOn.length <= 1 || fact.expression.startsWith('/');
}

function undecided<T>(fact: Fact<string>, found: readonly Listed<T>[]): Link<T> {
  const open: Unknown<unknown> = fact.known
    ? { known: false, expression: fact.value, dependsOn: [], origin: fact.origin, name: fact.name }
    : fact;
  const choices = found.map(({ thing }) => here(thing, fact.origin));
  // What else the value waits for may lead anywhere.
  const complete = fact.known || isAttribute(fact);
  return {
    kind: 'open',
    fact: open,
    choices: complete ? choices : [...choices, elsewhere(fact.expression, fact.origin)],
  };
}

/** Applies each test as long as several are left and some pass it. */
function narrowed<T>(all: readonly Listed<T>[], tests: readonly ((one: Listed<T>) => boolean)[]): readonly Listed<T>[] {
  return tests.reduce((left, test) => {
    const passed = left.length > 1 ? left.filter(test) : [];
    return passed.length > 0 ? passed : left;
  }, all);
}

/** Whether a value was read from a declaration on its way: `azurerm_route_table.nodes.name`. */
function passesThrough(fact: Fact<string>, { span }: Resource): boolean {
  return origins(fact.origin).some(
    ({ span: { file, start, end } }) => file === span.file && span.start <= start && end <= span.end,
  );
}

/**
 * The id that a resource of Terraform will have, in lower case; what is not decided stands in it as `{}`.
 * @param type of Azure
 * @param names from the outermost parent to the resource itself
 */
export function idIn(group: Fact<string> | undefined, type: string, names: readonly Fact<string>[]): string {
  const told = (fact: Fact<string> | undefined): string => (fact?.known ? fact.value : '{}');
  const [namespace = '', ...types] = type.split('/');
  const path = types.map((segment, index) => `/${segment}/${told(names[index])}`);
  const scope = `/subscriptions/{}/resourcegroups/${told(group)}`;
  return `${scope}/providers/${namespace}${path.join('')}`.toLowerCase();
}

/** The symbolic id of a resource of Azure in lower case: what evaluation gives it, else by its type and names. */
export function idOf(resource: Resource & { readonly id?: Value | undefined }): string {
  const { id, type, name } = resource;
  if (id?.kind === 'scalar' && typeof id.value === 'string') return id.value.toLowerCase();
  if (id?.kind === 'undetermined') return id.expression.toLowerCase();
  const [namespace = '', ...types] = type.split('/');
  const names = name?.kind === 'scalar' ? String(name.value).split('/') : [];
  const path = types.map((segment, index) => `/${segment}/${names[index] ?? `{${resource.address}}`}`);
  return `/providers/${namespace}${path.join('')}`.toLowerCase();
}

/** The id of what contains a resource of Azure. */
export function parentId(id: string): string {
  return id.replace(/\/[^/]+\/[^/]*$/, '');
}

/** From the provider on: the type and the names. */
function tailOf(id: string): string {
  return id.slice(id.lastIndexOf('/providers/'));
}

/** Whether two ids of equal tails may be one: where the scope of either is not decided, it may be the other's. */
function mayShareScope(one: string, other: string): boolean {
  const [a = [], b = []] = [one, other].map((id) => id.slice(0, id.lastIndexOf('/providers/')).split('/'));
  if (a.length !== b.length) return true;
  return a.every((segment, index) => segment === b[index] || segment.includes('{') || b[index]?.includes('{') === true);
}

/** A symbol of Bicep is said without the modules around it; an address of Terraform is said in full. */
function isAt(address: string, said: string): boolean {
  return address === said || address.endsWith(`::${said}`);
}

function lastSymbol(address: string): string {
  return address.slice(address.lastIndexOf('::') + 1).replace(/^:/, '');
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
