import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { fixBy } from '../fix.js';
import { listed, told } from '../words.js';
import { isInternal, isLoadBalancer, isSwitchedOn, knownRanges } from './service.js';

export const sourceRangesWithoutEffect = serviceRule(
  {
    id: 'ingress/source-ranges-without-effect',
    dimension: 'ingress',
    severity: 'warning',
    title: 'Source ranges do not keep the virtual network out of an internal Service',
    rationale:
      'The network security group lets the whole virtual network in by its own default rule (AllowVnetInBound), peered networks and what comes through a gateway included. The ranges only add to that, unless everything else is denied.',
    remedy: `Add ${azure.denyAllExceptSourceRanges}: "true", or remove ranges that nobody should rely on. List every source that needs the Service first: all others are cut off.`,
  },
  ({ subject }) => {
    const { service } = subject;
    if (!isLoadBalancer(service) || isInternal(service) !== true || service.otherAnnotations) return [];
    const denyAll = service.annotations.get(azure.denyAllExceptSourceRanges);
    if (isSwitchedOn(denyAll) || (denyAll && !denyAll.value.known)) return [];
    const ranges = knownRanges(service);
    const [first] = ranges;
    if (!first) return [];
    return [
      {
        message: `${subject.title} lists the sources ${listed(ranges.map(told))}, but on an internal load balancer the whole virtual network gets through beside them.`,
        origin: first.origin,
        ...fixBy(
          service.setAnnotation(azure.denyAllExceptSourceRanges, 'true'),
          'Deny everything but the listed sources',
        ),
      },
    ];
  },
);
