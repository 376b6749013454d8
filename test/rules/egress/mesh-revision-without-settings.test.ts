import { meshRevisionWithoutSettings } from '../../../src/rules/egress/mesh-revision-without-settings.js';
import { changes, cluster, ranges, waiting } from '../../support/subjects.js';

const meshed = (...revisions: readonly string[]) => cluster({ meshRevisions: ranges(revisions) });

test('bad: a revision comes', () => {
  const found = changes(meshRevisionWithoutSettings, meshed('asm-1-25'), meshed('asm-1-25', 'asm-1-26'));
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('istio-shared-configmap-asm-1-26')]);
});

test('good: none comes, or there was no mesh', () => {
  expect(changes(meshRevisionWithoutSettings, meshed('asm-1-25', 'asm-1-26'), meshed('asm-1-26'))).toEqual([]);
  expect(changes(meshRevisionWithoutSettings, meshed(), meshed('asm-1-26'))).toEqual([]);
});

test('undetermined: the revisions wait for a value', () => {
  const open = cluster({ meshRevisions: waiting('revisions') });
  expect(changes(meshRevisionWithoutSettings, meshed('asm-1-25'), open)).toEqual([]);
});
