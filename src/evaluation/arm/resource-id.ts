/**
 * Symbolic resource ids: the id that Azure would give, with placeholders for what only the deployment knows. Two of them
 * are comparable, whichever way they were written: by their text, or by their expression when a name is open.
 */
import type { Origin, Scalar, Undetermined, Value } from '../../syntax/value.js';
import { fromText, placeholders, splitText, textOf } from './partial.js';
import type { Part, Text } from './partial.js';
import type { Scope } from './scope.js';

/** The segments of a name: `vnet/nodes` are two, an open text is cut at its fixed slashes. */
export function nameSegments(name: Value): readonly Text[] {
  return splitText(textOf(name) ?? [], ['/']);
}

/**
 * `/subscriptions/…/providers/<type>/<name>…`, the type's segments alternating with the names'.
 * @returns `undefined` when the names do not fit the type
 */
export function resourceId(
  scope: Scope,
  type: string,
  names: readonly Text[],
  origin: Origin,
): Scalar | Undetermined | undefined {
  if (type.toLowerCase() === 'microsoft.resources/resourcegroups') {
    // Resource groups are no resources of a provider: `/subscriptions/…/resourceGroups/<name>`.
    const { subscription } = scope;
    return fromText(
      [
        ...scopePath({ kind: 'subscription', ...(subscription ? { subscription } : {}) }),
        '/resourceGroups/',
        ...names.flat(),
      ],
      origin,
    );
  }
  const own = providerPath(type, names);
  return own && fromText([...scopePath(scope), ...own], origin);
}

/** The id of a resource that extends another: `<id of the other>/providers/<type>/<name>`. */
export function extensionId(
  target: Value,
  type: string,
  names: readonly Text[],
  origin: Origin,
): Scalar | Undetermined | undefined {
  const own = providerPath(type, names);
  const base = textOf(target);
  return own && base && fromText([...base, ...own], origin);
}

/** The id of a scope itself; empty for the tenant. */
export function scopePath(scope: Scope): Text {
  switch (scope.kind) {
    case 'tenant':
      return [];
    case 'managementGroup':
      return [
        '/providers/Microsoft.Management/managementGroups/',
        ...segment(scope.managementGroup, placeholders.managementGroup),
      ];
    case 'subscription':
      return ['/subscriptions/', ...segment(scope.subscription, placeholders.subscription)];
    case 'resourceGroup':
      return [
        '/subscriptions/',
        ...segment(scope.subscription, placeholders.subscription),
        '/resourceGroups/',
        ...segment(scope.resourceGroup, placeholders.resourceGroup),
      ];
  }
}

function segment(value: Value | undefined, own: string): Text {
  return value ? (textOf(value) ?? [own]) : [own];
}

function providerPath(type: string, names: readonly Text[]): Text | undefined {
  const [namespace, ...types] = type.split('/');
  if (!namespace || types.length === 0 || types.length !== names.length) return undefined;
  const path: Part[] = [`/providers/${namespace}`];
  types.forEach((segmentType, index) => path.push(`/${segmentType}/`, ...(names[index] ?? [])));
  return path;
}
