import { bothInternalAndPublicController } from '../../../src/rules/ingress/both-internal-and-public-controller.js';
import { check, knownTo, published, through, unseen } from '../../support/subjects.js';

const open = through({ type: 'LoadBalancer' });
const internal = through({ type: 'LoadBalancer', annotations: { internal: 'true' } });

test('bad: the public Service leads to what the internal one publishes', () => {
  const [found] = check(bothInternalAndPublicController, published(internal, [open]));
  expect(found?.message).toContain('Ingress shop/web is reachable from the whole Internet although an internal way');
  expect(found?.level).toBe('open');
});

test('good: one of them alone, or a port of nodes beside the public one', () => {
  expect(check(bothInternalAndPublicController, published(internal))).toEqual([]);
  expect(check(bothInternalAndPublicController, published(open))).toEqual([]);
  expect(check(bothInternalAndPublicController, published(open, [knownTo('nodes')]))).toEqual([]);
});

test('undetermined: one of the ways is not known', () => {
  expect(check(bothInternalAndPublicController, published(internal, [unseen]))).toEqual([]);
});
