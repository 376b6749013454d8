/** Virtual networks, and with which others they are peered. */
import type { Resource } from '../../evaluation/resource.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import { idAt } from './id-at.js';
import type { Link } from './link.js';
import { dependingOn, mapLink, targetsOf } from './link.js';
import type { Declared, VirtualNetwork } from './model.js';
import { partsOf } from './parents.js';
import type { ByType } from './resources.js';
import { conditionOf, partsAt, pathIn, settingsOf, spelled } from './resources.js';

const type = 'microsoft.network/virtualnetworks';
const remote = spelled('remote_virtual_network_id', 'remoteVirtualNetwork.id');
/** Only Azure has peerings inside of networks. */
const inlinePeerings = spelled('virtual_network_peerings', 'virtualNetworkPeerings');

export function virtualNetworks(resources: ByType): Catalog<VirtualNetwork> {
  const all = resources('azurerm_virtual_network', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const peerings = resources('azurerm_virtual_network_peering', `${type}/virtualnetworkpeerings`);
  const apart = partsOf(bare, peerings, 'virtual_network_name');
  return catalogOf(
    all.map((resource) => {
      const own = apart(resource).map((part) => part.resource);
      const peers: readonly Link<Declared>[] = [
        ...partsAt(settingsOf(resource), inlinePeerings).scopes.map((scope) =>
          bare.find(idAt(scope, pathIn(scope, remote))),
        ),
        ...own.map((peering) => peerOf(peering, bare)),
      ].map((link) => mapLink(link, (peer) => declared(peer)));
      const remotes = peers.flatMap(targetsOf).flatMap(({ parts }) => parts);
      return listed(resource, { ...declared(resource, [...own, ...remotes]), peers }, type);
    }),
  );
}

function peerOf(peering: Resource, networks: Catalog<Resource>): Link<Resource> {
  const scope = settingsOf(peering);
  return dependingOn(networks.find(idAt(scope, pathIn(scope, remote))), conditionOf(peering));
}
