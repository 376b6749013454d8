import { httpApplicationRouting } from '../../../src/rules/ingress/http-application-routing.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const via = 'http-application-routing';

test('bad: on', () => {
  const [found] = check(httpApplicationRouting, cluster({ openings: [{ via, exposure: known('public') }] }));
  expect(found?.message).toBe(
    'Cluster aks opens a way in from the whole Internet: the HTTP application routing add-on is on.',
  );
  expect(found?.level).toBe('open');
  expect(found?.fix?.description).toBe('Switch the add-on off');
});

test('good: off', () => {
  expect(check(httpApplicationRouting, cluster({ openings: [{ via, exposure: known('none') }] }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(httpApplicationRouting, cluster({ openings: [{ via, exposure: waiting('param on') }] }))).toEqual([]);
});
