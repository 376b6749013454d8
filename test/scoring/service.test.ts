import type { Annotation } from '../../src/posture/entry-point.js';
import type { Unknown } from '../../src/posture/fact.js';
import { judgeService } from '../../src/scoring/service.js';
import type { ServiceShape } from '../support/subjects.js';
import { balanced, known, ranges, service, waiting } from '../support/subjects.js';

type Row = readonly [string, ServiceShape, string, string];

const refused = (kind: NonNullable<Annotation['refused']>): Annotation => ({
  key: 'service.beta.kubernetes.io/azure-load-balancer-internal',
  value: known('true'),
  refused: kind,
});

describe('a load balancer', () => {
  const interpolated: Unknown<string> = { ...waiting<string>('${ip}'), parts: ['0.0.0.0/0,', null, '/32'] };
  const oneAddress: Unknown<string> = { ...waiting<string>('${ip}'), parts: [null, '/32,203.0.113.0/24'] };

  test.each<Row>([
    ['without more', {}, 'open', 'public-load-balancer'],
    ['of another controller', { loadBalancerClass: 'example.com/lb' }, 'unknown', 'load-balancer-class'],
    [
      'of another controller, internal annotation or not',
      { loadBalancerClass: 'example.com/lb', annotations: { internal: 'true' } },
      'unknown',
      'load-balancer-class',
    ],
    ['internal="true"', { annotations: { internal: 'true' } }, 'private', 'internal'],
    ['internal="True"', { annotations: { internal: 'True' } }, 'open', 'internal-annotation-not-exact'],
    ['internal=" true"', { annotations: { internal: ' true' } }, 'open', 'internal-annotation-not-exact'],
    ['internal="\\"true\\""', { annotations: { internal: '"true"' } }, 'open', 'internal-annotation-not-exact'],
    ['internal="yes"', { annotations: { internal: 'yes' } }, 'open', 'internal-annotation-not-exact'],
    ['internal=""', { annotations: { internal: '' } }, 'open', 'internal-annotation-not-exact'],
    ['internal="false"', { annotations: { internal: 'false' } }, 'open', 'public-load-balancer'],
    ['internal="no"', { annotations: { internal: 'no' } }, 'open', 'public-load-balancer'],
    ['internal as a boolean', { annotations: { internal: refused('boolean') } }, 'unknown', 'annotation-refused'],
    ['an open internal annotation', { annotations: { internal: waiting('var.internal') } }, 'unknown', 'undetermined'],
    [
      'an internal annotation that is "false" either way',
      { annotations: { internal: waiting('var.internal', ['false', 'False']) } },
      'open',
      'public-load-balancer',
    ],
    ['open annotations', { otherAnnotations: waiting('var.annotations') }, 'unknown', 'undetermined'],
    [
      'open annotations beside the internal one',
      { annotations: { internal: 'true' }, otherAnnotations: waiting('var.annotations') },
      'private',
      'internal',
    ],
    [
      'open annotations beside internal="false"',
      { annotations: { internal: 'false' }, otherAnnotations: waiting('var.annotations') },
      'unknown',
      'undetermined',
    ],
    ['source ranges', { sourceRanges: ['203.0.113.0/24'] }, 'restricted', 'source-ranges'],
    ['open source ranges', { sourceRanges: waiting('var.ranges') }, 'unknown', 'undetermined'],
    [
      'ranges by annotation',
      { annotations: { allowedIpRanges: '203.0.113.7, 10.0.0.0/8' } },
      'restricted',
      'source-ranges',
    ],
    ['ranges by the common annotation', { annotations: { sourceRanges: '10.0.0.0/8' } }, 'restricted', 'source-ranges'],
    ['service tags', { annotations: { allowedServiceTags: 'AzureFrontDoor.Backend' } }, 'restricted', 'source-ranges'],
    ['service tag Internet', { annotations: { allowedServiceTags: 'Internet' } }, 'open', 'ranges-admit-everyone'],
    [
      'service tag AzureCloud among others',
      { annotations: { allowedServiceTags: 'AzureFrontDoor.Backend,AzureCloud' } },
      'open',
      'ranges-admit-everyone',
    ],
    ['0.0.0.0/0', { sourceRanges: ['0.0.0.0/0'] }, 'open', 'ranges-admit-everyone'],
    ['::/0', { annotations: { allowedIpRanges: '::/0' } }, 'open', 'ranges-admit-everyone'],
    [
      'halves of the address space in two places',
      { sourceRanges: ['0.0.0.0/1'], annotations: { allowedIpRanges: '128.0.0.0/1' } },
      'open',
      'ranges-admit-everyone',
    ],
    ['empty ranges', { annotations: { allowedIpRanges: ' ' } }, 'open', 'public-load-balancer'],
    [
      '0.0.0.0/0 beside an open address',
      { annotations: { allowedIpRanges: interpolated } },
      'open',
      'ranges-admit-everyone',
    ],
    ['an open address beside a range', { annotations: { allowedIpRanges: oneAddress } }, 'restricted', 'source-ranges'],
    [
      'internal="True" with ranges',
      { annotations: { internal: 'True' }, sourceRanges: ['10.0.0.0/8'] },
      'restricted',
      'source-ranges',
    ],
    ['rules by hand', { annotations: { disableSecurityRules: 'True' } }, 'unknown', 'rules-by-hand'],
    ['rules by hand, not trimmed', { annotations: { disableSecurityRules: ' true' } }, 'open', 'public-load-balancer'],
    [
      'rules perhaps by hand',
      { annotations: { disableSecurityRules: waiting('var.manual') } },
      'unknown',
      'undetermined',
    ],
    [
      'internal with rules by hand',
      { annotations: { internal: 'true', disableSecurityRules: 'true' } },
      'private',
      'internal',
    ],
    [
      'internal with additional public addresses',
      { annotations: { internal: 'true', additionalPublicIps: '203.0.113.9' } },
      'open',
      'additional-public-addresses',
    ],
    [
      'internal with no additional public addresses',
      { annotations: { internal: 'true', additionalPublicIps: ' ' } },
      'private',
      'internal',
    ],
    [
      'internal with a private link',
      { annotations: { internal: 'true', privateLinkService: 'True' } },
      'private',
      'internal',
    ],
    [
      'public with a private link',
      { annotations: { privateLinkService: 'true', disableFloatingIp: 'true' } },
      'open',
      'public-load-balancer',
    ],
  ])('%s', (_, shape, level, cause) => {
    const judgement = judgeService(service({ type: 'LoadBalancer', ...shape }));
    expect(judgement).toMatchObject({ level, cause });
    expect(judgement.evidence.length).toBeGreaterThan(0);
  });

  test.each([
    ['service.beta.kubernetes.io/aws-load-balancer-internal', 'true'],
    ['service.beta.kubernetes.io/aws-load-balancer-internal', '0.0.0.0/0'],
    ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internal'],
    ['networking.gke.io/load-balancer-type', 'Internal'],
    ['cloud.google.com/load-balancer-type', 'Internal'],
    ['service.beta.kubernetes.io/openstack-internal-load-balancer', 'true'],
    ['service.beta.kubernetes.io/azure-load-balancer-Internal', 'true'],
    ['service.kubernetes.io/azure-load-balancer-internal', 'true'],
  ])('%s=%j is not read', (key, value) => {
    expect(judgeService(balanced({ [key]: value }))).toMatchObject({
      level: 'open',
      cause: 'foreign-internal-annotation',
    });
  });

  test.each([
    ['service.beta.kubernetes.io/aws-load-balancer-internal', 'false'],
    ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internet-facing'],
    ['service.beta.kubernetes.io/azure-load-balancer-internal-subnet', 'snet-ingress'],
    ['example.com/internal-team', 'shop'],
  ])('%s=%j asks for nothing', (key, value) => {
    expect(judgeService(balanced({ [key]: value })).cause).toBe('public-load-balancer');
  });
});

