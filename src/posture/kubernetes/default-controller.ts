/**
 * The controller that application routing brings itself, where clusters of the repository say what kind of load balancer it has
 * (`ingressProfile.webAppRouting.nginx.defaultIngressControllerType`).
 */
import type { Resource } from '../../evaluation/resource.js';
import type { Origin } from '../../syntax/value.js';
import { certainly } from '../fact.js';
import type { Way } from '../entry-point.js';
import type { Opening } from '../model.js';
import { known } from '../reading/convert.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';

const through = 'the default controller of application routing';

/** An object whose nearest clusters are meant. */
type Near = Pick<Resource, 'root'>;

/** What the type on the cluster makes of the controller, whatever its own object says. */
export interface FixedType {
  readonly reach: 'public' | 'internal';
  readonly origin: Origin;
}

/** When all clusters that may have the controller fix the same type. */
export function typeByCluster(estate: Estate, near: Near): FixedType | undefined {
  const openings = openingsNear(estate, near);
  const [first] = openings;
  const isFixed = openings.every(({ fixedType }) => fixedType && certainly(fixedType, (is) => is) === true);
  const reach = (['internal', 'public'] as const).find((each) =>
    openings.every(({ exposure }) => certainly(exposure, (is) => is === each || is === 'none') === true),
  );
  return first && isFixed && reach ? { reach, origin: first.exposure.origin } : undefined;
}

/** Whether no cluster nearby has such a controller with a public address. */
export function closedByCluster(estate: Estate, near: Near): boolean {
  if (estate.clusters().length === 0) return false;
  return openingsNear(estate, near).length === 0 || typeByCluster(estate, near)?.reach === 'internal';
}

/** Without a cluster that says otherwise it is public. */
export function defaultControllerWay(estate: Estate, near: Near, origin: Origin): Way {
  const fixed = typeByCluster(estate, near);
  if (fixed?.reach === 'internal') {
    return { kind: 'known', through, origin, reach: known('internal', fixed.origin, through, false) };
  }
  const exposures = openingsNear(estate, near).map(({ exposure }) => exposure);
  const open = exposures.every((exposure) => certainly(exposure, (reach) => reach !== 'internal') === true);
  if (open) return { kind: 'known', through, origin, reach: known('public', origin, through, true) };
  const waiting = exposures.flatMap((exposure) => (exposure.known ? [] : exposure.dependsOn));
  const dependsOn = waiting.length > 0 ? [...new Set(waiting)] : ['the cluster that it is deployed to'];
  return { kind: 'unknown', what: `what ${through} publishes`, dependsOn, origin };
}

/** Of the nearest clusters that may have the controller: those without application routing, or with type `None`, have none. */
function openingsNear(estate: Estate, near: Near): readonly Opening[] {
  const clusters = estate.clusters().map((cluster) => ({ cluster, resource: { root: cluster.root } }));
  return nearest(clusters, near)
    .flatMap(({ cluster }) => cluster.openings)
    .filter(({ via, exposure }) => {
      return via === 'application-routing' && certainly(exposure, (reach) => reach === 'none') !== true;
    });
}
