import { azure } from '../../../src/posture/annotations.js';
import type { Annotation } from '../../../src/posture/entry-point.js';
import { internalAnnotationBoolean } from '../../../src/rules/ingress/internal-annotation-boolean.js';
import { balanced, check, fixOf, known, waiting } from '../../support/subjects.js';

const refused = (as: Annotation['refused'], value: string) =>
  balanced({ internal: { key: azure.internal, value: known(value), ...(as ? { refused: as } : {}) } });

test('bad: a boolean depends on who carries the manifest', () => {
  const [found] = check(internalAnnotationBoolean, refused('boolean', 'true'));
  expect(found?.message).toBe(
    'service.beta.kubernetes.io/azure-load-balancer-internal of Service shop/web is a boolean, not a string: applied as it is, Kubernetes refuses the manifest; through Kustomize or a chart that quotes it, the load balancer is internal.',
  );
  expect(found?.level).toBe('unknown');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test.each([
  ['boolean', 'false', /is a boolean.* quotes it, the load balancer is public\.$/],
  ['number', '1', /is a number.* the load balancer is public\.$/],
  ['null', '', /is without a value.* dropped or left empty, and the load balancer is public\.$/],
  ['list', '', /is a list, not a string: Kubernetes refuses the manifest\.$/],
  ['map', '', /is a map/],
] as const)('bad: %s %s', (as, value, message) => {
  expect(check(internalAnnotationBoolean, refused(as, value))[0]?.message).toMatch(message);
});

test('good: a string', () => {
  expect(check(internalAnnotationBoolean, balanced({ internal: 'true' }))).toEqual([]);
});

test('undetermined: a variable decides', () => {
  expect(check(internalAnnotationBoolean, balanced({ internal: waiting('var.internal') }))).toEqual([]);
});
