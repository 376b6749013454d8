/** A release -> the objects that it makes. */
import type { Release } from '../helm/release.js';
import type { Around, Expansion } from './parts.js';
import { unreadRelease } from './unread.js';

export function deployed(release: Release, { files, parts }: Pick<Around, 'files' | 'parts'>): Expansion {
  const known = knownObjects(release, { files, parts });
  if (known) return known;
  const generic = parts.generic(release);
  return generic.resources.length > 0 ? generic : { resources: unreadRelease(release), problems: generic.problems };
}

function knownObjects(release: Release, { files, parts }: Pick<Around, 'files' | 'parts'>): Expansion | undefined {
  switch (release.chart.kind) {
    case 'local':
      return parts.chart(release, files);
    case 'published':
      return parts.published(release);
    case 'undetermined':
      return undefined;
  }
}
