import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix } from './service.js';

export const securityRulesByHand = serviceRule(
  {
    id: 'ingress/security-rules-by-hand',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The security rules of a public Service are managed by hand',
    rationale:
      'The Service has a public IP, and Azure adds no network security rules for it. Who gets in is decided by rules that stand elsewhere, if anywhere, and that no one changes when the Service does.',
    remedy: `Make the load balancer internal, or let Azure manage the rules and give the Service source ranges. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'rules-by-hand') return [];
    return [
      {
        message: `${subject.title} has a public IP, and ${azure.disableSecurityRules} leaves it to others who reaches it: the text does not decide it.`,
        origin: ingress.evidence[0] ?? subject.service.type.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);
