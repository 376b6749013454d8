import { azure } from '../../posture/annotations.js';
import type { ServiceEntryPoint } from '../../posture/entry-point.js';
import { serviceRule } from '../define.js';
import { quoted, told } from '../words.js';
import { internalCaveat, internalFix, publicAddressAnnotations } from './service.js';

export const publicLoadBalancer = serviceRule(
  {
    id: 'ingress/public-load-balancer',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Service gets a public IP, open to every address',
    rationale:
      'A Service of type LoadBalancer is public on AKS unless its annotations say otherwise: Azure gives it a public IP and lets the whole Internet through, also in a private cluster.',
    remedy: `Add the annotation ${azure.internal}: "true", or make it a ClusterIP behind an internal ingress. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'public-load-balancer') return [];
    const { service } = subject;
    const internal = service.annotations.get(azure.internal);
    const why = internal
      ? `${azure.internal} is ${quoted(told(internal.value))}`
      : `${madeBy(subject)} without ${azure.internal}: "true"`;
    const lost = internal ? [] : (subject.lost ?? []).filter(({ about }) => about === 'ingress');
    const unread = lost.map(({ name, module, reason }) => ` ${name} does nothing in ${module}: ${reason}.`);
    return [
      {
        message: `${subject.title} gets a public IP that is reachable from the whole Internet: ${why}.${unread.join('')}`,
        origin: (internal?.value ?? lost[0] ?? service.type).origin,
        also: [service.type, ...publicAddressAnnotations(service).map(({ value }) => value)].map(
          ({ origin }) => origin,
        ),
        level: ingress.level,
        ...internalFix(service),
      },
    ];
  },
);

/** Whose load balancer it is. */
function madeBy({ via }: ServiceEntryPoint): string {
  return via === 'service' ? 'type LoadBalancer' : 'its controller makes a load balancer';
}
