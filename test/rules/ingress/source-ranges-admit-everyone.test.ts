import { azure } from '../../../src/posture/annotations.js';
import { sourceRangesAdmitEveryone } from '../../../src/rules/ingress/source-ranges-admit-everyone.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test.each([
  ['in the field', {}, ['0.0.0.0/0'], 'the ranges together admit every address'],
  ['in halves, one of them in an annotation', { sourceRanges: '128.0.0.0/1' }, ['0.0.0.0/1'], 'admit every address'],
  ['by a service tag', { allowedServiceTags: 'AzureCloud.westeurope' }, [], 'service tag AzureCloud.westeurope'],
])('bad: %s', (_, annotations: Record<string, string>, sourceRanges, why) => {
  const [found] = check(sourceRangesAdmitEveryone, balanced(annotations, { sourceRanges }));
  expect(found?.message).toContain('is reachable from the whole Internet although it lists sources: ');
  expect(found?.message).toContain(why);
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test('good: a finite list, none, or an internal load balancer', () => {
  expect(check(sourceRangesAdmitEveryone, balanced({}, { sourceRanges: ['203.0.113.0/24'] }))).toEqual([]);
  expect(check(sourceRangesAdmitEveryone, balanced())).toEqual([]);
  expect(check(sourceRangesAdmitEveryone, balanced({ internal: 'true' }, { sourceRanges: ['0.0.0.0/0'] }))).toEqual([]);
});

test('undetermined: a range waits for a variable', () => {
  expect(check(sourceRangesAdmitEveryone, balanced({}, { sourceRanges: [waiting('var.office')] }))).toEqual([]);
});
