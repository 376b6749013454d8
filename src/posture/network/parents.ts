/** Which resource a part that is declared apart belongs to: by name in Terraform, by its own id in Azure. */
import type { Resource } from '../../evaluation/resource.js';
import type { Fact, Unknown } from '../fact.js';
import { nameOf } from '../identity.js';
import { known } from '../reading/convert.js';
import { textAt } from '../reading/facts.js';
import type { Catalog } from './catalog.js';
import { idOf, parentId } from './catalog.js';
import type { Link } from './link.js';
import { targetsOf } from './link.js';
import { conditionOf, headingOf, isTerraform, settingsOf } from './resources.js';

/** A part that is declared apart. */
export interface Part {
  readonly resource: Resource;
  /** For people. */
  readonly name: string;
  /** Present when the text does not decide whether it is a part of this parent, or there at all. */
  readonly condition?: Unknown<unknown>;
}

/**
 * The parts of each resource among those that are declared apart.
 * @param attribute of Terraform that holds the parent's name
 */
export function partsOf(
  parents: Catalog<Resource>,
  parts: readonly Resource[],
  attribute: string,
): (parent: Resource) => readonly Part[] {
  const joined = parts.map((resource) => ({ resource, link: parentIn(parents, resource, attribute) }));
  return (parent) =>
    joined
      .filter(({ link }) => targetsOf(link).includes(parent))
      .map(({ resource, link }) => {
        const condition = conditionOf(resource, parent) ?? (link.kind === 'open' ? link.fact : undefined);
        const name = nameOf(resource);
        return { resource, name: name.slice(name.lastIndexOf('/') + 1), ...(condition ? { condition } : {}) };
      });
}

function parentIn<T>(catalog: Catalog<T>, part: Resource, attribute: string): Link<T> {
  const scope = settingsOf(part);
  if (!isTerraform(part)) return catalog.find(parentFact(part));
  return catalog.named(textAt(scope, [attribute], ''), textAt(scope, ['resource_group_name'], ''));
}

/** The id of the resource that a part of Azure is a child of. */
export function parentFact(part: Resource): Fact<string> {
  return known(parentId(idOf(part)), headingOf(part), 'parent', false);
}
