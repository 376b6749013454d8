import { azure } from '../../../src/posture/annotations.js';
import { foreignInternalAnnotation } from '../../../src/rules/ingress/foreign-internal-annotation.js';
import { balanced, check, fixOf, waiting } from '../../support/subjects.js';

test.each([
  ['service.beta.kubernetes.io/aws-load-balancer-internal', 'which belongs to AWS'],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', 'which belongs to OpenStack'],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', 'which belongs to Oracle Cloud'],
  ['service.beta.kubernetes.io/cce-load-balancer-internal-vpc', 'which belongs to Baidu'],
  ['service.beta.kubernetes.io/azure-internal-load-balancer', `which is misspelled: the key is ${azure.internal}`],
  ['service.beta.kubernetes.io/azure-load-balancer-Internal', 'whose key must be all lower case'],
  ['example.com/load-balancer-internal', 'which is not its own'],
])('bad: %s', (key, whose) => {
  const [found] = check(foreignInternalAnnotation, balanced({ [key]: 'true' }));
  expect(found?.message).toBe(
    `Service shop/web gets a public IP that is reachable from the whole Internet: Azure does not read ${key}, ${whose}.`,
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe(`${azure.internal} = "true"`);
});

test.each([
  ['networking.gke.io/load-balancer-type', 'Internal', 'which belongs to Google Cloud'],
  ['cloud.google.com/load-balancer-type', 'Internal', 'which belongs to Google Cloud'],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internal', 'which belongs to AWS'],
  ['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', 'intranet', 'which belongs to Alibaba Cloud'],
])('bad: %s, which asks by its value', (key, value, whose) => {
  expect(check(foreignInternalAnnotation, balanced({ [key]: value }))[0]?.message).toContain(`${key}, ${whose}.`);
});

test('good: beside the annotation of Azure, or switched off', () => {
  const aws = { 'service.beta.kubernetes.io/aws-load-balancer-internal': 'true' };
  expect(check(foreignInternalAnnotation, balanced({ ...aws, internal: 'true' }))).toEqual([]);
  const off = { 'service.beta.kubernetes.io/aws-load-balancer-internal': 'false' };
  expect(check(foreignInternalAnnotation, balanced(off))).toEqual([]);
});

test('undetermined: its value waits for a variable', () => {
  const open = { 'service.beta.kubernetes.io/aws-load-balancer-internal': waiting<string>('var.internal') };
  expect(check(foreignInternalAnnotation, balanced(open))).toEqual([]);
});
