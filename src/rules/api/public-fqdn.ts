import { certainly } from '../../posture/fact.js';
import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const publicFqdn = clusterRule(
  {
    id: 'api/public-fqdn',
    dimension: 'api',
    severity: 'notice',
    title: 'The public FQDN of the private cluster still resolves',
    rationale:
      'Whoever knows or guesses the name learns from public DNS that the cluster exists, in which region, and the private address of its API server. Nothing becomes reachable by it.',
    remedy:
      'Switch the public FQDN off; it can be changed at any time (az aks update --disable-public-fqdn). First see that everyone who resolves it, such as peered networks and build agents, is linked to the private DNS zone.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'public-fqdn') return [];
    const { publicFqdn: fqdn, privateDnsZone } = subject.api;
    // AKS refuses a cluster with neither a private zone nor a public name.
    const needed = certainly(privateDnsZone, (zone) => zone === 'none');
    const reason = needed === true ? ' Without a private DNS zone it is the only name of the API server.' : '';
    return [
      {
        message: `The API server of ${subject.name} is private, but its public FQDN still resolves to the private address${byDefault(fqdn)}.${reason}`,
        origin: fqdn.origin,
        level: api.level,
        ...(needed === true
          ? {
              remedy:
                'A public FQDN is required while there is no private DNS zone, and a cluster cannot get one later: choose the system zone or your own when the cluster is next created, and switch the public FQDN off then.',
            }
          : {}),
        ...(needed === false ? fixBySetting(fqdn, false, 'Switch the public FQDN off') : {}),
      },
    ];
  },
);
