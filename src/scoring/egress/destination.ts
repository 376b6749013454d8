/** How far each destination of a firewall rule reaches. */
import type { Fact } from '../../posture/fact.js';
import type { FirewallRule } from '../../posture/network/model.js';
import { known } from '../../posture/reading/convert.js';
import { coverage } from '../ranges.js';
import { isSharedTag, wildcardOf } from './shared-domains.js';

export type DestinationKind =
  | 'everything'
  /** Every customer of Azure. */
  | 'azure-cloud'
  /** A domain or service in which anyone can have a name. */
  | 'shared'
  | 'finite'
  | 'undecided';

export interface Destination {
  readonly kind: DestinationKind;
  readonly destination: Fact<string>;
}

/** Every destination of a rule; blocks of addresses are looked at together as well. */
export function destinationsOf(rule: FirewallRule): readonly Destination[] {
  if (!rule.destinations.known) return [{ kind: 'undecided', destination: asText(rule.destinations) }];
  const each = rule.destinations.value.map((destination) => ({ kind: kindOf(destination, rule), destination }));
  const categories = categoriesOf(rule);
  if (rule.kind !== 'network' || each.some(({ kind }) => kind === 'everything')) return [...each, ...categories];
  const blocks = rule.destinations.value.filter((fact) => fact.known && /^[0-9a-f:.]+\/\d+$/i.test(fact.value.trim()));
  const covered = coverage(known(blocks, rule.destinations.origin, rule.destinations.name, false));
  if (covered.kind !== 'everyone' || isTimeOnly(rule)) return each;
  return [...each, ...covered.entries.slice(0, 1).map((destination) => ({ kind: 'everything', destination }) as const)];
}

function kindOf(destination: Fact<string>, rule: FirewallRule): DestinationKind {
  if (!destination.known) return ofParts(destination.parts, rule);
  const text = destination.value.trim();
  if (rule.kind === 'application') return wildcardOf(text);
  if (/^(\*|any|internet|0\.0\.0\.0\/0|::\/0)$/i.test(text)) return isTimeOnly(rule) ? 'shared' : 'everything';
  if (isAzureCloud(text)) return ofAzureCloud(rule);
  return isSharedTag(text) ? 'shared' : 'finite';
}

/** A text with decided parts: `*.hcp.${location}.azmk8s.io` is some one name, `AzureCloud.${location}` a tag. */
function ofParts(parts: readonly (string | null)[] | undefined, rule: FirewallRule): DestinationKind {
  const [head] = parts ?? [];
  const decided = (parts ?? []).join('').replaceAll('*', '').replaceAll('.', '');
  if (rule.kind === 'network' && typeof head === 'string' && /^azurecloud\./i.test(head)) return ofAzureCloud(rule);
  return decided === '' ? 'undecided' : 'finite';
}

function isAzureCloud(text: string): boolean {
  return /^azurecloud(\.|$)/i.test(text);
}

/** The ports of the tunnel between nodes and API server, which AKS asks for (outbound-rules-control-egress). */
const tunnel: readonly string[] = ['1194', '9000'];

function ofAzureCloud({ ports }: FirewallRule): DestinationKind {
  const only = onlyPorts(ports, tunnel);
  if (only === undefined) return 'undecided';
  return only ? 'finite' : 'azure-cloud';
}

/** Time servers may be asked anywhere: nothing but the time comes or goes. */
function isTimeOnly({ ports }: FirewallRule): boolean {
  return onlyPorts(ports, ['123']) === true;
}

/** Whether a rule is for some of these ports only; undefined when the text does not decide. */
function onlyPorts(ports: Fact<readonly Fact<string>[]>, wanted: readonly string[]): boolean | undefined {
  if (!ports.known) return undefined;
  if (ports.value.some((port) => port.known && !wanted.includes(port.value.trim()))) return false;
  return ports.value.every(({ known: isKnown }) => isKnown) ? ports.value.length > 0 : undefined;
}

/** Tags of FQDNs are lists that Microsoft keeps; a category of web sites is as long as the Internet. */
function categoriesOf({ categories }: FirewallRule): readonly Destination[] {
  if (!categories.known) return [{ kind: 'shared', destination: asText(categories) }];
  const sites = categories.value.filter((fact) => /web_?categories$/i.test(fact.name));
  return sites.map((destination) => ({ kind: 'shared', destination }));
}

function asText(fact: Fact<unknown>): Fact<string> {
  if (fact.known) return known('', fact.origin, fact.name, false);
  const { expression, dependsOn, origin, name } = fact;
  return { known: false, expression, dependsOn, origin, name };
}
