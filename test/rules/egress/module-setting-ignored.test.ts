import { egressModuleSettingIgnored } from '../../../src/rules/egress/module-setting-ignored.js';
import { check, cluster, known } from '../../support/subjects.js';

const dropped = (about: 'api' | 'ingress' | 'egress') => ({
  about,
  name: 'profile.key',
  module: 'acme/aks/azurerm 1.2.0',
  origin: known('x').origin,
  reason: 'only versions >=2.0.0 read it',
});

test('bad: an argument that bears on this dimension, at the place where it is given', () => {
  const [found, another] = check(egressModuleSettingIgnored, cluster({ ignored: [dropped('egress')] }));
  expect(found?.message).toBe(
    'The argument profile.key of aks does nothing: acme/aks/azurerm 1.2.0 takes it and drops it without a word (only versions >=2.0.0 read it).',
  );
  expect(found?.key).toBe('profile.key');
  expect(found?.level).toBeUndefined();
  expect(found?.fix).toBeUndefined();
  expect(another).toBeUndefined();
});

test('good: what bears on another dimension is told there, and what is read is not told', () => {
  const others = (['api', 'ingress', 'egress'] as const).filter((about) => about !== 'egress').map(dropped);
  expect(check(egressModuleSettingIgnored, cluster({ ignored: others }))).toEqual([]);
  expect(check(egressModuleSettingIgnored, cluster())).toEqual([]);
});
