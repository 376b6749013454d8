/** Deployments whose content is not in the repository: nobody can tell what they open, which is told. */
import { unreadType } from '../evaluation/releases/unread.js';
import type { Resource } from '../evaluation/resource.js';
import { literal, lookup } from '../syntax/value.js';
import { identityOf } from './identity.js';
import type { Mapper } from './mapper.js';
import type { PublishedEntryPoint } from './entry-point.js';

export const unreadDeployment: Mapper = {
  accepts: (type) => type === unreadType,
  map: (resource) => [entryPointOf(resource)],
};

function entryPointOf(resource: Resource): PublishedEntryPoint {
  const content = lookup(resource.body, ['content']);
  const name = titleOf(resource.address);
  const dependsOn = content?.kind === 'undetermined' ? content.waitsFor : [];
  return {
    ...identityOf(resource, name),
    kind: 'entry-point',
    via: 'deployment',
    title: name,
    ways: [
      {
        kind: 'unknown',
        what: `what ${name} opens`,
        origin: content?.origin ?? literal(resource.heading),
        dependsOn,
      },
    ],
  };
}

/** `Application/argocd/web` -> `Application argocd/web`: the innermost of nested deployments, `helm_release.web` as it is. */
function titleOf(address: string): string {
  const found = /(?:^|\/)([A-Z]\w*)\/([^/]+\/[^/]+)(?:\/(?:source \d+|[a-z][^/]*))?$/.exec(address);
  return found ? `${found[1] ?? ''} ${found[2] ?? ''}` : address;
}
