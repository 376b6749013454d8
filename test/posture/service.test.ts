import { kubernetesEvaluator } from '../../src/evaluation/kubernetes/evaluator.js';
import type { Format } from '../../src/evaluation/resource.js';
import { azure } from '../../src/posture/annotations.js';
import type { ServiceEntryPoint } from '../../src/posture/entry-point.js';
import { subjects } from '../../src/posture/mappers.js';
import { judge } from '../../src/scoring/judge.js';
import type { Plain } from '../../src/syntax/edit.js';
import { locate } from '../../src/syntax/source.js';
import { edited, onlyService, subjectsIn } from '../support/evaluated.js';
import { declare } from '../support/resources.js';

const path = 'k8s/web.yaml';
const header = 'apiVersion: v1\nkind: Service\n';

function read(text: string): ServiceEntryPoint {
  return onlyService({ [path]: header + text }, kubernetesEvaluator);
}

/** A Service of another carrier than a plain manifest. */
function declared(body: Plain, format: Format = 'terraform'): ServiceEntryPoint {
  const resource = declare({ type: 'v1/Service', format, body });
  const [subject] = subjects([resource]);
  if (subject?.kind !== 'entry-point' || subject.via !== 'service') throw new Error('a Service is an entry point');
  return subject;
}

const annotated = (line: string): ServiceEntryPoint =>
  read(`metadata:\n  name: web\n  annotations:\n    ${line}\nspec:\n  type: LoadBalancer\n`);

test('takes Services of the core API only', () => {
  const typesOf = (type: string): string[] => subjects([declare({ type, body: {} })]).map(({ kind }) => kind);
  expect(typesOf('v1/Service')).toEqual(['entry-point']);
  expect(typesOf('example.com/v1/Service')).toEqual([]);
});

test('a Service that says nothing is inside the cluster', () => {
  expect(read('metadata:\n  name: web\n').service).toMatchObject({
    type: { value: 'ClusterIP', byDefault: true },
    loadBalancerClass: { value: '' },
    sourceRanges: { value: [] },
    externalIps: { value: [] },
    loadBalancerIp: { value: '' },
  });
});

test('every field of it is read', () => {
  const text = `metadata:
  name: web
  namespace: shop
spec:
  type: LoadBalancer
  loadBalancerClass: example.com/lb
  loadBalancerIP: 10.1.0.4
  loadBalancerSourceRanges: [10.0.0.0/8]
  externalIPs:
    - 203.0.113.9
`;
  const { name, id, service: facts } = read(text);
  expect({ name, id }).toEqual({ name: 'shop/web', id: 'k8s/web.yaml#Service/shop/web' });
  expect(facts).toMatchObject({
    type: { value: 'LoadBalancer', byDefault: false, name: 'spec.type' },
    loadBalancerClass: { value: 'example.com/lb' },
    loadBalancerIp: { value: '10.1.0.4' },
    sourceRanges: { value: [{ value: '10.0.0.0/8' }] },
    externalIps: { value: [{ value: '203.0.113.9' }] },
  });
  expect(locate(facts.type.origin.span).startLine).toBe(7);
});

test('a Service without a namespace is called by its name', () => {
  expect(read('metadata:\n  name: web\n').name).toBe('web');
});

test('a name for something outside is no way in', () => {
  expect(
    subjectsIn(
      { [path]: `${header}metadata:\n  name: db\nspec:\n  type: ExternalName\n  externalName: db.example.com\n` },
      kubernetesEvaluator,
    ),
  ).toEqual([]);
});

describe('an annotation', () => {
  test.each([
    ['"true"', 'true', undefined],
    ["'true'", 'true', undefined],
    ['"True"', 'True', undefined],
    ['" true"', ' true', undefined],
    [`'"true"'`, '"true"', undefined],
    ['true', 'true', 'boolean'],
    ['True', 'true', 'boolean'],
    ['yes', 'true', 'boolean'],
    ['false', 'false', 'boolean'],
    ['1', '1', 'number'],
    ['~', '', undefined],
    ['', '', undefined],
  ])('written %s is the text %j, refused as %s', (written, value, refused) => {
    const annotation = annotated(`${azure.internal}: ${written}`).service.annotations.get(azure.internal);
    expect(annotation?.value).toMatchObject({ known: true, value });
    expect(annotation?.refused).toBe(refused);
  });

  test('that is a list is refused', () => {
    expect(annotated(`${azure.internal}: [a]`).service.annotations.get(azure.internal)?.refused).toBe('list');
  });

  test('is turned into a text by Kustomize', () => {
    const metadata = { name: 'web', annotations: { [azure.internal]: true } };
    const annotation = declared({ metadata }, 'kustomize').service.annotations.get(azure.internal);
    expect(annotation).toMatchObject({ value: { value: 'true' } });
    expect(annotation?.refused).toBeUndefined();
  });

  test('that comes twice has its last value', () => {
    const text = `metadata:
  name: web
  annotations:
    ${azure.internal}: "true"
  annotations:
    team: shop
`;
    expect([...read(text).service.annotations.keys()]).toEqual(['team']);
  });

  test.each([
    ['beside others', 'metadata:\n  name: web\n  annotations:\n    team: shop\n'],
    ['where there are none', 'metadata:\n  name: web\n'],
    ['in place of another value', `metadata:\n  name: web\n  annotations:\n    ${azure.internal}: "True"\n`],
  ])('is set on the object, %s', (_, metadata) => {
    const text = `${header}${metadata}spec:\n  type: LoadBalancer\n`;
    const edit = onlyService({ [path]: text }, kubernetesEvaluator).service.setAnnotation(azure.internal, 'true');
    const fixed = onlyService(edited({ [path]: text }, edit), kubernetesEvaluator);
    expect(judge(fixed).ingress).toMatchObject({ level: 'private', cause: 'internal' });
  });
});

describe('annotations that the text leaves open', () => {
  const withAnnotations = (annotations: Plain): ServiceEntryPoint =>
    declared({ metadata: { name: 'web', annotations } });

  test('are open as a whole', () => {
    const { annotations, otherAnnotations } = withAnnotations({ $open: 'var.annotations' }).service;
    expect(annotations.size).toBe(0);
    expect(otherAnnotations).toMatchObject({ known: false, dependsOn: ['var.annotations'] });
  });

  test('or beside those that are known', () => {
    const { annotations, otherAnnotations } = withAnnotations({ team: 'shop', $rest: 'var.more' }).service;
    expect([...annotations.keys()]).toEqual(['team']);
    expect(otherAnnotations).toMatchObject({ known: false, dependsOn: ['var.more'] });
  });
});
