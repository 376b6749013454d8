/** What controllers fetch from outside for a cluster: charts, repositories, and Services that stand for a host outside. */
import type { Need, PodsEgressPath } from '../../egress-path.js';
import { textOf } from '../../identity.js';
import { itemsAt, valueAt } from '../../reading/scope.js';
import type { Value } from '../../../syntax/value.js';
import type { Estate } from '../estate.js';
import type { KubernetesObject } from '../object.js';
import { isolatedClusters } from './filtered-clusters.js';
import { hostOf, isPublicHost } from './outside.js';
import { pathOfObject } from './path-of.js';

export function sourcePaths(object: KubernetesObject, estate: Estate): readonly PodsEgressPath[] {
  const urls = urlsOf(object);
  if (urls.length === 0) return [];
  const clusters = isolatedClusters(estate);
  if (clusters.length === 0) return [];
  const needs = urls.flatMap((value): readonly Need[] => {
    const text = textOf(value);
    const host = text === undefined ? undefined : (hostOf(text) ?? text);
    const what = object.kind === 'Service' ? 'host' : 'source';
    return host !== undefined && isPublicHost(host) ? [{ what, host, origin: value.origin, clusters }] : [];
  });
  if (needs.length === 0) return [];
  const own = pathOfObject(object);
  return [{ ...own, id: `${own.id}/egress`, via: 'pods', bypasses: [], resolvers: [], needs }];
}

function urlsOf({ group, kind, scope, path }: KubernetesObject): readonly Value[] {
  const at = (...keys: readonly string[]): readonly Value[] => [valueAt(scope, keys) ?? []].flat();
  switch (`${group}/${kind}`) {
    case 'source.toolkit.fluxcd.io/GitRepository':
    case 'source.toolkit.fluxcd.io/HelmRepository':
    case 'source.toolkit.fluxcd.io/OCIRepository':
      return at('spec', 'url');
    case 'argoproj.io/Application':
      return [
        ...at('spec', 'source', 'repoURL'),
        ...itemsAt(scope, ['spec', 'sources']).scopes.flatMap((source) => valueAt(source, ['repoURL']) ?? []),
      ];
    case '/Service':
      return at(...path('spec', 'externalName'));
    default:
      return [];
  }
}
