import { azure } from '../../../src/posture/annotations.js';
import { sourceRanges } from '../../../src/rules/ingress/source-ranges.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test('bad: a public IP with ranges from the field and from annotations', () => {
  const annotations = { allowedServiceTags: 'AzureFrontDoor.Backend', allowedIpRanges: '198.51.100.0/24' };
  const [found] = check(sourceRanges, balanced(annotations, { sourceRanges: ['203.0.113.0/24'] }));
  expect(found?.message).toBe(
    'Service shop/web has a public IP that admits listed sources only: 203.0.113.0/24, 198.51.100.0/24 and AzureFrontDoor.Backend.',
  );
  expect(found?.level).toBe('restricted');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test('good: internal, or open to all and told elsewhere', () => {
  expect(check(sourceRanges, balanced({ internal: 'true' }, { sourceRanges: ['203.0.113.0/24'] }))).toEqual([]);
  expect(check(sourceRanges, balanced())).toEqual([]);
});

test('undetermined: a range waits for a variable', () => {
  expect(check(sourceRanges, balanced({}, { sourceRanges: [waiting('var.office')] }))).toEqual([]);
});
