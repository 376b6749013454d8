/**
 * The controller that application routing brings itself, where clusters of the repository say what kind of load balancer it has
 * (`ingressProfile.webAppRouting.nginx.defaultIngressControllerType`).
 */
import type { Origin } from '../../syntax/value.js';
import { certainly } from '../fact.js';
import type { Opening, Way } from '../model.js';
import { known } from '../reading/convert.js';
import type { Estate } from './estate.js';

const through = 'the default controller of application routing';

/** Where it says that the controller is internal, when all clusters that may have one say so. */
export function internalByCluster(estate: Estate): Origin | undefined {
  const exposures = exposuresIn(estate);
  const all = exposures.every((exposure) => certainly(exposure, (reach) => reach !== 'public') === true);
  return all ? exposures[0]?.origin : undefined;
}

/** Whether no cluster of the repository has such a controller with a public address. */
export function closedByCluster(estate: Estate): boolean {
  const clusters = estate.clusters();
  return clusters.length > 0 && (exposuresIn(estate).length === 0 || internalByCluster(estate) !== undefined);
}

/** Without a cluster that says otherwise it is public. */
export function defaultControllerWay(estate: Estate, origin: Origin): Way {
  const internal = internalByCluster(estate);
  if (internal) return { kind: 'known', through, origin, reach: known('internal', internal, through, false) };
  const exposures = exposuresIn(estate);
  const open = exposures.every((exposure) => certainly(exposure, (reach) => reach !== 'internal') === true);
  if (open) return { kind: 'known', through, origin, reach: known('public', origin, through, true) };
  const waiting = exposures.flatMap((exposure) => (exposure.known ? [] : exposure.dependsOn));
  const dependsOn = waiting.length > 0 ? [...new Set(waiting)] : ['the cluster that it is deployed to'];
  return { kind: 'unknown', what: `what ${through} publishes`, dependsOn, origin };
}

/** Of clusters that may have the controller: those without application routing, or with type `None`, have none. */
function exposuresIn(estate: Estate): readonly Opening['exposure'][] {
  return estate
    .clusters()
    .flatMap(({ openings }) => openings.filter(({ via }) => via === 'application-routing'))
    .map(({ exposure }) => exposure)
    .filter((exposure) => certainly(exposure, (reach) => reach === 'none') !== true);
}
