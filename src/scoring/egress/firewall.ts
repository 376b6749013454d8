/** What an Azure Firewall lets the nodes of a subnet reach. */
import { overlapCidr } from 'cidr-tools';
import type { Fact, Unknown } from '../../posture/fact.js';
import { certainly } from '../../posture/fact.js';
import type { Firewall, FirewallRule, Subnet } from '../../posture/network/model.js';
import type { DestinationKind } from './destination.js';
import type { Origin } from '../../syntax/value.js';
import { destinationsOf } from './destination.js';
import { writtenAt } from './written.js';

/** A rule that lets more through than a list of destinations, and by which of them. */
export interface Hole {
  readonly firewall: Firewall;
  readonly rule: FirewallRule;
  readonly destination: Fact<string>;
  /** Where the destination is written, where its own place is that of a part of it. */
  readonly place: Origin;
}

export interface Admission {
  readonly everything: readonly Hole[];
  readonly azureCloud: readonly Hole[];
  /** Domains and services that strangers share: finite in name only. */
  readonly shared: readonly Hole[];
  /** What the text leaves open that could be any of these. */
  readonly undecided: readonly Unknown<unknown>[];
  /** All of its rules are declared here, there are some, and they name destinations one by one. */
  readonly finite: boolean;
}

export function admissionOf(firewall: Firewall, subnet: Subnet): Admission {
  const rules = firewall.rules.filter((rule) => rule.kind !== 'nat' && !isDenied(rule) && !excludes(rule, subnet));
  const found = rules.flatMap((rule) => destinationsOf(rule).map((each) => ({ ...each, rule })));
  const certain = (kind: DestinationKind): readonly Hole[] =>
    found
      .filter((one) => one.kind === kind && isCertain(one.rule))
      .map(({ rule, destination }) => ({ firewall, rule, destination, place: placeOf(destination, kind) }));
  const doubted = found.filter(
    ({ kind, rule }) => kind === 'undecided' || ((kind === 'everything' || kind === 'azure-cloud') && !isCertain(rule)),
  );
  const undecided = [...firewall.further, ...doubted.flatMap(({ rule, destination }) => doubts(rule, destination))];
  const shared = certain('shared');
  const whole = !firewall.hasRulesElsewhere && rules.every(({ elsewhere }) => !elsewhere.destinations);
  return {
    everything: certain('everything'),
    azureCloud: certain('azure-cloud'),
    shared,
    undecided,
    finite: whole && rules.length > 0 && undecided.length === 0 && found.every(({ kind }) => kind === 'finite'),
  };
}

function placeOf(destination: Fact<string>, kind: DestinationKind): Origin {
  const said = kind === 'azure-cloud' ? 'AzureCloud' : destination.known ? destination.value.trim() : undefined;
  return said === undefined ? destination.origin : writtenAt(destination.origin, said);
}

function isDenied({ action }: FirewallRule): boolean {
  return certainly(action, (text) => text === 'deny') === true;
}

function isCertain({ action, condition }: FirewallRule): boolean {
  return !condition && certainly(action, (text) => text === 'allow') === true;
}

function doubts({ action, condition, ports }: FirewallRule, destination: Fact<string>): readonly Unknown<unknown>[] {
  const open = [destination, action, ...(ports.known ? ports.value : [ports])].flatMap((fact) =>
    fact.known ? [] : [fact],
  );
  return [...open, ...(condition ? [condition] : [])];
}

/** Whether a rule is certainly for other sources than the nodes of a subnet. */
function excludes({ sources, elsewhere }: FirewallRule, { prefixes }: Subnet): boolean {
  const from = textsIn(sources);
  const nodes = textsIn(prefixes);
  if (!from || !nodes || from.length === 0 || nodes.length === 0 || elsewhere.sources) return false;
  return from.every((source) => nodes.every((block) => apart(source, block)));
}

function textsIn(list: Fact<readonly Fact<string>[]>): readonly string[] | undefined {
  if (!list.known) return undefined;
  const texts = list.value.flatMap((fact) => (fact.known ? [fact.value.trim()] : []));
  return texts.length === list.value.length ? texts : undefined;
}

/** Sources are also written as ranges and `*`, which are left to count. */
function apart(source: string, block: string): boolean {
  try {
    return !overlapCidr(source, block);
  } catch {
    return false;
  }
}
