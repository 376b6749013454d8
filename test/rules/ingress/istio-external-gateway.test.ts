import type { Opening } from '../../../src/posture/model.js';
import { istioExternalGateway } from '../../../src/rules/ingress/istio-external-gateway.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const via = 'istio-external-gateway';

test('bad: the external gateway is on', () => {
  const [found] = check(istioExternalGateway, cluster({ openings: [{ via, exposure: known('public') }] }));
  expect(found?.message).toBe(
    'Cluster aks opens a way in from the whole Internet: the external ingress gateway of the Istio add-on is on.',
  );
  expect(found?.level).toBe('open');
  expect(found?.fix?.description).toBe('Switch the external gateway off');
});

test('good: the internal gateway, or none', () => {
  const internal: Opening = { via: 'istio-internal-gateway', exposure: known('internal') };
  expect(check(istioExternalGateway, cluster({ openings: [internal] }))).toEqual([]);
  expect(check(istioExternalGateway, cluster({ openings: [{ via, exposure: known('none') }] }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(istioExternalGateway, cluster({ openings: [{ via, exposure: waiting('param mesh') }] }))).toEqual([]);
});
