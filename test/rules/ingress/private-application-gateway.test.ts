import { privateApplicationGateway } from '../../../src/rules/ingress/private-application-gateway.js';
import { applicationGateway, check } from '../../support/subjects.js';

test('told as a step back only', () => {
  const [found] = check(privateApplicationGateway, applicationGateway([false]));
  expect(found?.message).toMatch(/^Application Gateway agw is reachable from the virtual network/);
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('good: what is public is told as that', () => {
  expect(check(privateApplicationGateway, applicationGateway([true]))).toEqual([]);
});

test('undetermined: an address that a parameter decides', () => {
  expect(check(privateApplicationGateway, applicationGateway([undefined]))).toEqual([]);
});
