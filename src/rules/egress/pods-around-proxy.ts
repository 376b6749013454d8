import { bypassRule } from './bypass.js';

export const podsAroundProxy = bypassRule(
  {
    id: 'egress/pods-around-proxy',
    dimension: 'egress',
    severity: 'warning',
    title: 'Pods opt out of the HTTP proxy',
    rationale:
      'AKS gives pods the address of the HTTP proxy in variables, unless their annotation says no. These pods connect directly: past what the proxy filters and logs, or not at all where routes lead nowhere else.',
    remedy: 'Take the annotation away. Destinations that must not go through the proxy belong into its noProxy list.',
  },
  'proxy',
  (who, by) => `Pods of ${who} opt out of the HTTP proxy of the cluster and connect past it, by ${by}.`,
);
