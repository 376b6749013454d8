/** Knative Services and Routes: published by the ingress of Knative unless a label keeps them in the cluster. */
import type { EntryPoint } from '../entry-point.js';
import { valueAt } from '../reading/scope.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import type { KubernetesObject } from './object.js';
import { headingOf } from './object.js';
import { textsOf } from './pods.js';
import { publishedEntryPoint } from './published.js';
import { knownWay, serviceWays, unknownWay } from './ways.js';

const visibility = 'networking.knative.dev/visibility';

export function knativeEntryPoints(object: KubernetesObject, estate: Estate): readonly EntryPoint[] {
  const labels = valueAt(object.scope, ['metadata', 'labels']);
  const heading = headingOf(object);
  if (textsOf(labels).get(visibility) === 'cluster-local') {
    const way = knownWay('its label', 'cluster', labels?.origin ?? heading);
    return [publishedEntryPoint(object, 'knative', way)];
  }
  const kourier = estate.all('', 'Service').filter(({ name }) => name === 'kourier');
  const found = serviceWays(nearest(kourier, object.resource), heading, estate);
  const unknown = unknownWay(
    'what publishes Knative',
    ['the ingress of Knative, which is not in the repository'],
    heading,
  );
  return [publishedEntryPoint(object, 'knative', found.ways.length > 0 ? found : unknown)];
}
