import { restrictedController } from '../../../src/rules/ingress/restricted-controller.js';
import { check, published, through, unseen } from '../../support/subjects.js';

test('bad: the controller admits listed sources on a public IP', () => {
  const [found] = check(
    restrictedController,
    published(through({ type: 'LoadBalancer', sourceRanges: ['203.0.113.0/24'] })),
  );
  expect(found?.message).toContain('Ingress shop/web is published on a public IP that admits listed sources only');
  expect(found?.level).toBe('restricted');
});

test('good: internal', () => {
  const internal = through({ type: 'LoadBalancer', annotations: { internal: 'true' } });
  expect(check(restrictedController, published(internal))).toEqual([]);
});

test('undetermined: the controller is not in the repository', () => {
  expect(check(restrictedController, published(unseen))).toEqual([]);
});
