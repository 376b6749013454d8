import type { Opening } from '../../../src/posture/model.js';
import { internalAddOn } from '../../../src/rules/ingress/internal-add-on.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const internal: Opening = { via: 'istio-internal-gateway', exposure: known('internal') };

test('bad: told as a step back only', () => {
  const [found] = check(internalAddOn, cluster({ openings: [internal] }));
  expect(found?.message).toBe(
    'Cluster aks opens a way in from the virtual network: the internal gateway of the Istio add-on has an internal load balancer.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('bad: beside a public add-on it decides nothing', () => {
  const openings: Opening[] = [internal, { via: 'application-routing', exposure: known('public') }];
  expect(check(internalAddOn, cluster({ openings }))[0]?.level).toBeUndefined();
});

test('good: nothing is opened', () => {
  expect(check(internalAddOn, cluster())).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  const open: Opening = { via: 'istio-internal-gateway', exposure: waiting('param mesh') };
  expect(check(internalAddOn, cluster({ openings: [open] }))).toEqual([]);
});
