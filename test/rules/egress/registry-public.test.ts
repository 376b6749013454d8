import type { Registry } from '../../../src/posture/network/model.js';
import type { Link } from '../../../src/posture/network/link.js';
import { elsewhere, here } from '../../../src/posture/network/link.js';
import { registryPublic } from '../../../src/rules/egress/registry-public.js';
import { at, declared } from '../../support/network.js';
import { byDefault, check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

const registry = (facts: Partial<Registry> = {}): Link<Registry> =>
  here(
    {
      ...declared('acrcache'),
      publicAccess: byDefault(true, 'publicAccess'),
      defaultAction: byDefault('allow'),
      ...facts,
    },
    at('registry'),
  );

test('bad: open by default', () => {
  const [found] = check(registryPublic, cluster({ network: { registry: registry() } }));
  expect(found?.message).toBe(
    'Registry acrcache, from which aks takes its images, can be reached from the whole Internet by default.',
  );
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe('publicAccess = false');
});

test('good: closed, denied by default, not here, or not isolated', () => {
  for (const closed of [
    registry({ publicAccess: known(false) }),
    registry({ defaultAction: known('deny') }),
    elsewhere('var.registry', at('x')),
  ]) {
    expect(check(registryPublic, cluster({ network: { registry: closed } }))).toEqual([]);
  }
  const connected = cluster({ egress: { outboundType: known('loadBalancer') }, network: { registry: registry() } });
  expect(check(registryPublic, connected)).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  const open = registry({ publicAccess: waiting('var.public') });
  expect(check(registryPublic, cluster({ network: { registry: open } }))).toEqual([]);
});
