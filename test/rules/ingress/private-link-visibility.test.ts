import { privateLinkVisibility } from '../../../src/rules/ingress/private-link-visibility.js';
import { judge } from '../../../src/scoring/judge.js';
import { balanced, check, waiting } from '../../support/subjects.js';

const link = { internal: 'true', privateLinkService: 'True' };

test('bad: offered to every subscription', () => {
  const [found] = check(privateLinkVisibility, balanced({ ...link, privateLinkVisibility: '*' }));
  expect(found?.message).toBe(
    'The Private Link Service of shop/web is offered to every subscription of Azure: service.beta.kubernetes.io/azure-pls-visibility is *.',
  );
  expect(found?.severity).toBeUndefined();
  expect(found?.level).toBeUndefined();
});

test('bad: and approved without a look, which is an error', () => {
  const everyone = { ...link, privateLinkVisibility: 'sub-a * sub-b', privateLinkAutoApproval: '*' };
  const [found] = check(privateLinkVisibility, balanced(everyone));
  expect(found?.message).toMatch(/every request is approved without a look at it/);
  expect(found?.severity).toBe('error');
});

test('good: listed subscriptions, none, or no private link', () => {
  expect(check(privateLinkVisibility, balanced({ ...link, privateLinkVisibility: 'sub-a sub-b' }))).toEqual([]);
  expect(check(privateLinkVisibility, balanced(link))).toEqual([]);
  expect(check(privateLinkVisibility, balanced({ internal: 'true', privateLinkVisibility: '*' }))).toEqual([]);
});

test('undetermined: a variable decides', () => {
  const open = { ...link, privateLinkVisibility: waiting<string>('var.visibility') };
  expect(check(privateLinkVisibility, balanced(open))).toEqual([]);
});

test('change: approving everyone is told where only being offered to everyone was before', () => {
  const offered = judge(balanced({ ...link, privateLinkVisibility: '*' }));
  const approved = judge(balanced({ ...link, privateLinkVisibility: '*', privateLinkAutoApproval: '*' }));
  expect(privateLinkVisibility.compare?.(offered, approved)).toMatchObject([{ key: 'approved', severity: 'error' }]);
  expect(privateLinkVisibility.compare?.(approved, approved)).toEqual([]);
  expect(privateLinkVisibility.compare?.(judge(balanced(link)), approved)).toEqual([]);
});
