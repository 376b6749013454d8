/**
 * Application Gateways that are declared beside a cluster: `Microsoft.Network/applicationGateways` and `azurerm_application_gateway`.
 * A gateway is as public as the frontends that its listeners use; one whose listeners others write, all its frontends.
 */
import type { Resource } from '../evaluation/resource.js';
import { literal } from '../syntax/value.js';
import type { Fact } from './fact.js';
import { certainly } from './fact.js';
import { identityOf, nameOf } from './identity.js';
import { isManagedCluster } from './managed-cluster.js';
import type { Mapper } from './mapper.js';
import type { Frontend } from './entry-point.js';
import { sameText } from './network/catalog.js';
import { isAttribute } from './network/handle.js';
import { isTerraform, partName, partsAt, settingsOf, spelled } from './network/resources.js';
import type { Parts } from './network/resources.js';
import { known } from './reading/convert.js';
import { presenceAt, textAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';

export const gatewayTypes = ['azurerm_application_gateway', 'microsoft.network/applicationgateways'] as const;

const frontends = spelled('frontend_ip_configuration', 'frontendIPConfigurations');
/** The second are those of TCP and TLS, which azurerm does not have. */
const listeners = [spelled('http_listener', 'httpListeners'), spelled('listener', 'listeners')];

export const applicationGateway: Mapper = {
  accepts: (type) => gatewayTypes.some((one) => one === type.toLowerCase()),
  map(resource, siblings) {
    if (!siblings.some(isCluster)) return [];
    const name = nameOf(resource);
    return [
      {
        ...identityOf(resource, name),
        kind: 'entry-point',
        via: 'application-gateway',
        title: `Application Gateway ${name}`,
        frontends: frontendsOf(resource),
      },
    ];
  },
};

/** Without a cluster around it a gateway publishes something else. */
function isCluster({ type }: Resource): boolean {
  return isManagedCluster(type) || /^azurerm_kubernetes_(automatic_)?cluster$/.test(type);
}

/** What may hold further frontends is one whose reach is open. */
export function frontendsOf(resource: Resource): readonly Frontend[] {
  const scope = settingsOf(resource);
  const used = listeners.map((spelling) => partsAt(scope, spelling));
  const { scopes, further } = partsAt(scope, frontends);
  return [
    ...scopes.map((item) => {
      const name = partName(item, 'frontend');
      const called = textAt({ ...item, base: [] }, ['name'], '');
      return { name, isPublic: isPublic(item), listening: listening(called, used, resource) };
    }),
    ...further.map((open) => {
      const { expression, dependsOn, origin, name } = open;
      return {
        name,
        isPublic: { known: false, expression, dependsOn, origin, name } as const,
        listening: yes(resource),
      };
    }),
  ];
}

function isPublic(frontend: Scope): Fact<boolean> {
  if (!isTerraform(frontend.resource)) return presenceAt(frontend, ['publicIPAddress']);
  const id = textAt(frontend, ['public_ip_address_id'], '');
  const { origin, name } = id;
  if (id.known) return { ...id, value: id.value !== '' };
  if (isAttribute(id) || id.parts?.some((part) => part)) return known(true, origin, name, false);
  const { candidates, ...open } = id;
  return candidates
    ? { ...open, candidates: candidates.map((each) => ({ ...each, value: each.value !== '' })) }
    : { ...open };
}

/** A gateway without listeners leaves them to a controller, which can use any frontend. */
function listening(name: Fact<string>, used: readonly Parts[], resource: Resource): Fact<boolean> {
  const all = used.flatMap(({ scopes }) => scopes);
  const open = used.flatMap(({ further }) => further)[0];
  if (all.length === 0 && !open) return yes(resource);
  const answers = all.map((listener) => uses(listener, name));
  const certain = answers.find((answer) => certainly(answer, (one) => one) === true);
  if (certain) return certain;
  const undecided = answers.find((answer) => certainly(answer, (one) => !one) !== true);
  if (undecided) return undecided;
  if (!open) return known(false, literal(resource.heading), 'listeners', false);
  const { expression, dependsOn, origin } = open;
  return { known: false, expression, dependsOn, origin, name: 'listeners' };
}

function yes({ heading }: Resource): Fact<boolean> {
  return known(true, literal(heading), 'listeners', true);
}

function uses(listener: Scope, frontend: Fact<string>): Fact<boolean> {
  const terraform = isTerraform(listener.resource);
  const path = terraform ? ['frontend_ip_configuration_name'] : ['frontendIPConfiguration', 'id'];
  const fact = textAt(listener, path, '');
  const { origin, name } = fact;
  if (sameText(fact, frontend)) return known(true, origin, name, false);
  const end = endOf(fact);
  if (end !== undefined && frontend.known) return known(end === frontend.value.toLowerCase(), origin, name, false);
  const open = fact.known ? frontend : fact;
  const { expression, dependsOn } = open.known ? { expression: name, dependsOn: [] } : open;
  return { known: false, expression, dependsOn, origin, name };
}

/** The name at the end of an id, in lower case. */
function endOf(fact: Fact<string>): string | undefined {
  if (fact.known) return fact.value.slice(fact.value.lastIndexOf('/') + 1).toLowerCase();
  const tail = fact.parts?.at(-1) ?? fact.expression;
  return /\/frontendIPConfigurations\/([\w.-]+)$/i.exec(tail)?.[1]?.toLowerCase();
}
