import { internalController } from '../../../src/rules/ingress/internal-controller.js';
import { check, knownTo, published, unseen } from '../../support/subjects.js';

test('bad: told as a step back only', () => {
  const [found] = check(internalController, published(knownTo('internal')));
  expect(found?.message).toBe(
    'Ingress shop/web becomes reachable from the virtual network and everything connected to it: the Application Gateway publishes it to the virtual network.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('good: inside the cluster', () => {
  expect(check(internalController, published(knownTo('cluster')))).toEqual([]);
});

test('undetermined: the controller is not in the repository', () => {
  expect(check(internalController, published(unseen))).toEqual([]);
});
