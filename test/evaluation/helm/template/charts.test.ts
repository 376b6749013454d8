import { locate } from '../../../../src/syntax/source.js';
import { at, plain, render, steps } from './support.js';

describe('a chart', () => {
  test('an object has its place in the template, its values have the way from the values file', () => {
    const { documents } = render({
      values: 'service:\n  type: LoadBalancer\n  annotations:\n    internal: "true"\n',
      templates: {
        'service.yaml':
          'kind: Service\nmetadata:\n  name: {{ include "name" . }}\n  annotations:\n    {{- toYaml .Values.service.annotations | nindent 4 }}\nspec:\n  type: {{ .Values.service.type }}\n  a: b\n',
        '_helpers.tpl': '{{ define "name" }}{{ .Release.Name }}-x{{ end }}',
      },
    });
    expect(documents).toHaveLength(1);
    const [document] = documents;
    expect(document?.template.path).toBe('templates/service.yaml');
    expect(locate(document!.value.origin.span)).toMatchObject({ path: 'templates/service.yaml', startLine: 1 });
    expect(steps(at(document, 'spec', 'type'))).toEqual(['values.yaml:2', 'templates/service.yaml:7']);
    expect(steps(at(document, 'metadata', 'annotations', 'internal'))).toEqual([
      'values.yaml:4',
      'templates/service.yaml:5',
    ]);
    expect(steps(at(document, 'spec', 'a'))).toEqual(['templates/service.yaml:8']);
    expect(at(document, 'metadata', 'name')).toMatchObject({ value: 'rel-x' });
  });

  test('what is written through includes, indentation and quotes keeps its way', () => {
    const { documents } = render({
      values: 'ranges:\n  - 10.0.0.0/8\n  - 10.1.0.0/16\n',
      templates: {
        'a.yaml': 'spec:\n  {{- include "spec" . | nindent 2 }}\n',
        '_a.tpl':
          '{{- define "spec" -}}\nranges:\n{{ toYaml .Values.ranges | indent 2 }}\nfirst: {{ first .Values.ranges | quote }}\n{{- end -}}',
      },
    });
    expect(plain(at(documents[0], 'spec'))).toEqual({ ranges: ['10.0.0.0/8', '10.1.0.0/16'], first: '10.0.0.0/8' });
    expect(steps(at(documents[0], 'spec', 'ranges', 1))).toEqual([
      'values.yaml:3',
      'templates/_a.tpl:3',
      'templates/a.yaml:2',
    ]);
    expect(steps(at(documents[0], 'spec', 'first'))).toEqual([
      'values.yaml:2',
      'templates/_a.tpl:4',
      'templates/a.yaml:2',
    ]);
  });

  test('raw tells a boolean from a text', () => {
    const { documents } = render({
      values: 'enabled: true\n',
      templates: { 'a.yaml': 'a: {{ .Values.enabled }}\nb: {{ .Values.enabled | quote }}\n' },
    });
    expect(at(documents[0], 'a')).toMatchObject({ value: true, raw: 'true' });
    expect(at(documents[0], 'b')).toMatchObject({ value: 'true', raw: '"true"' });
  });

  test('a template that fails gives a problem, the others are rendered', () => {
    const { documents, problems } = render({
      templates: {
        'a.yaml': 'kind: A\n\nx: {{ fail "not like this" }}\n',
        'b.yaml': 'kind: B\n',
        'c.yaml': 'kind: C\nx: [\n',
      },
    });
    expect(documents.map(({ value }) => plain(value))).toEqual([{ kind: 'B' }]);
    expect(problems).toEqual([
      { path: 'templates/c.yaml', line: 3, message: expect.stringContaining("YAML can't be read") as unknown },
      { path: 'templates/a.yaml', line: 3, message: 'the template fails: not like this' },
    ]);
  });

  test('subcharts see their values and can define names for all', () => {
    const { documents } = render({
      values: 'global: { g: 1 }\ncache:\n  size: 3\n  global: { g: 1 }\n',
      templates: { 'a.yaml': 'a: {{ include "cache.name" .Subcharts.cache }}\n' },
      subcharts: {
        cache: {
          templates: {
            'b.yaml':
              'b: {{ .Values.size }}\ng: {{ .Values.global.g }}\nroot: {{ .Chart.IsRoot }}\nname: {{ .Template.BasePath }}\n',
            '_c.tpl': '{{ define "cache.name" }}{{ .Chart.Name }}-{{ .Values.size }}{{ end }}',
          },
        },
      },
    });
    expect(documents.map(({ value }) => plain(value))).toEqual([
      { b: 3, g: 1, root: false, name: 'web/charts/cache/templates' },
      { a: 'cache-3' },
    ]);
  });

  test('files of the chart can be read', () => {
    const { documents } = render({
      templates: {
        'a.yaml':
          'a: {{ .Files.Get "conf/a.txt" | trim }}\nb:\n  {{- (.Files.Glob "conf/*.txt").AsConfig | nindent 2 }}\nc: {{ .Files.Get "no" | quote }}\n',
      },
      files: { 'conf/a.txt': 'hello\n', 'conf/b.txt': 'x', 'other.md': 'y' },
    });
    expect(plain(documents[0]!.value)).toEqual({ a: 'hello', b: { 'a.txt': 'hello\n', 'b.txt': 'x' }, c: '' });
    expect(steps(at(documents[0], 'a'))).toEqual(['conf/a.txt:1', 'templates/a.yaml:1']);
  });

  test('tells which values decided conditions', () => {
    const { documents } = render({
      values: 'ingress:\n  enabled: true\n',
      templates: { 'a.yaml': '{{ if .Values.ingress.enabled }}\nkind: Ingress\n{{ end }}' },
    });
    expect(documents[0]?.influences?.map(({ span }) => locate(span))).toMatchObject([
      { path: 'values.yaml', startLine: 2 },
    ]);
  });

  test('the namespace of a release that is not named is undetermined', () => {
    const { documents } = render({
      templates: { 'a.yaml': 'metadata:\n  namespace: {{ .Release.Namespace }}\n  name: {{ .Release.Name }}\n' },
      namespace: undefined,
    });
    expect(plain(documents[0]!.value)).toEqual({ metadata: { namespace: '?.Release.Namespace', name: 'rel' } });
  });
});

