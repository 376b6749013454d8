import { publicApplicationGateway } from '../../../src/rules/ingress/public-application-gateway.js';
import { applicationGateway, check } from '../../support/subjects.js';

test('bad: a public frontend', () => {
  const [found] = check(publicApplicationGateway, applicationGateway([false, true]));
  expect(found?.message).toBe(
    'Application Gateway agw is reachable from the whole Internet: frontend frontend-1 has a public address.',
  );
  expect(found?.level).toBe('open');
});

test('good: private frontends', () => {
  expect(check(publicApplicationGateway, applicationGateway([false]))).toEqual([]);
});

test('undetermined: an address that a parameter decides', () => {
  expect(check(publicApplicationGateway, applicationGateway([undefined]))).toEqual([]);
});
