import type { Value } from '../../syntax/value.js';
import { fromText, placeholders, renderText, splitText, textOf } from './partial.js';
import type { Text } from './partial.js';
import type { Scope } from './scope.js';

/**
 * The scope that a value stands for: a scope function's object, a resource group's or subscription's symbol, or an id.
 * `undefined` when it is none, such as the id of a resource that is extended.
 */
export function scopeOf(value: Value): Scope | undefined {
  const id = value.kind === 'map' ? value.entries.get('id')?.value : value;
  const text = id && textOf(id);
  if (!text) return undefined;
  const pieces = splitText(text, ['/']).filter((piece) => piece.length > 0);
  const names = pieces.map((piece) => renderText(piece).toLowerCase());
  const after = (name: string, own: string): { readonly found: boolean; readonly value?: Value } => {
    const index = names.indexOf(name);
    const piece: Text | undefined = index < 0 ? undefined : pieces[index + 1];
    if (!piece) return { found: false };
    const isOwn = renderText(piece) === own;
    return isOwn ? { found: true } : { found: true, value: fromText(piece, value.origin) };
  };
  const subscription = after('subscriptions', placeholders.subscription);
  const group = after('resourcegroups', placeholders.resourceGroup);
  const management = after('managementgroups', placeholders.managementGroup);
  const inSubscription = subscription.value ? { subscription: subscription.value } : {};
  if (group.found && pieces.length === 4) {
    return { kind: 'resourceGroup', ...inSubscription, ...(group.value ? { resourceGroup: group.value } : {}) };
  }
  if (subscription.found && pieces.length === 2) return { kind: 'subscription', ...inSubscription };
  if (management.found && pieces.length === 4) {
    return { kind: 'managementGroup', ...(management.value ? { managementGroup: management.value } : {}) };
  }
  return pieces.length === 0 ? { kind: 'tenant' } : undefined;
}
