/** Rules of firewalls, of policies and of the classic kind that stands on a firewall itself, in both spellings. */
import type { Fact, Unknown } from '../fact.js';
import { lowerCase } from '../cluster/spelling.js';
import { known } from '../reading/convert.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import type { Catalog } from './catalog.js';
import { isAttribute, isOfDataSource } from './handle.js';
import { both, openText } from './lists.js';
import type { FirewallRule, IpGroup } from './model.js';
import type { Spelling } from './resources.js';
import { partName, partsAt, pathIn, spelled } from './resources.js';

export interface Rules {
  readonly rules: readonly FirewallRule[];
  readonly further: readonly Unknown<unknown>[];
  readonly groups: readonly IpGroup[];
}

interface Collection {
  readonly scope: Scope;
  readonly action: Fact<string>;
  readonly rules: Spelling;
  /** Where Azure puts the settings of a rule. */
  readonly kindOf: (rule: Scope) => FirewallRule['kind'];
  readonly condition: Unknown<unknown> | undefined;
}

/** The rules of one collection. */
export function rulesOf(collection: Collection, ipGroups: Catalog<IpGroup>): Rules {
  const { scopes, further } = partsAt(collection.scope, collection.rules, []);
  const read = scopes.map((scope, index) => ruleOf(scope, collection, `rule ${String(index + 1)}`, ipGroups));
  return { rules: read.map(({ rule }) => rule), further, groups: read.flatMap(({ groups }) => groups) };
}

export function together(all: readonly Rules[]): Rules {
  return {
    rules: all.flatMap(({ rules }) => rules),
    further: all.flatMap(({ further }) => further),
    groups: all.flatMap(({ groups }) => groups),
  };
}

const words = {
  sources: spelled('source_addresses', 'sourceAddresses'),
  sourceGroups: spelled('source_ip_groups', 'sourceIpGroups'),
  addresses: spelled('destination_addresses', 'destinationAddresses'),
  groups: spelled('destination_ip_groups', 'destinationIpGroups'),
  ports: spelled('destination_ports', 'destinationPorts'),
  urls: spelled('destination_urls', 'targetUrls'),
  categories: spelled('web_categories', 'webCategories'),
} as const;

/** Azure calls FQDNs targets in application rules and destinations in network rules; Terraform only in classic ones. */
const fqdns = [spelled('destination_fqdns', 'destinationFqdns'), spelled('target_fqdns', 'targetFqdns')];
const tags = [spelled('destination_fqdn_tags', 'fqdnTags'), spelled('fqdn_tags', 'fqdnTags')];

function ruleOf(
  scope: Scope,
  { action, kindOf, condition }: Collection,
  unnamed: string,
  ipGroups: Catalog<IpGroup>,
): { readonly rule: FirewallRule; readonly groups: readonly IpGroup[] } {
  const at = (...spellings: readonly Spelling[]): Fact<readonly Fact<string>[]> =>
    spellings.map((spelling) => textsAt(scope, pathIn(scope, spelling))).reduce(both);
  const from = addressesIn(at(words.sourceGroups), ipGroups);
  const to = addressesIn(at(words.groups), ipGroups);
  const sources = settled(both(at(words.sources), from.cidrs));
  const destinations = settled([at(...fqdns), at(words.urls), at(words.addresses), to.cidrs].reduce(both));
  const rule: FirewallRule = {
    name: partName(scope, unnamed),
    kind: kindOf(scope),
    action,
    sources: sources.list,
    destinations: destinations.list,
    categories: both(at(...tags), at(words.categories)),
    ports: at(words.ports),
    elsewhere: {
      sources: from.elsewhere || sources.elsewhere,
      destinations: to.elsewhere || destinations.elsewhere,
    },
    ...(condition ? { condition } : {}),
  };
  return { rule, groups: [...from.groups, ...to.groups] };
}

/**
 * An entry that is some attribute of a resource is as finite as a literal one; what a data source holds is declared elsewhere.
 */
function settled(list: Fact<readonly Fact<string>[]>): {
  readonly list: Fact<readonly Fact<string>[]>;
  readonly elsewhere: boolean;
} {
  if (!list.known) return { list, elsewhere: false };
  const here = list.value.filter((fact) => fact.known || fact.parts !== undefined || !isOfDataSource(fact));
  const value = here.map((fact) => (!fact.known && isAttribute(fact) ? openText(fact) : fact));
  return { list: { ...list, value }, elsewhere: here.length < list.value.length };
}

interface Grouped {
  readonly cidrs: Fact<readonly Fact<string>[]>;
  readonly groups: readonly IpGroup[];
  readonly elsewhere: boolean;
}

/** What IP groups hold. */
function addressesIn(ids: Fact<readonly Fact<string>[]>, ipGroups: Catalog<IpGroup>): Grouped {
  const empty = known<readonly Fact<string>[]>([], ids.origin, ids.name, false);
  if (!ids.known) return { cidrs: empty, groups: [], elsewhere: true };
  const links = ids.value.map((id) => ipGroups.find(id));
  const groups = links.flatMap((link) => (link.kind === 'here' ? [link.target] : []));
  return {
    cidrs: groups.map(({ cidrs }) => cidrs).reduce(both, empty),
    groups,
    elsewhere: links.some(({ kind }) => kind !== 'here'),
  };
}

/** What kind of rules a collection of a policy holds, by the type that Azure writes on each rule. */
export function kindWritten(rule: Scope): FirewallRule['kind'] {
  const type = textAt(rule, ['ruleType'], '');
  const written = type.known ? type.value.toLowerCase() : '';
  if (written.startsWith('nat')) return 'nat';
  return written.startsWith('network') ? 'network' : 'application';
}

const action = spelled('action', 'action.type');

/** `allow`, `deny` or `dnat`. */
export function actionOf(scope: Scope): Fact<string> {
  return lowerCase(textAt(scope, pathIn(scope, action), ''));
}
