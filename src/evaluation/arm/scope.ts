import type { Value } from '../../syntax/value.js';

export type ScopeKind = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** Where a deployment goes to. A part that is absent is the deployment's own, which only the run time knows. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly subscription?: Value;
  readonly resourceGroup?: Value;
  readonly managementGroup?: Value;
}

export const resourceGroupScope: Scope = { kind: 'resourceGroup' };

/** The scope that a `targetScope` or the schema of a template names; a resource group when it names none. */
export function scopeOfKind(kind: string | undefined): Scope {
  switch (kind) {
    case 'subscription':
    case 'managementGroup':
    case 'tenant':
      return { kind };
    default:
      return resourceGroupScope;
  }
}