describe('hostile templates', () => {
  test.each([
    ['endless recursion', '{{ define "x" }}{{ include "x" . }}{{ end }}a: {{ include "x" . }}'],
    ['many steps', '{{ range until 100000 }}{{ range until 100000 }}a{{ end }}{{ end }}'],
    ['a long text', 'a: {{ $x := "aaaaaaaaaa" }}{{ range until 100 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}'],
    ['a text repeated', 'a: {{ repeat 1000000000 "aaaaaaaaaaaaaaaaaaaa" }}'],
    ['a value in itself', '{{ $d := dict }}{{ $_ := set $d "d" $d }}a: {{ toYaml $d }}'],
    ['a value in itself, printed', '{{ $d := dict }}{{ $_ := set $d "a" $d }}{{ $_ := set $d "b" $d }}a: {{ $d }}'],
    ['a value in itself, copied', '{{ $d := dict }}{{ $_ := set $d "d" $d }}{{ $e := deepCopy $d }}a: {{ toJson $e }}'],
    ['deep blocks', `${'{{ if true }}'.repeat(3000)}${'{{ end }}'.repeat(3000)}`],
    ['deep parentheses', `{{ ${'('.repeat(3000)}1${')'.repeat(3000)} }}`],
    ['deep values', 'a: {{ $x := list }}{{ range until 5000 }}{{ $x = list $x }}{{ end }}{{ toYaml $x }}'],
    ['templates in templates', '{{ $t := "{{ tpl .t . }}" }}a: {{ tpl $t (dict "t" $t) }}'],
  ])('%s ends in a problem', (_, template) => {
    const { documents, problems } = render({ templates: { 'a.yaml': template, 'b.yaml': 'kind: B\n' } });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.path).toBe('templates/a.yaml');
    expect(documents.length).toBeLessThanOrEqual(1);
  });
});
