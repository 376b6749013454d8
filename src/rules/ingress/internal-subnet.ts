import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { isInternal, isLoadBalancer } from './service.js';

export const internalSubnet = serviceRule(
  {
    id: 'ingress/internal-subnet',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The subnet of the internal load balancer is not given by its name',
    rationale:
      'Azure looks for a subnet of that name in the virtual network of the cluster. An id, a path or an empty text names none: the address stays pending for ever, and somebody will make the Service public to get on.',
    remedy:
      'Give the bare name of a subnet in the virtual network of the cluster, or leave the annotation out to use the subnet of the nodes.',
  },
  ({ subject }) => {
    const { service, title } = subject;
    const subnet = service.annotations.get(azure.internalSubnet);
    if (!subnet?.value.known || !isLoadBalancer(service) || isInternal(service) !== true) return [];
    const { value, origin } = subnet.value;
    const wrong = value.trim() === '' ? 'is empty' : value.includes('/') ? 'is an id or a path' : undefined;
    if (wrong === undefined) return [];
    return [
      {
        message: `${title} stays without an address: ${azure.internalSubnet} ${wrong}, and Azure wants the name of a subnet.`,
        origin,
      },
    ];
  },
);
