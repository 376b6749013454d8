/** What is attached to subnets: by a setting of the subnet itself, or by an association that Terraform declares apart. */
import type { Resource } from '../../evaluation/resource.js';
import type { Value } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import { known, open } from '../reading/convert.js';
import type { Catalog } from './catalog.js';
import { idAt } from './id-at.js';
import type { Link } from './link.js';
import { dependingOn, elsewhere, targetsOf } from './link.js';
import type { ByType, Spelling } from './resources.js';
import { conditionOf, headingOf, pathIn, settingsOf } from './resources.js';
import type { SubnetRange } from './subnet-ranges.js';

/** One kind of attachment. */
export interface Kind<T> {
  /** On the subnet. */
  readonly own: Spelling;
  /** The resource of Terraform that attaches, and how it names what it attaches. */
  readonly association: string;
  readonly target: string;
  readonly targets: Catalog<T>;
  /** Whether a module that is given the subnet is taken to attach one: then it is not seen, instead of not there. */
  readonly byModules: boolean;
}

export interface Attached<T> {
  readonly link: Link<T>;
  /** The associations. */
  readonly resources: readonly Resource[];
}

export type Attachments = <T>(kind: Kind<T>) => (subnet: SubnetRange) => Attached<T>;

export function attachmentsOf(resources: ByType, subnets: Catalog<SubnetRange>): Attachments {
  let handed: ReadonlySet<SubnetRange> | undefined;
  const isHandedOn = (subnet: SubnetRange): boolean => (handed ??= handedOn(resources, subnets)).has(subnet);

  return (kind) => {
    const associations = resources(kind.association).map((resource) => {
      const scope = settingsOf(resource);
      return {
        resource,
        subnet: subnets.find(idAt(scope, ['subnet_id'])),
        link: kind.targets.find(idAt(scope, [kind.target])),
      };
    });
    return (subnet) => {
      const own = kind.targets.find(idAt(subnet.scope, pathIn(subnet.scope, kind.own)));
      if (own.kind !== 'none') return { link: own, resources: [] };
      const mine = associations.filter((one) => targetsOf(one.subnet).includes(subnet));
      const certain = mine.find((one) => one.subnet.kind === 'here');
      if (certain) {
        const { resource, link } = certain;
        return { link: dependingOn(link, conditionOf(resource, subnet.resource)), resources: [resource] };
      }
      const [possible] = mine;
      if (possible?.subnet.kind === 'open') {
        const { fact } = possible.subnet;
        return { link: dependingOn(possible.link, fact), resources: mine.map(({ resource }) => resource) };
      }
      const origin = headingOf(subnet.resource);
      const bare =
        kind.byModules && isHandedOn(subnet) ? elsewhere('a module that is not in this repository', origin) : own;
      return { link: bare, resources: [] };
    };
  };
}

/** Subnets that are given to modules which are not in the tree: what these attach is not seen. */
function handedOn(resources: ByType, subnets: Catalog<SubnetRange>): ReadonlySet<SubnetRange> {
  const found = new Set<SubnetRange>();
  for (const { body } of resources('module')) {
    for (const fact of textsIn(body)) for (const subnet of subnets.mentioned(fact)) found.add(subnet);
  }
  return found;
}

function textsIn(body: Value): readonly Fact<string>[] {
  const facts: Fact<string>[] = [];
  const seen = new Set<Value>();
  const pending: Value[] = [body];
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    switch (value.kind) {
      case 'map':
        for (const entry of value.entries.values()) pending.push(entry.value);
        if (value.rest) pending.push(value.rest);
        break;
      case 'list':
        pending.push(...value.items);
        if (value.rest) pending.push(value.rest);
        break;
      case 'undetermined':
        facts.push(open(value, 'argument'));
        pending.push(...(value.candidates ?? []));
        break;
      case 'scalar':
        if (typeof value.value === 'string') facts.push(known(value.value, value.origin, 'argument', false));
        break;
    }
  }
  return facts;
}
