import { staleFrontend } from '../../../src/rules/ingress/stale-frontend.js';
import { balanced, changes, service, waiting } from '../../support/subjects.js';

test('bad: a load balancer becomes a Service of the cluster', () => {
  const [found] = changes(staleFrontend, balanced({ internal: 'true' }), service());
  expect(found?.message).toContain('is a load balancer no longer');
});

test('good: it stays one, or was none', () => {
  expect(changes(staleFrontend, balanced({ internal: 'true' }), balanced({}))).toEqual([]);
  expect(changes(staleFrontend, service(), service({ type: 'NodePort' }))).toEqual([]);
});

test('undetermined: the new type waits for a value', () => {
  expect(changes(staleFrontend, balanced({}), service({ type: waiting('type') }))).toEqual([]);
});
