import type { Creation } from '../../../src/posture/creation.js';
import type { Cluster } from '../../../src/posture/model.js';
import { authorizedRangesKept } from '../../../src/rules/api/authorized-ranges-kept.js';
import { changes, cluster, known, ranges } from '../../support/subjects.js';

const creation: Creation = { answer: 'replaced', settings: [], keepsRanges: true };
const made = (list: readonly string[], rest: Partial<Cluster['api']> = {}, how = creation): Cluster =>
  cluster({
    api: { privateCluster: known(false), authorizedRanges: ranges(list), ...rest },
    creation: how,
  });

test('bad: the list is taken away', () => {
  const [one] = changes(authorizedRangesKept, made(['20.1.2.3/32']), made([]));
  expect(one?.message).toMatch(/^The authorized ranges of aks are taken out of the text/);
});

test.each<[string, Cluster, Cluster]>([
  ['a shorter list is sent', made(['20.1.2.3/32', '20.1.2.4/32']), made(['20.1.2.3/32'])],
  ['there was none', made([]), made([])],
  ['a private cluster has no use for it', made(['20.1.2.3/32']), made([], { privateCluster: known(true) })],
  ['Azure itself clears it', made(['20.1.2.3/32']), made([], {}, { answer: 'refused', settings: [] })],
])('good: %s', (_, before, after) => {
  expect(changes(authorizedRangesKept, before, after)).toEqual([]);
});
