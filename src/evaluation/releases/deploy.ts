/** A release -> the objects that it makes. */
import type { Files } from '../../tree/files.js';
import type { Release } from '../helm/release.js';
import type { Around, Expansion, ReleaseParts } from './parts.js';
import { unreadRelease } from './unread.js';

export function deployed(release: Release, { files, parts }: Pick<Around, 'files' | 'parts'>): Expansion {
  return chartContents(release, files, parts) ?? { resources: unreadRelease(release), problems: [] };
}

/** What is known of its chart, else what its values say by themselves; undefined when both say nothing. */
export function chartContents(
  release: Release,
  files: Files,
  charts: Pick<ReleaseParts, 'chart' | 'published' | 'generic'>,
): Expansion | undefined {
  const known = knownContents(release, files, charts);
  if (known) return known;
  const generic = charts.generic(release);
  return generic.resources.length > 0 ? generic : undefined;
}

function knownContents(
  release: Release,
  files: Files,
  { chart, published }: Pick<ReleaseParts, 'chart' | 'published'>,
): Expansion | undefined {
  switch (release.chart.kind) {
    case 'local':
      return chart(release, files);
    case 'published':
      return published(release);
    case 'undetermined':
      return undefined;
  }
}
