/** What every subject has, whatever its kind. */
import type { Resource } from '../evaluation/resource.js';
import type { Value } from '../syntax/value.js';
import { digestOf } from './digest.js';
import type { Cluster, Identity, IgnoredArgument } from './model.js';

/**
 * @param name for people
 * @param parts further resources that belong to the subject: node pools of a cluster
 */
export function identityOf(resource: Resource, name: string, parts: readonly Resource[] = []): Identity {
  const { root, address, format, span, heading, calls, condition } = resource;
  return {
    id: `${root.id}#${address}`,
    name,
    format,
    root,
    span,
    heading,
    calls: calls ?? [],
    conditionalOn: condition?.kind === 'undetermined' ? waitsFor(condition) : [],
    digest: digestOf([resource, ...parts]),
  };
}

/** Arguments of the call of a published module that do nothing. */
export function ignoredBy({ published }: Resource): readonly IgnoredArgument[] {
  if (!published) return [];
  return published.lost.map((argument) => ({ ...argument, module: published.label }));
}

/** What a resource's text says about its later changes. */
export function lifecycleOf({ lifecycle }: Resource): Pick<Cluster, 'lifecycle'> {
  return lifecycle ? { lifecycle } : {};
}

/** The evaluated name; the last part of the address where the text does not decide it. */
export function nameOf({ name, address }: Pick<Resource, 'name' | 'address'>): string {
  return textOf(name) ?? lastPart(address);
}

/** A text that is known and not empty. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '' ? value.value : undefined;
}

/**
 * `module.aks.azurerm_kubernetes_cluster.main["a.b"]` -> `main["a.b"]`, `network::aks` -> `aks`, `Service/shop/web` -> `web`,
 * `aks-{substring(resourceGroup().id, 0, 6)}` -> itself: what stands in brackets is an expression or a key.
 */
function lastPart(address: string): string {
  let depth = 0;
  for (let at = address.length - 1; at >= 0; at--) {
    const letter = address.charAt(at);
    if (')]}'.includes(letter)) depth++;
    else if ('([{'.includes(letter)) depth--;
    else if (depth === 0 && './:'.includes(letter) && at < address.length - 1) return address.slice(at + 1);
  }
  return address;
}

/** What an undetermined value waits for, its expression where that is not known. */
export function waitsFor(value: Extract<Value, { kind: 'undetermined' }>): readonly string[] {
  return value.waitsFor.length > 0 ? value.waitsFor : [value.expression];
}
