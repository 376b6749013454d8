import { azure, readsTrue } from '../../posture/annotations.js';
import type { Annotation } from '../../posture/model.js';
import { serviceRule } from '../define.js';
import { isLoadBalancer } from './service.js';

export const privateLinkVisibility = serviceRule(
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
    const approval = service.annotations.get(azure.privateLinkAutoApproval);
    if (visibility && namesEveryone(visibility)) {
      const approved =
        approval && namesEveryone(approval) ? ', and every request is approved without a look at it' : '';
      return [
        {
          message: `The Private Link Service of ${subject.name} is offered to every subscription of Azure${approved}: ${azure.privateLinkVisibility} is *.`,
          origin: visibility.value.origin,
          ...(approved === '' ? {} : { severity: 'error' as const }),
        },
      ];
    }
    return [];
  },
);

/** The list is separated by spaces, and one `*` makes it everyone (getPLSVisibility). */
function namesEveryone({ value }: Annotation): boolean {
  return value.known && value.value.split(' ').some((part) => part.trim() === '*');
}
