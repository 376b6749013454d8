import { azure } from '../../../src/posture/annotations.js';
import { annotationOnWrongObject } from '../../../src/rules/ingress/annotation-on-wrong-object.js';
import { balanced, check, known, published, unseen } from '../../support/subjects.js';

test('bad: on an Ingress it does nothing', () => {
  const misplaced = { key: azure.internal, value: known('true') };
  const [found] = check(annotationOnWrongObject, published(unseen, [], { misplaced }));
  expect(found?.message).toBe(
    'service.beta.kubernetes.io/azure-load-balancer-internal does nothing on Ingress shop/web: Azure reads it on Services only.',
  );
  expect(found?.origin).toBe(misplaced.value.origin);
  expect(found?.level).toBeUndefined();
});

test('good: no annotation, or on a Service', () => {
  expect(check(annotationOnWrongObject, published(unseen))).toEqual([]);
  expect(check(annotationOnWrongObject, balanced({ internal: 'true' }))).toEqual([]);
});
