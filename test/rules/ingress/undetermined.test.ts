import type { Opening } from '../../../src/posture/model.js';
import { ingressUndetermined } from '../../../src/rules/ingress/undetermined.js';
import { balanced, check, cluster, known, service, waiting } from '../../support/subjects.js';

test('bad: a Service names what would decide', () => {
  const [found] = check(ingressUndetermined, service({ type: waiting('var.type') }));
  expect(found?.message).toBe(
    'The text does not decide who reaches Service shop/web: the type of the Service depends on var.type.',
  );
  expect(found?.level).toBe('unknown');
});

test.each([
  ['the annotation', balanced({ internal: waiting<string>('var.internal') }), 'var.internal'],
  ['further annotations', balanced({}, { otherAnnotations: waiting('var.annotations') }), 'var.annotations'],
  ['a range', balanced({}, { sourceRanges: [waiting('var.office')] }), 'var.office'],
])('bad: %s', (_, subject, parameter) => {
  expect(check(ingressUndetermined, subject)[0]?.message).toContain(`depends on ${parameter}.`);
});

test('bad: an add-on of a cluster', () => {
  const openings: Opening[] = [{ via: 'application-routing', exposure: waiting('param type', ['public', 'internal']) }];
  expect(check(ingressUndetermined, cluster({ openings }))[0]?.message).toBe(
    'The text does not decide what the cluster aks opens to the outside: what the application routing add-on opens depends on param type.',
  );
});

test('bad: a gateway that stands elsewhere asks for another remedy than a value', () => {
  const openings: Opening[] = [{ via: 'application-gateway', exposure: waiting('agw-prod') }];
  expect(check(ingressUndetermined, cluster({ openings }))[0]?.remedy).toMatch(/frontends of that Application Gateway/);
});

test('good: decided, or nothing opened', () => {
  expect(check(ingressUndetermined, service())).toEqual([]);
  expect(check(ingressUndetermined, balanced())).toEqual([]);
  expect(check(ingressUndetermined, cluster())).toEqual([]);
  const none: Opening[] = [{ via: 'application-routing', exposure: known('none') }];
  expect(check(ingressUndetermined, cluster({ openings: none }))).toEqual([]);
});
