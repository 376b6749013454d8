/** What the rules about add-ons share: a cluster that opens a way in by itself. */
import { certainly } from '../../posture/fact.js';
import type { Opening } from '../../posture/model.js';
import type { JudgedCluster } from '../../scoring/judge.js';

export type Exposure = 'public' | 'internal';

/** The openings of a kind that certainly have this exposure. */
export function openingsOf(
  { subject }: JudgedCluster,
  vias: readonly Opening['via'][],
  exposure: Exposure,
): readonly Opening[] {
  return subject.openings.filter(
    (opening) => vias.includes(opening.via) && certainly(opening.exposure, (value) => value === exposure) === true,
  );
}

/** The level that an opening decides: that of the cluster's ingress, when it is the weakest of the openings. */
export function decidedBy({ ingress }: JudgedCluster, exposure: Exposure): { readonly level?: 'open' | 'private' } {
  const cause = exposure === 'public' ? 'public-add-on' : 'internal-add-on';
  return ingress?.cause === cause ? { level: exposure === 'public' ? 'open' : 'private' } : {};
}
