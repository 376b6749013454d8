import { azure, readsTrue } from '../../posture/annotations.js';
import type { Annotation, ServiceFacts } from '../../posture/entry-point.js';
import type { Judged } from '../../scoring/judge.js';
import { judgedService } from '../../scoring/judge.js';
import { serviceRule } from '../define.js';
import type { Rule } from '../rule.js';
import { isLoadBalancer } from './service.js';

const visibleToEveryone = serviceRule(
  {
    id: 'ingress/private-link-visibility',
    dimension: 'ingress',
    severity: 'warning',
    title: 'Every subscription of Azure can ask for a private link to the Service',
    rationale:
      'With * the Private Link Service is offered to every subscription in every tenant. Whoever learns its alias can ask for a connection, and one approval by mistake, or by the automatic list, lets a stranger in.',
    remedy:
      'List the subscriptions that consume the Service, separated by spaces, in the visibility, and only those of your own in the automatic approval. Without the annotation only who has a role on the Private Link Service sees it.',
  },
  ({ subject }) => {
    const { service } = subject;
    if (!isLoadBalancer(service) || readsTrue(service.annotations.get(azure.privateLinkService)) !== true) return [];
    const visibility = service.annotations.get(azure.privateLinkVisibility);
    if (!visibility || !namesEveryone(visibility)) return [];
    const approved = approvalOfEveryone(service);
    const how = approved ? ', and every request is approved without a look at it' : '';
    return [
      {
        message: `The Private Link Service of ${subject.name} is offered to every subscription of Azure${how}: ${azure.privateLinkVisibility} is *.`,
        origin: visibility.value.origin,
        ...(approved ? { severity: 'error' as const, also: [approved.value.origin] } : {}),
      },
    ];
  },
);

/** Approving everyone is worse than being offered to everyone, so it is new where only that was before. */
export const privateLinkVisibility: Rule = {
  ...visibleToEveryone,
  compare: (before, after) => {
    if (visibleToEveryone.check(before).length === 0 || approves(before) || !approves(after)) return [];
    return visibleToEveryone.check(after).map((found) => ({ ...found, key: 'approved' }));
  },
};

function approves(judged: Judged): boolean {
  const service = judgedService(judged)?.subject.service;
  return service !== undefined && approvalOfEveryone(service) !== undefined;
}

function approvalOfEveryone({ annotations }: ServiceFacts): Annotation | undefined {
  const approval = annotations.get(azure.privateLinkAutoApproval);
  return approval && namesEveryone(approval) ? approval : undefined;
}

/** The list is separated by spaces, and one `*` makes it everyone (getPLSVisibility). */
function namesEveryone({ value }: Annotation): boolean {
  return value.known && value.value.split(' ').some((part) => part.trim() === '*');
}