describe('a Service of another type', () => {
  test.each<Row>([
    ['ClusterIP', { type: 'ClusterIP' }, 'isolated', 'cluster-only'],
    [
      'ClusterIP with the internal annotation',
      { type: 'ClusterIP', annotations: { internal: 'true' } },
      'isolated',
      'cluster-only',
    ],
    ['NodePort', { type: 'NodePort' }, 'private', 'node-port'],
    ['external IPs', { type: 'ClusterIP', externalIps: ['203.0.113.9'] }, 'private', 'external-ips'],
    ['open external IPs', { type: 'ClusterIP', externalIps: waiting('var.ips') }, 'unknown', 'undetermined'],
    [
      'no external IPs either way',
      { type: 'ClusterIP', externalIps: waiting('var.ips', [ranges([]).value]) },
      'isolated',
      'cluster-only',
    ],
    ['an open type', { type: waiting('var.type') }, 'unknown', 'undetermined'],
    [
      'no load balancer, perhaps a node port',
      { type: waiting('t', ['ClusterIP', 'NodePort']) },
      'unknown',
      'undetermined',
    ],
    ['a node port either way', { type: waiting('t', ['NodePort', 'NodePort']) }, 'private', 'node-port'],
    ['a type that Kubernetes does not know', { type: 'loadbalancer' }, 'unknown', 'undetermined'],
  ])('%s', (_, shape, level, cause) => {
    const judgement = judgeService(service(shape));
    expect(judgement).toMatchObject({ level, cause });
    expect(judgement.evidence.length).toBeGreaterThan(0);
  });
});
