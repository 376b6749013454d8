import { azure } from '../../../src/posture/annotations.js';
import { internalAnnotation } from '../../../src/rules/ingress/internal-annotation.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test.each([
  ['True', 'is “True”, which has a capital letter; Azure compares it to the letter with "true".'],
  [' true', 'is “ true”, which has a space around it; Azure compares it to the letter with "true".'],
  ['TRUE ', 'is “TRUE ”, which has a space around it and has a capital letter; Azure compares it'],
  ['"true"', 'is “"true"”: the quotes are part of the value, and Azure compares it to the letter with "true".'],
  ["'true'", "is “'true'”: the quotes are part of the value"],
  ['\\"true\\"', 'the quotes are part of the value'],
  ['1', 'is “1”; Azure knows no other word for it than "true".'],
  ['yes', 'is “yes”; Azure knows no other word for it than "true".'],
  ['', 'is empty; only "true" makes it internal.'],
  ['internal', 'is “internal”, and only "true" makes it internal.'],
])('bad: %j is public, and the message says why', (value, why) => {
  const [found] = check(internalAnnotation, balanced({ internal: value }));
  expect(found?.message).toContain(`Service shop/web gets a public IP: ${azure.internal} `);
  expect(found?.message).toContain(why);
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test('bad: a choice of which no outcome is right', () => {
  const [found] = check(internalAnnotation, balanced({ internal: waiting('var.internal', ['True', 'yes']) }));
  expect(found?.message).toMatch(/none of the values that Azure takes for internal/);
});

test('bad: a huge value does not make a huge message', () => {
  const [found] = check(internalAnnotation, balanced({ internal: 'x'.repeat(100_000) }));
  expect(found?.message.length).toBeLessThan(400);
});

test('good: exactly true; and false is told elsewhere', () => {
  expect(check(internalAnnotation, balanced({ internal: 'true' }))).toEqual([]);
  expect(check(internalAnnotation, balanced({ internal: 'FALSE' }))).toEqual([]);
});

test('undetermined: a variable decides', () => {
  expect(check(internalAnnotation, balanced({ internal: waiting('var.internal') }))).toEqual([]);
});
