import { annotationKeySplit } from '../../../src/rules/ingress/annotation-key-split.js';
import { balanced, check, service } from '../../support/subjects.js';

const torn = 'map[beta:map[kubernetes:map[io/azure-load-balancer-internal:true]]]';

test('bad: the key fell apart at its dots', () => {
  const [found] = check(annotationKeySplit, balanced({ service: torn }));
  expect(found?.message).toContain('torn apart at the dots');
});

test('good: the key is whole, or an annotation is called so for another reason', () => {
  expect(check(annotationKeySplit, balanced({ internal: 'true', service: torn }))).toEqual([]);
  expect(check(annotationKeySplit, balanced({ service: 'web' }))).toEqual([]);
  expect(check(annotationKeySplit, service())).toEqual([]);
});
