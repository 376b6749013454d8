import { digestOf } from '../../src/posture/digest.js';
import type { Resource } from '../../src/evaluation/resource.js';
import { SourceFile } from '../../src/syntax/source.js';
import { list, literal, scalar, through } from '../../src/syntax/value.js';
import type { Value } from '../../src/syntax/value.js';
import { parseYaml } from '../../src/syntax/yaml/parser.js';
import { declare, travelled } from '../support/resources.js';

function manifest(text: string, path = 'web.yaml', document = 0): Resource {
  const body = parseYaml(new SourceFile(path, text)).result[document];
  if (body?.kind !== 'map') throw new Error('a manifest is an object');
  return { ...declare({ type: 'v1/Service', body: {} }), body, span: body.origin.span, name: undefined };
}

const digest = (...resources: readonly Resource[]): string => digestOf(resources)();
const web = 'kind: Service\nspec:\n  type: LoadBalancer\n';

describe('the digest of a resource', () => {
  test('survives moved lines, renamed files and other line endings', () => {
    const same = digest(manifest(web));
    expect(digest(manifest(`kind: ConfigMap\n---\n\n# moved\n${web}`, 'web.yaml', 1))).toBe(same);
    expect(digest(manifest(web, 'k8s/renamed.yaml'))).toBe(same);
    expect(digest(manifest(web.replaceAll('\n', '\r\n')))).toBe(same);
  });

  test.each([
    ['a value', web.replace('LoadBalancer', 'NodePort')],
    ['a comment in it', web.replace('spec:', 'spec: # shop')],
    ['a further property', `${web}  externalIPs: []\n`],
  ])('differs with %s', (_, text) => {
    expect(digest(manifest(text))).not.toBe(digest(manifest(web)));
  });

  const withValue = (value: Value): Resource => {
    const resource = declare({ type: 't', body: { on: true } });
    const entry = { key: 'on', keySpan: resource.span, value };
    return { ...resource, body: { ...resource.body, entries: new Map([['on', entry]]) } };
  };

  test('differs with a literal that it is evaluated from, also when the value is the same', () => {
    const from = (text: string): string => digest(withValue(travelled(true, `on = ${text}`, 'terraform.tfvars')));
    expect(from('"internal"')).not.toBe(from('"partners"'));
    expect(from('"internal"')).toBe(from('"internal"'));
  });

  test('differs with the value of an open choice', () => {
    const open = (candidates: readonly boolean[]): string =>
      digest(declare({ type: 't', body: { on: { $open: 'param on', candidates } } }));
    expect(open([true, false])).toBe(open([true, false]));
    const { span } = declare({ type: 't', body: {} });
    const choice = (value: boolean): Value => ({
      kind: 'undetermined',
      expression: 'x',
      waitsFor: ['x'],
      candidates: [scalar(value, literal(span))],
      origin: literal(span),
    });
    expect(digest(withValue(choice(true)))).not.toBe(digest(withValue(choice(false))));
  });

  test('differs with its condition', () => {
    const when = (condition: string): string =>
      digest(declare({ type: 't', body: {}, condition: { $open: condition } }));
    expect(when('param a')).not.toBe(when('param b'));
  });

  test('takes the parts of a subject in order, each whole', () => {
    const [a, b] = [manifest('a: x\n'), manifest('b: y\n')];
    expect(digest(a, b)).not.toBe(digest(b, a));
    expect(digest(a, b)).not.toBe(digest(a));
  });

  test('is computed for a value that shares its parts exponentially often', () => {
    const { span } = declare({ type: 't', body: {} });
    let value: Value = scalar('x', literal(span));
    for (let depth = 0; depth < 100; depth++) value = list([value, through(value, span), value], literal(span));
    expect(digest(withValue(value))).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is computed for a value that is nested deeper than the stack', () => {
    const { span } = declare({ type: 't', body: {} });
    let value: Value = scalar('x', literal(span));
    for (let depth = 0; depth < 50_000; depth++) value = list([value], literal(span));
    expect(digest(withValue(value))).toMatch(/^[0-9a-f]{64}$/);
  });
});
