/** A subject as a team knows it: what its text leaves open is decided where the team says so, and nothing else is touched. */
import type { Subject } from '../model.js';
import { withAppliances } from './appliances.js';
import { openingsWith, publishedWith } from './gateways.js';
import type { Known } from './known.js';

export function decided(subject: Subject, { gateways, appliances }: Known): Subject {
  switch (subject.kind) {
    case 'cluster': {
      const { network, openings } = subject;
      return {
        ...subject,
        openings: openingsWith(openings, gateways),
        network: withAppliances(network, appliances),
      };
    }
    case 'entry-point':
      return 'ways' in subject ? publishedWith(subject, gateways) : subject;
    case 'egress-path':
      return subject;
  }
}
