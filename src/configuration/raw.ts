/** A configuration as it is written, once the schema has admitted it. */
import type { Required } from '../comparison/regression.js';
import type { Severity } from '../report/report.js';
import type { Dimension } from '../scoring/ladder.js';

export interface RawGateway {
  readonly name: string;
  readonly reach: 'public' | 'internal' | 'cluster';
  readonly 'ingress-class'?: string;
  readonly 'gateway-class'?: string;
  readonly hostname?: string;
  readonly resource?: string;
}

export interface RawAppliance {
  readonly name: string;
  readonly 'next-hop'?: string;
  readonly subnet?: string;
  readonly 'route-table'?: string;
}

export interface RawAcceptance {
  readonly subject: string;
  readonly owner?: string;
  readonly reason: string;
  readonly until?: string;
}

export interface Raw {
  readonly required?: Partial<Required>;
  readonly environments?: Readonly<
    Record<string, { readonly paths: readonly string[]; readonly required?: Partial<Required> }>
  >;
  readonly subjects?: Readonly<Record<string, Partial<Required>>>;
  readonly 'minimum-scores'?: Readonly<Partial<Record<Dimension, number>>>;
  readonly paths?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
  readonly rules?: Readonly<Record<string, Severity | { readonly disabled: string }>>;
  readonly unknown?: 'warning' | 'regression';
  readonly gateways?: readonly RawGateway[];
  readonly 'egress-appliances'?: readonly RawAppliance[];
  readonly 'public-entry-points'?: readonly RawAcceptance[];
  readonly suppressions?: readonly (RawAcceptance & { readonly rule: string })[];
}

/** What a gateway is told by: one of these. */
export const gatewayMarks = ['ingress-class', 'gateway-class', 'hostname', 'resource'] as const;
export const applianceMarks = ['next-hop', 'subnet', 'route-table'] as const;
