import { azure } from '../../../src/posture/annotations.js';
import { securityRulesByHand } from '../../../src/rules/ingress/security-rules-by-hand.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test('bad: a public IP whose rules are written elsewhere', () => {
  const subject = balanced({ disableSecurityRules: 'True' });
  const [found] = check(securityRulesByHand, subject);
  expect(found?.message).toBe(
    'Service shop/web has a public IP, and service.beta.kubernetes.io/azure-disable-load-balancer-nsg-rule leaves it to others who reaches it: the text does not decide it.',
  );
  expect(found?.level).toBe('unknown');
  expect(found?.origin).toBe(subject.service.annotations.get(azure.disableSecurityRules)?.value.origin);
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test('good: off, or internal', () => {
  expect(check(securityRulesByHand, balanced({ disableSecurityRules: 'false' }))).toEqual([]);
  expect(check(securityRulesByHand, balanced({ disableSecurityRules: 'true', internal: 'true' }))).toEqual([]);
});

test('undetermined: a variable decides', () => {
  expect(check(securityRulesByHand, balanced({ disableSecurityRules: waiting<string>('var.own_rules') }))).toEqual([]);
});
