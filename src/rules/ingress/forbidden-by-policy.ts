import { certainly } from '../../posture/fact.js';
import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { quoted } from '../words.js';

export const forbiddenByPolicy = serviceRule(
  {
    id: 'ingress/forbidden-by-policy',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A policy assignment forbids the public load balancer',
    rationale:
      'Azure Policy refuses the public IP, not the Service: Kubernetes accepts the Service, its address stays pending for ever, and whoever waits for it waits until the timeout. The policy of Kubernetes itself refuses the Service when it is applied.',
    remedy: `Add the annotation ${azure.internal}: "true", or exempt the cluster from the assignment on purpose.`,
  },
  ({ subject, ingress }) => {
    const isPublic = ingress?.level === 'open' || ingress?.level === 'restricted';
    if (!isPublic || certainly(subject.service.type, (type) => type === 'LoadBalancer') !== true) return [];
    return (subject.bans ?? []).map(({ name, origin: { span }, forbids }) => {
      const where = `${span.file.path}:${span.file.position(span.start).line}`;
      const what =
        forbids === 'addresses'
          ? 'forbids public IP addresses: where it covers the resource group of the nodes, the address of the Service stays pending for ever'
          : `asks for internal load balancers: where it covers the cluster, the Service is refused when it is applied`;
      return {
        message: `${subject.title} is public, but the policy assignment ${quoted(name)} (${where}) ${what}.`,
        origin: subject.service.type.origin,
        key: name,
      };
    });
  },
);
