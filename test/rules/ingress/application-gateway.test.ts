import { applicationGateway } from '../../../src/rules/ingress/application-gateway.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const via = 'application-gateway';

test('bad: a public frontend', () => {
  const [found] = check(applicationGateway, cluster({ openings: [{ via, exposure: known('public') }] }));
  expect(found?.message).toBe(
    'Cluster aks opens a way in from the whole Internet: its Application Gateway ingress add-on publishes on a public frontend.',
  );
  expect(found?.level).toBe('open');
});

test('good: a private frontend', () => {
  expect(check(applicationGateway, cluster({ openings: [{ via, exposure: known('internal') }] }))).toEqual([]);
});

test('undetermined: the gateway stands elsewhere', () => {
  expect(check(applicationGateway, cluster({ openings: [{ via, exposure: waiting('the gateway') }] }))).toEqual([]);
});
