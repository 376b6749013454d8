/** What a team knows about things that no file of the repository declares: controllers, gateways and appliances of others. */
import type { Origin } from '../../syntax/value.js';
import type { Reach } from '../entry-point.js';

/** Whether a text is one of those that a pattern means. */
export type Matches = (text: string) => boolean;

/** A gateway or controller that lives elsewhere. */
export interface KnownGateway {
  readonly by: 'ingress-class' | 'gateway-class' | 'hostname' | 'resource';
  readonly matches: Matches;
  readonly reach: Exclude<Reach, 'nodes'>;
  /** For people: `the controller of the platform team`. */
  readonly name: string;
  /** Where the team says so. */
  readonly origin: Origin;
}

/** A firewall or appliance that lives elsewhere and filters what leaves. */
export interface KnownAppliance {
  readonly by: 'next-hop' | 'subnet' | 'route-table';
  readonly matches: Matches;
  readonly name: string;
  readonly origin: Origin;
}

export interface Known {
  readonly gateways: readonly KnownGateway[];
  readonly appliances: readonly KnownAppliance[];
}
