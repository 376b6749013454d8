import type { DeploymentBody, ResourceDeclaration } from '../../syntax/bicep/ast.js';
import { literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { runtimeObject } from '../arm/access.js';
import { stringOf } from '../arm/functions/operand.js';
import { computed } from '../arm/inspect.js';
import { lazily, once } from '../arm/lazy.js';
import { fromText, textOf } from '../arm/partial.js';
import { extensionId, nameSegments, resourceId } from '../arm/resource-id.js';
import { scopeOf } from '../arm/scope-of.js';
import { fieldOf, place, symbolValue, written } from './deployments.js';
import type { Placed, PlacedAll } from './deployments.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import { evaluateObject } from './literals.js';
import { resourceIn } from './symbolic.js';

/** A `resource` declaration: what its symbol names. Nothing is evaluated before it is asked for. */
export interface DeclaredResource {
  readonly instances: () => readonly ResourceInstance[];
  /** The only instance; nothing for a loop. */
  readonly single: () => ResourceInstance | undefined;
  readonly at: (index: number) => ResourceInstance | undefined;
  readonly value: () => Value;
}

/** One resource that is deployed, or that exists. */
export interface ResourceInstance {
  readonly declaration: ResourceDeclaration;
  readonly placed: Placed;
  /** `aks`, `pools[0]`, `vnet::nodes`. */
  readonly address: string;
  readonly type: string;
  readonly version: string | undefined;
  /** As it is declared, which is what `.name` gives. */
  readonly ownName: Value | undefined;
  /** With the names of its parents: `vnet/nodes`. */
  readonly fullName: Value | undefined;
  readonly id: Value | undefined;
  /** The parents' conditions and its own. */
  readonly conditions: readonly Value[];
  readonly off: boolean;
  body(): Mapping;
  value(): Value;
  child(name: string): ResourceInstance | undefined;
  readonly children: () => readonly DeclaredResource[];
}

const notOfTheBody = ['parent', 'scope', 'dependsOn'];

export function declareResource(
  declaration: ResourceDeclaration,
  env: Environment,
  parent?: ResourceInstance,
): DeclaredResource {
  let placedAll: PlacedAll | undefined;
  let made: readonly ResourceInstance[] | undefined;
  let busy = false;
  const expand = (): PlacedAll => {
    if (busy) env.session.problem(spanOf(declaration, env), `${declaration.name.name} depends on itself`);
    if (busy) return { all: [], loop: undefined };
    busy = true;
    placedAll ??= place(declaration.body, env);
    made ??= placedAll.all.map((each) => instance(declaration, each, parent));
    busy = false;
    return placedAll;
  };
  const instances = (): readonly ResourceInstance[] => {
    if (!made) expand();
    return made ?? [];
  };
  return {
    instances,
    single: () => (declaration.body.kind === 'for' ? undefined : instances()[0]),
    at: (index) => (expandedLoop(declaration.body) ? decided(instances())[index] : undefined),
    value: () => {
      const all = instances();
      const values = all.map((each) => () => each.value());
      const name = declaration.name.name;
      const value = placedAll && symbolValue(placedAll, values, declaration.body, env);
      return value ?? undetermined(name, [name], literal(spanOf(declaration, env)));
    },
  };
}

function expandedLoop(body: DeploymentBody): boolean {
  return body.kind === 'for';
}

function decided(all: readonly ResourceInstance[]): readonly ResourceInstance[] {
  return all.filter((each) => each.placed.suffix !== '[*]');
}

function instance(
  declaration: ResourceDeclaration,
  placed: Placed,
  outer: ResourceInstance | undefined,
): ResourceInstance {
  const { object } = placed;
  const declared = new Map<string, DeclaredResource>();
  const env: Environment = {
    ...placed.env,
    symbol(name) {
      const child = declared.get(name);
      return child ? { kind: 'resource', resource: child } : placed.env.symbol(name);
    },
  };
  const span = spanOf(declaration, env);
  const parentMember = written(object, 'parent');
  // Asked for only where it matters: names and scopes of what is not deployed may not even have a value.
  const parent = once(() => {
    return outer ?? (parentMember?.kind === 'property' ? resourceIn(parentMember.value, placed.env) : undefined);
  });
  const { type, version } = typeOf(declaration, placed.env, outer);
  const name = once(() => fieldOf(object, 'name', placed.env));
  const fullName = once(() => {
    const own = name();
    return own && composed(own, parent(), type, Boolean(outer ?? parentMember));
  });
  const symbol = `${outer ? `${outer.address}::` : ''}${declaration.name.name}${placed.suffix}`;
  const id = once(() => {
    const whole = fullName();
    return whole && idOf(type, name(), whole, parent(), object, placed.env);
  });
  const body = lazily(env.session, symbol, span, () => evaluateObject(object, env, notOfTheBody));
  const made: ResourceInstance = {
    declaration,
    placed,
    address: symbol,
    type,
    version,
    get ownName() {
      return name();
    },
    get fullName() {
      return fullName();
    },
    get id() {
      return id();
    },
    conditions: [...(outer?.conditions ?? []), ...placed.conditions],
    off: placed.off || (outer?.off ?? false),
    body() {
      const value = body();
      return value.kind === 'map' ? value : mapping([], literal(spanOf(object, env)));
    },
    value: () => symbolObject(made, env),
    child: (child) => declared.get(child)?.single(),
    children: () => [...declared.values()],
  };
  for (const member of object.members) {
    if (member.kind === 'resource') declared.set(member.name.name, declareResource(member, env, made));
  }
  return made;
}

/** The resource as others see it: what the text sets, its id, and everything else at run time. */
function symbolObject(made: ResourceInstance, env: Environment): Value {
  const span = spanOf(made.declaration, env);
  const keySpan = spanOf(made.declaration.name, env);
  const own = made.body();
  const { type, version, ownName, id } = made;
  const facts: Readonly<Record<string, Value | undefined>> = {
    id,
    name: ownName,
    type: scalar(type, literal(span)),
    apiVersion: version === undefined ? undefined : scalar(version, literal(span)),
  };
  const entries = Object.entries(facts).flatMap(([key, value]) => (value ? [{ key, keySpan, value }] : []));
  return runtimeObject(mapping([...own.entries.values(), ...entries], literal(span), own.rest), made.address);
}

function typeOf(
  declaration: ResourceDeclaration,
  env: Environment,
  outer: ResourceInstance | undefined,
): { readonly type: string; readonly version: string | undefined } {
  const text = stringOf(evaluate(declaration.type, env)) ?? '';
  const [own = '', version] = text.split('@');
  const type = outer && !(own.split('/')[0] ?? '').includes('.') ? `${outer.type}/${own}` : own;
  return { type, version: version ?? outer?.version };
}

/** The names of the parents before the own one. A parent that is not known leaves the name open. */
function composed(name: Value, parent: ResourceInstance | undefined, type: string, isChild: boolean): Value {
  if (!isChild) return name;
  const own = textOf(name) ?? [];
  const origin = computed(name.origin.span, [name]);
  if (parent?.fullName) return fromText([...(textOf(parent.fullName) ?? []), '/', ...own], origin);
  const missing = undetermined('parent', [`the parent of ${type}`], origin);
  return fromText([missing, '/', ...own], origin);
}

function idOf(
  type: string,
  name: Value | undefined,
  fullName: Value,
  parent: ResourceInstance | undefined,
  object: Placed['object'],
  env: Environment,
): Value | undefined {
  const origin = computed(fullName.origin.span, [fullName]);
  const base = parent?.id && textOf(parent.id);
  if (base && name) return fromText([...base, `/${type.split('/').at(-1) ?? ''}/`, ...(textOf(name) ?? [])], origin);
  const segments = nameSegments(fullName);
  const scope = fieldOf(object, 'scope', env);
  if (!scope) return resourceId(env.scope, type, segments, origin);
  const target = scopeOf(scope);
  if (target) return resourceId(target, type, segments, origin);
  const extended = scope.kind === 'map' ? scope.entries.get('id')?.value : scope;
  return extended && extensionId(extended, type, segments, origin);
}
