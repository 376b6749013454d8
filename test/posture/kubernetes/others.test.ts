import { annotated, documents, internal, judged, object, service, workload } from './support.js';

const on = annotated(`${internal}: "true"`);

describe('pods on the addresses of their nodes', () => {
  test.each([
    [
      'the network of the host',
      workload('agent', 'agent', [], '      hostNetwork: true\n'),
      ['Deployment shop/agent: private host-network'],
    ],
    ['its own network', workload('agent', 'agent', [], '      hostNetwork: false\n'), []],
    [
      'a port of the host',
      object('v1 Pod', 'agent', 'spec:\n  containers:\n    - ports: [{ hostPort: 80 }]\n'),
      ['Pod shop/agent: private host-network'],
    ],
    [
      'ports of the container',
      object('v1 Pod', 'agent', 'spec:\n  containers:\n    - ports: [{ containerPort: 80 }]\n'),
      [],
    ],
    [
      'a job that comes again',
      object(
        'batch/v1 CronJob',
        'scan',
        'spec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          hostNetwork: true\n',
      ),
      ['CronJob shop/scan: private host-network'],
    ],
  ])('%s', (_, text, expected) => {
    expect(judged({ 'a.yaml': text })).toEqual(expected);
  });
});

describe('Knative', () => {
  const knative = (metadata = ''): string => object('serving.knative.dev/v1 Service', 'web', 'spec: {}\n', metadata);
  const local = '  labels:\n    networking.knative.dev/visibility: cluster-local\n';
  test.each([
    ['kept in the cluster by its label', { 'k.yaml': knative(local) }, 'isolated cluster-only'],
    ['published by what is not in the repository', { 'k.yaml': knative() }, 'unknown undetermined'],
    [
      'published by Kourier',
      { 'k.yaml': knative(), 'kourier.yaml': service('kourier', 'kourier', on) },
      'private internal-controller',
    ],
  ])('%s', (_, texts, expected) => {
    expect(judged(texts)).toContain(`Service shop/web: ${expected}`);
  });
});

test('Application Gateway for Containers is public', () => {
  const balancer = object(
    'alb.networking.azure.io/v1 ApplicationLoadBalancer',
    'alb',
    'spec:\n  associations: [/subscriptions/x]\n',
  );
  expect(judged({ 'a.yaml': balancer })).toEqual([
    'ApplicationLoadBalancer shop/alb: open application-gateway-for-containers',
  ]);
});

describe('the internal annotation where nothing reads it', () => {
  test.each([
    [
      'a workload',
      workload('web', 'web').replace('metadata:\n  name', `metadata:\n${on}  name`),
      ['Deployment shop/web: none'],
    ],
    [
      'the pods of a workload',
      workload('web', 'web').replace('      labels:', `${on.replace(/^/gm, '    ').trimEnd()}\n      labels:`),
      ['Deployment shop/web: none'],
    ],
    ['another kind', object('awx.ansible.com/v1beta1 AWX', 'awx', 'spec: {}\n', on), ['AWX shop/awx: none']],
    [
      'another kind, asking for nothing',
      object('awx.ansible.com/v1beta1 AWX', 'awx', 'spec: {}\n', on.replace('true', 'false')),
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(judged({ 'a.yaml': text })).toEqual(expected);
  });

  test.each(['annotations', 'spec'])('outside the metadata of a Service (%s)', (place) => {
    const line = `${internal}: "true"`;
    const text =
      place === 'spec'
        ? service('web', 'web').replace('spec:\n', `spec:\n  annotations:\n    ${line}\n`)
        : documents(`${service('web', 'web')}annotations:\n  ${line}\n`);
    expect(judged({ 'a.yaml': text })).toEqual(['Service shop/web: open annotations-outside-metadata']);
  });
});
