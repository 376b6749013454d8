/** The resources that a template declares, one by one: loops unrolled, children with their composed type and name. */
import type { Span } from '../../../syntax/source.js';
import { entry } from '../../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import { and, truth } from '../choice.js';
import { booleanOf, stringOf } from '../functions/operand.js';
import { computed, render } from '../inspect.js';
import type { Environment } from '../interpreter.js';
import { fromText, renderText, textOf } from '../partial.js';
import type { Text } from '../partial.js';
import { extensionId, nameSegments, resourceId } from '../resource-id.js';
import { scopeOf } from '../scope-of.js';
import type { Scope } from '../scope.js';
import { evaluateTree, turnsOf, withLoop } from './tree.js';

export interface Instance {
  readonly declaration: Mapping;
  readonly env: Environment;
  /** The symbolic name, with the index of a loop. */
  readonly symbol: string | undefined;
  readonly address: string;
  readonly type: string;
  readonly version: string | undefined;
  readonly name: Value | undefined;
  readonly id: Value | undefined;
  readonly existing: boolean;
  /** Present when the text does not decide whether it is deployed. */
  readonly condition: Value | undefined;
}

interface Parent {
  readonly type: string;
  readonly name: Text;
  readonly address: string;
  readonly condition: Value | undefined;
}

/** The instances of a `resources` section, which is an array or, with symbolic names, an object. */
export function instancesOf(resources: Value | undefined, env: Environment): readonly Instance[] {
  return unroll(resources, env, undefined);
}

function unroll(resources: Value | undefined, env: Environment, parent: Parent | undefined): readonly Instance[] {
  const found: Instance[] = [];
  const declare = (declaration: Value, symbol: string | undefined): void => {
    if (declaration.kind === 'map') found.push(...instances(declaration, symbol, env, parent));
  };
  if (resources?.kind === 'list') for (const each of resources.items) declare(each, undefined);
  if (resources?.kind === 'map') for (const each of resources.entries.values()) declare(each.value, each.key);
  return found;
}

function instances(
  declaration: Mapping,
  symbol: string | undefined,
  env: Environment,
  parent: Parent | undefined,
): readonly Instance[] {
  const { span } = declaration.origin;
  if (!env.session.spend(1, span)) return [];
  const loop = entry(declaration, 'copy', true)?.value;
  if (loop?.kind !== 'map') return instance(declaration, symbol, env, parent, undefined);
  const name = stringOf(entry(loop, 'name', true)?.value) ?? '';
  const turns = turnsOf(loop, env);
  if (turns.kind === 'list') {
    return turns.items.flatMap((index) => {
      const label = symbol === undefined ? undefined : `${symbol}[${render(index)}]`;
      return instance(declaration, label, withLoop(env, name, index), parent, undefined);
    });
  }
  // The number is open: one typical resource, which is deployed if there is any.
  const label = symbol === undefined ? undefined : `${symbol}[*]`;
  return instance(declaration, label, withLoop(env, name, turns), parent, turns);
}

function instance(
  declaration: Mapping,
  symbol: string | undefined,
  env: Environment,
  parent: Parent | undefined,
  openCount: Value | undefined,
): readonly Instance[] {
  const field = (key: string): Entry | undefined => entry(declaration, key, true);
  const valueOf = (key: string): Value | undefined => {
    const found = field(key);
    return found && evaluateTree(found.value, env);
  };
  const condition = combined([parent?.condition, openCount, valueOf('condition')], declaration.origin.span);
  if (condition === false) return [];
  const written = (stringOf(valueOf('type')) ?? '').replace(/\/$/, '');
  const standsAlone = !parent || (written.split('/')[0] ?? '').includes('.');
  const type = standsAlone ? written : `${parent.type}/${written}`;
  const own = valueOf('name');
  const text: Text | undefined = own && (standsAlone ? textOf(own) : [...parent.name, '/', ...(textOf(own) ?? [])]);
  const name = own && text && fromText(text, own.origin);
  const address = symbol ?? addressOf(type, text);
  const made: Instance = {
    declaration,
    env,
    symbol,
    address,
    type,
    version: stringOf(valueOf('apiVersion')),
    name,
    id: name && idOf(type, name, valueOf('scope'), scopeOfFields(env.scope, valueOf), declaration.origin.span),
    existing: booleanOf(field('existing')?.value) === true,
    condition,
  };
  const inside: Parent = { type, name: text ?? [], address, condition };
  // A deployment's own `resources` are its template's: they stand under `properties.template`.
  return [made, ...unroll(field('resources')?.value, env, inside)];
}

/** A deployment says with two properties of its own where it goes to. */
export function scopeOfFields(own: Scope, valueOf: (key: string) => Value | undefined): Scope {
  const [group, subscription] = [valueOf('resourceGroup'), valueOf('subscriptionId')];
  if (group) {
    const inSubscription = subscription ?? own.subscription;
    return {
      kind: 'resourceGroup',
      resourceGroup: group,
      ...(inSubscription ? { subscription: inSubscription } : {}),
    };
  }
  return subscription ? { kind: 'subscription', subscription } : own;
}

/** The open part of some conditions; false when one of them is; nothing when all are true. */
export function combined(conditions: readonly (Value | undefined)[], span: Span): Value | false | undefined {
  const present = conditions.filter((each) => each !== undefined).filter((each) => truth(each) !== true);
  if (present.some((each) => truth(each) === false)) return false;
  const [first] = present;
  return present.length <= 1
    ? first
    : and(
        present.map((each) => () => each),
        span,
      );
}

/** The open part of conditions of which none is false. */
export function openPart(conditions: readonly (Value | undefined)[], span: Span): Value | undefined {
  const part = combined(conditions, span);
  return part === false ? undefined : part;
}

/** `<last segment of the type>/<name>`: stable as long as the name is. */
function addressOf(type: string, name: Text | undefined): string {
  return `${type.split('/').at(-1) ?? type}/${name ? renderText(name) : '?'}`;
}

function idOf(type: string, name: Value, scope: Value | undefined, own: Scope, span: Span): Value | undefined {
  const origin = computed(span, [name]);
  const segments = nameSegments(name);
  if (!scope) return resourceId(own, type, segments, origin);
  const target = scopeOf(scope);
  return target ? resourceId(target, type, segments, origin) : extensionId(scope, type, segments, origin);
}
