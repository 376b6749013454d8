import { undetermined } from '../../../../src/syntax/value.js';
import type { Mapping, Value } from '../../../../src/syntax/value.js';
import { at, documents, plain, render } from './support.js';

/** Values of which one key waits for a parameter. */
const open =
  (key: string) =>
  (values: Value): Value => {
    const map = values as Mapping;
    const value = undetermined(`var.${key}`, [`var.${key}`], map.origin);
    const entry = { key, keySpan: map.origin.span, value };
    return { ...map, entries: new Map([...map.entries, [key, entry]]) };
  };
const service = (more: string): string => `kind: Service\nmetadata:\n  name: web\n${more}`;

describe('values that the text does not decide', () => {
  test('stay undetermined as a whole, in quotes and in a longer text', () => {
    const template = service('spec:\n  a: {{ .Values.x }}\n  b: {{ .Values.x | quote }}\n  c: "{{ .Values.x }}/32"\n');
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    expect(at(document, 'spec', 'a')).toMatchObject({ kind: 'undetermined', expression: 'var.x', waitsFor: ['var.x'] });
    expect(at(document, 'spec', 'b')).toMatchObject({ kind: 'undetermined', expression: 'var.x' });
    expect(at(document, 'spec', 'c')).toMatchObject({ kind: 'undetermined', parts: [null, '/32'] });
  });

  test('leave a mapping open, or undetermined when it is nothing else', () => {
    const template = service(
      '  annotations:\n    {{- toYaml .Values.x | nindent 4 }}\n  labels:\n    a: b\n    {{- toYaml .Values.x | nindent 4 }}\n',
    );
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    expect(plain(at(document, 'metadata'))).toMatchObject({
      annotations: '?var.x',
      labels: { a: 'b', '...': '?var.x' },
    });
  });

  test('leave a list open', () => {
    const template = service('spec:\n  ports:\n    - port: 80\n    {{- toYaml .Values.x | nindent 4 }}\n');
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    expect(plain(at(document, 'spec', 'ports'))).toEqual([{ port: 80 }, '...var.x']);
  });

  test('make the condition of a document', () => {
    const template = `{{ if .Values.x }}\n${service('')}{{ end }}`;
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    expect(document?.condition).toMatchObject({ kind: 'undetermined', expression: 'var.x' });
    expect(plain(document!.value)).toEqual({ kind: 'Service', metadata: { name: 'web' } });
  });

  test('make a key undetermined that a condition sets', () => {
    const template = service('spec:\n  {{- if .Values.x }}\n  type: LoadBalancer\n  {{- end }}\n  a: b\n');
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    const type = at(document, 'spec', 'type');
    expect(document?.condition).toBeUndefined();
    expect(at(document, 'spec', 'a')).toMatchObject({ value: 'b' });
    expect(type).toMatchObject({ kind: 'undetermined', expression: 'var.x' });
    expect(type.kind === 'undetermined' && type.candidates?.map(plain)).toEqual(['LoadBalancer', null]);
  });

  test('keep both sides of a condition as candidates', () => {
    const template = service('spec:\n  type: {{ if .Values.x }}LoadBalancer{{ else }}ClusterIP{{ end }}\n');
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    const type = at(document, 'spec', 'type');
    expect(type.kind === 'undetermined' && type.candidates?.map(plain)).toEqual(['LoadBalancer', 'ClusterIP']);
  });

  test('decide what they can: what is the same either way, and what a default makes certain', () => {
    const template = service(
      'spec:\n  {{- if and false .Values.x }}\n  a: 1\n  {{- end }}\n  {{- if default "y" .Values.x }}\n  b: 1\n  {{- end }}\n  c: {{ if .Values.x }}1{{ else }}1{{ end }}\n',
    );
    expect(documents(template, '{}', { given: open('x') })).toEqual([
      { kind: 'Service', metadata: { name: 'web' }, spec: { b: 1, c: 1 } },
    ]);
  });

  test('two conditions on the same value agree', () => {
    const template = service(
      'spec:\n  {{- if .Values.x }}\n  a: [\n  {{- end }}\n  {{- if .Values.x }}1]\n  {{- end }}\n  b: 1\n',
    );
    const { documents: found, problems } = render({ templates: { 'a.yaml': template }, given: open('x') });
    expect(problems).toEqual([]);
    expect(at(found[0], 'spec', 'b')).toMatchObject({ value: 1 });
  });

  test('an entry that two conditions set together is not certain', () => {
    const template = service(
      '{{- $set := false }}{{ if .Values.x }}{{ $set = true }}{{ end }}{{ if .Values.y }}{{ $set = true }}{{ end }}\nspec:\n  a: 1\n{{- if $set }}\n  b: 1\n{{- end }}\n',
    );
    const given = (values: Value): Value => open('y')(open('x')(values));
    const [document] = render({ templates: { 'a.yaml': template }, given }).documents;
    expect(at(document, 'spec', 'b').kind).toBe('undetermined');
  });

  test('a choice that makes the template fail is not what is deployed', () => {
    const template = service('spec:\n  {{- if .Values.x }}{{ fail "no" }}{{ end }}\n  a: 1\n');
    const { documents: found, problems } = render({ templates: { 'a.yaml': template }, given: open('x') });
    expect(problems).toEqual([]);
    expect(plain(at(found[0], 'spec'))).toEqual({ a: 1 });
  });

  test('many conditions stay bounded and none is guessed', () => {
    const names = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const template = service(
      `spec:\n  z: 1\n${names.map((name) => `{{- if .Values.x.${name} }}\n  ${name}: 1\n{{- end }}\n`).join('')}`,
    );
    const [document] = render({ templates: { 'a.yaml': template }, given: open('x') }).documents;
    for (const name of names) expect(at(document, 'spec', name).kind).toBe('undetermined');
    expect(at(document, 'spec', 'z')).toMatchObject({ value: 1 });
  });

  test('an unknown function, a missing definition and random values are undetermined', () => {
    const template = service(
      'spec:\n  a: {{ frobnicate 1 }}\n  b: {{ include "lib.name" . }}\n  c: {{ randAlphaNum 5 | b64enc | quote }}\n  d: {{ now }}\n',
    );
    const [document] = documents(template) as [{ spec: Record<string, string> }];
    expect(document.spec).toEqual({
      a: '?frobnicate 1',
      b: '?include "lib.name" .',
      c: '?randAlphaNum 5 | b64enc',
      d: '?now',
    });
  });

  test('what the cluster serves is known where every version agrees', () => {
    const template = service(
      [
        'spec:',
        '  a: {{ .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}',
        '  b: {{ .Capabilities.APIVersions.Has "extensions/v1beta1" }}',
        '  c: {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}',
        '  d: {{ semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version }}',
        '  e: {{ semverCompare ">=1.31-0" .Capabilities.KubeVersion.Version }}',
        '',
      ].join('\n'),
    );
    const [document] = documents(template) as [{ spec: unknown }];
    expect(document.spec).toEqual({
      a: true,
      b: false,
      c: '?.Capabilities.APIVersions.Has "monitoring.coreos.com/v1"',
      d: true,
      e: '?semverCompare ">=1.31-0" .Capabilities.KubeVersion.Version',
    });
  });

  test('a range over an undetermined list leaves the list open', () => {
    const template = service('spec:\n  list:\n    - a\n    {{- range .Values.x }}\n    - {{ . }}\n    {{- end }}\n');
    const [document] = documents(template, '{}', { given: open('x') }) as [{ spec: { list: unknown[] } }];
    expect(document.spec.list).toEqual(['a', '...var.x']);
  });
});
