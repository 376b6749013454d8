/**
 * The ingress add-on of a cluster, and the Application Gateway that it works with, where the root declares both. The add-on
 * publishes on the public frontend unless an Ingress asks for the private one, so a public frontend is a public opening.
 */
import type { Resource } from '../evaluation/resource.js';
import { frontendsOf, gatewayTypes } from './application-gateway.js';
import type { Exposure, Reach } from './cluster/exposure.js';
import { whenOn } from './combine.js';
import { digestOf } from './digest.js';
import { certainly } from './fact.js';
import type { Fact } from './fact.js';
import type { Frontend } from './entry-point.js';
import type { Opening } from './model.js';
import { listed } from './network/addresses.js';
import type { Catalog } from './network/catalog.js';
import { catalogOf } from './network/catalog.js';
import { byType } from './network/resources.js';
import type { Unjoined } from './network/surroundings.js';
import { known } from './reading/convert.js';

/** @param resources all of one root */
export function followedGateways(resources: readonly Resource[]): (cluster: Unjoined) => Unjoined {
  let catalog: Catalog<Resource> | undefined;
  const find = (id: Fact<string>): Resource | undefined => {
    catalog ??= catalogOf(
      byType(resources)(...gatewayTypes).map((resource) =>
        listed(resource, resource, 'microsoft.network/applicationgateways'),
      ),
    );
    const link = catalog.find(id);
    return link.kind === 'here' ? link.target : undefined;
  };
  return (cluster) => {
    const gateways = cluster.openings.flatMap(({ gateway }) => (gateway && find(gateway.id)) ?? []);
    if (gateways.length === 0) return cluster;
    const parts = digestOf(gateways);
    return {
      ...cluster,
      openings: cluster.openings.map((opening) => followed(opening, find)),
      digest: () => `${cluster.digest()} ${parts()}`,
    };
  };
}

function followed(opening: Opening, find: (id: Fact<string>) => Resource | undefined): Opening {
  if (!opening.gateway) return opening;
  const { enabled, id } = opening.gateway;
  const gateway = find(id);
  if (!gateway) return opening;
  return { ...opening, exposure: whenOn<Reach>(enabled, exposureOf(frontendsOf(gateway), id), 'none') };
}

/** It takes effect where the cluster names the gateway, and comes from the frontend. */
function exposureOf(frontends: readonly Frontend[], { origin: { span }, name }: Fact<string>): Exposure {
  const [first] = frontends;
  const open = frontends.find(({ isPublic }) => certainly(isPublic, (one) => !one) !== true);
  const deciding = frontends.find(({ isPublic }) => certainly(isPublic, (one) => one) === true) ?? open ?? first;
  const origin = { span, name, from: deciding ? [deciding.isPublic.origin] : [] };
  if (!deciding) return { known: false, expression: 'its frontends', dependsOn: ['its frontends'], origin, name };
  const { isPublic } = deciding;
  const certain = certainly(isPublic, (one) => one);
  if (certain !== undefined) return known(certain ? 'public' : 'internal', origin, name, false);
  const { expression, dependsOn } = isPublic.known ? { expression: name, dependsOn: [] } : isPublic;
  return { known: false, expression, dependsOn, origin, name };
}
