import { azure } from '../../posture/annotations.js';
import { foreignInternal } from '../../scoring/service.js';
import { serviceRule } from '../define.js';
import { short } from '../words.js';
import { internalCaveat, internalFix } from './service.js';

export const foreignInternalAnnotation = serviceRule(
  {
    id: 'ingress/foreign-internal-annotation',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation is one that Azure does not read, so the Service is public',
    rationale:
      'Each cloud has its own annotation for an internal load balancer, and Azure reads none but its own, in exactly this spelling. With any other the Service gets a public IP, without a word of warning.',
    remedy: `Use ${azure.internal}: "true" on Azure. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'foreign-internal-annotation') return [];
    const annotation = foreignInternal(subject.service);
    if (!annotation) return [];
    return [
      {
        message: `${subject.title} gets a public IP that is reachable from the whole Internet: Azure does not read ${short(annotation.key, 120)}, ${owner(annotation.key)}.`,
        origin: annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);

/** Whose annotation it is, by the marks that clouds put into their keys. */
const clouds: readonly (readonly [mark: RegExp, owner: string])[] = [
  [/(^|[/.-])aws-|eks\.amazonaws\.com/i, 'which belongs to AWS'],
  [/cloud\.google\.com|networking\.gke\.io/i, 'which belongs to Google Cloud'],
  [/openstack/i, 'which belongs to OpenStack'],
  [/(^|[/.-])oci-|oracle/i, 'which belongs to Oracle Cloud'],
  [/alibaba|aliyun/i, 'which belongs to Alibaba Cloud'],
  [/(^|[/.-])cce-|baidu/i, 'which belongs to Baidu'],
  [/qcloud|tencent/i, 'which belongs to Tencent Cloud'],
  [/(^|[/.-])ibm-/i, 'which belongs to IBM Cloud'],
];

function owner(key: string): string {
  if (key.toLowerCase() === azure.internal) return 'whose key must be all lower case';
  const cloud = clouds.find(([mark]) => mark.test(key))?.[1];
  if (cloud !== undefined) return cloud;
  return /azure/i.test(key) ? `which is misspelled: the key is ${azure.internal}` : 'which is not its own';
}
