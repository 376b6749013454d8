/** Commands that add one rule to a firewall or to a policy of one. */
import type { Span } from '../../../syntax/source.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { list, literal, scalar, undetermined } from '../../../syntax/value.js';
import type { Setting } from '../arguments.js';
import { treeOf } from '../tree.js';
import type { Flags } from './words.js';

export interface RuleCommand {
  readonly owner: 'azureFirewalls' | 'firewallPolicies';
  /** The flags that name the owner. */
  readonly names: readonly string[];
  /** The property of a firewall that holds such collections. */
  readonly collections?: string;
}

const ofFirewall = ['--firewall-name', '-f'];
const ofPolicy = ['--policy-name'];

export const ruleCommands: Readonly<Record<string, RuleCommand>> = {
  'firewall network-rule': { owner: 'azureFirewalls', names: ofFirewall, collections: 'networkRuleCollections' },
  'firewall application-rule': {
    owner: 'azureFirewalls',
    names: ofFirewall,
    collections: 'applicationRuleCollections',
  },
  'firewall nat-rule': { owner: 'azureFirewalls', names: ofFirewall, collections: 'natRuleCollections' },
  'firewall policy rule-collection-group collection': { owner: 'firewallPolicies', names: ofPolicy },
  'firewall policy rule-collection-group collection rule': { owner: 'firewallPolicies', names: ofPolicy },
};

const lists: Readonly<Record<string, string>> = {
  '--source-addresses': 'sourceAddresses',
  '--source-ip-groups': 'sourceIpGroups',
  '--destination-addresses': 'destinationAddresses',
  '--dest-addr': 'destinationAddresses',
  '--destination-ip-groups': 'destinationIpGroups',
  '--dest-ipg': 'destinationIpGroups',
  '--destination-fqdns': 'destinationFqdns',
  '--destination-ports': 'destinationPorts',
  '--target-fqdns': 'targetFqdns',
  '--target-urls': 'targetUrls',
  '--fqdn-tags': 'fqdnTags',
  '--web-categories': 'webCategories',
};

/**
 * The collection with the one rule that a command adds.
 * @param ofPolicy a policy has the rules beside the name of a collection, a firewall below `properties`
 * @param action of the collection, where the command leaves it to an earlier one
 */
export function collectionOf(flags: Flags, span: Span, ofPolicy: boolean, action: Value | undefined): Mapping {
  const origin = literal(span);
  const rule: Setting[] = Object.entries(lists).flatMap(([flag, key]) => {
    const values = flags.all.get(flag);
    return values
      ? [
          setting(
            [key],
            list(
              values.map(({ value }) => value),
              values[0]?.value.origin ?? origin,
            ),
          ),
        ]
      : [];
  });
  const named = flags.values(ofPolicy ? ['--rule-name', '--name', '-n'] : ['--name', '-n'])?.[0]?.value;
  const type = ofPolicy ? flags.values(['--rule-type'])?.[0]?.value : undefined;
  const written = [
    ...(named ? [setting(['name'], named)] : []),
    ...(type ? [setting(['ruleType'], type)] : []),
    ...rule,
  ];
  const collection = flags.values(['--collection-name', '-c', '--name', '-n'])?.[0]?.value;
  const said = flags.values(['--action'])?.[0]?.value ?? action;
  const base = ofPolicy ? [] : ['properties'];
  const unsaid = undetermined('the action of the collection', ['the action of the collection'], origin);
  return treeOf(
    [
      ...(collection ? [setting(['name'], collection)] : []),
      setting([...base, 'action', 'type'], said ?? unsaid),
      setting([...base, 'rules'], list([treeOf(written, span, undefined)], origin)),
    ],
    span,
    undefined,
  );
}

export function setting(path: readonly string[], value: Value, conditional = false): Setting {
  return { path, value, conditional };
}

/** What stands for a group of rules: a command names one that may hold more. */
export function ruleGroupName(index: number, span: Span): Value {
  return scalar(`rules-${String(index + 1)}`, literal(span));
}
