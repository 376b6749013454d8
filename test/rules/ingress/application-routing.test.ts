import { applicationRouting } from '../../../src/rules/ingress/application-routing.js';
import { byDefault, check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

const via = 'application-routing';

test('bad: the default controller is public unless told otherwise', () => {
  const [found] = check(
    applicationRouting,
    cluster({ openings: [{ via, exposure: byDefault('public', 'defaultIngressControllerType') }] }),
  );
  expect(found?.message).toBe(
    'Cluster aks opens a way in from the whole Internet: the default controller of the application routing add-on is public by default.',
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe('defaultIngressControllerType = "internal"');
});

test('good: internal, none, or no add-on', () => {
  for (const exposure of [known('internal' as const), known('none' as const)]) {
    expect(check(applicationRouting, cluster({ openings: [{ via, exposure }] }))).toEqual([]);
  }
  expect(check(applicationRouting, cluster())).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(applicationRouting, cluster({ openings: [{ via, exposure: waiting('param type') }] }))).toEqual([]);
});
