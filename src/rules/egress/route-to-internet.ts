import { is } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Route, RouteTable } from '../../posture/network/model.js';
import { routeTablesOf } from '../../scoring/egress/behind.js';
import { isHole, routesToInternet } from '../../scoring/egress/routing.js';
import { clusterRule } from '../define.js';
import { told } from '../words.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const routeToInternet = clusterRule(
  {
    id: 'egress/route-to-internet',
    dimension: 'egress',
    severity: 'error',
    title: 'A route leads to the Internet around the filter',
    rationale:
      'A route takes what it names before any firewall sees it. One for everything, for a service tag or for a wide block makes the rest of the route table a decoration; Azure checks it when a cluster is made, and not when the route is changed later.',
    remedy:
      'Let 0.0.0.0/0 lead to the firewall, and remove the route beside it. Only the public address of the firewall itself needs a route of its own to the Internet, as a single address.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    const { subject } = judged;
    if (!goesByRoutes(subject) && egress.cause !== 'public-address-beside-route') return [];
    return routeTablesOf(subject).flatMap((table) =>
      routesToInternet(table).map((route) => ({
        message: messageOf(subject, table, route),
        origin: route.hop.origin,
        also: [route.prefix.origin],
        key: `${table.name}/${route.name}`,
        ...(isHole(route)
          ? egress.cause === 'route-to-internet' && !route.condition
            ? decided(judged, egress)
            : {}
          : { severity: 'warning' as const }),
      })),
    );
  },
);

function goesByRoutes({ egress }: Cluster): boolean {
  return is(egress.outboundType, 'userDefinedRouting');
}

function messageOf({ name }: Cluster, table: RouteTable, route: Route): string {
  const what = `Route ${route.name} of table ${table.name} sends ${told(route.prefix)} from the nodes of ${name} straight to the Internet`;
  return isHole(route)
    ? `${what}, around any filter.`
    : `${what}: whoever has an address there is reached around the filter.`;
}
