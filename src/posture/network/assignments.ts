/** Identities, and the roles that are given to them. */
import type { Resource } from '../../evaluation/resource.js';
import type { Fact } from '../fact.js';
import { map } from '../fact.js';
import { known } from '../reading/convert.js';
import { textAt } from '../reading/facts.js';
import { firstOf } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf, idOf } from './catalog.js';
import { idAt } from './id-at.js';
import type { Identity, RoleAssignment } from './model.js';
import type { ByType } from './resources.js';
import { handlesOf } from './handle.js';
import { headingOf, isTerraform, settingsOf } from './resources.js';

const identityType = 'microsoft.managedidentity/userassignedidentities';
const assignmentType = 'microsoft.authorization/roleassignments';

export function identities(resources: ByType): Catalog<Identity> {
  return catalogOf(
    resources('azurerm_user_assigned_identity', identityType).map((resource) =>
      listed(resource, declared(resource), identityType),
    ),
  );
}

export interface Given {
  readonly assignments: readonly RoleAssignment[];
  readonly resources: readonly Resource[];
}

/** The roles on one thing of a catalog, and those whose scope may be around it. */
export type Assignments = (catalog: Catalog<Resource>, on: Resource) => Given;

export function assignmentsOf(resources: ByType, principals: Catalog<Identity>): Assignments {
  const all = resources('azurerm_role_assignment', assignmentType);
  return (catalog, on) => {
    const read = all.flatMap((resource) => {
      const scope = scopeOf(resource);
      const link = catalog.find(scope);
      if (link.kind === 'here' ? link.target !== on : !mayHoldOthers(scope)) return [];
      const settings = settingsOf(resource);
      const assignment: RoleAssignment = {
        role: roleOf(resource),
        principal: principals.find(idAt(settings, isTerraform(resource) ? ['principal_id'] : ['principalId'])),
        on: link.kind === 'here' ? 'zone' : 'wider',
      };
      return [{ assignment, resource }];
    });
    const own = read.filter(({ assignment }) => assignment.on === 'zone');
    return { assignments: read.map(({ assignment }) => assignment), resources: own.map(({ resource }) => resource) };
  };
}

/** Whether a scope may be a group, a subscription or something else that holds resources, or is one resource of another kind. */
function mayHoldOthers(scope: Fact<string>): boolean {
  return handlesOf(scope).every((handle) =>
    handle.kind === 'id'
      ? handle.id.includes('/microsoft.management/')
      : !handle.address.includes('azurerm_') ||
        /azurerm_(resource_group|subscription|management_group)(\.|$)/.test(handle.address),
  );
}

/** Azure writes the scope of an assignment into its id. */
function scopeOf(resource: Resource): Fact<string> {
  if (isTerraform(resource)) return idAt(settingsOf(resource), ['scope']);
  const id = idOf(resource);
  const end = id.indexOf(`/providers/${assignmentType}/`);
  return known(id.slice(0, Math.max(end, 0)) || '/', headingOf(resource), 'scope', false);
}

/** A name, or what ends the id of its definition. */
function roleOf(resource: Resource): Fact<string> {
  const scope = settingsOf(resource);
  const path = isTerraform(resource)
    ? firstOf(scope, ['role_definition_name'], ['role_definition_id'])
    : ['roleDefinitionId'];
  return map(textAt(scope, path, ''), (role) => role.slice(role.lastIndexOf('/') + 1).toLowerCase());
}
