import { appRoutingDefaultStaysPublic } from '../../../src/rules/ingress/app-routing-default-stays-public.js';
import { balanced, check, known } from '../../support/subjects.js';

const controller = {
  ...balanced({ internal: 'true' }),
  via: 'ingress-controller',
  title: 'NginxIngressController own',
} as const;

test('bad: nothing makes the default controller internal', () => {
  const { origin } = known('own');
  const [found] = check(appRoutingDefaultStaysPublic, { ...controller, besidePublicDefault: origin });
  expect(found?.message).toContain('NginxIngressController own is internal, but the default controller');
  expect(found?.origin).toBe(origin);
  expect(found?.level).toBeUndefined();
});

test('good: the default controller is internal too', () => {
  expect(check(appRoutingDefaultStaysPublic, controller)).toEqual([]);
});
