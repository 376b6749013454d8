import { documents } from './support.js';

/** What a template of text only writes. */
function text(template: string, values = '{}'): unknown {
  const [document] = documents(`text: |\n  ${template.replaceAll('\n', '\n  ')}\n`, values);
  return document;
}

describe('the language', () => {
  test.each([
    ['a {{- " b " -}} c', {}, 'a b c'],
    ['a{{/* a comment }} */}}b{{- /* another */ -}} c', {}, 'abc'],
    ['{{ if eq .Values.a 1.0 }}one{{ else if .Values.b }}b{{ else }}none{{ end }}', { b: true }, 'b'],
    ['{{ with .Values.a }}{{ .b }}{{ else }}nothing{{ end }}', { a: { b: 'x' } }, 'x'],
    ['{{ with .Values.a }}{{ .b }}{{ else with .Values.c }}{{ . }}{{ end }}', { c: 'y' }, 'y'],
    ['{{ range $i, $e := .Values.l }}{{ $i }}={{ $e }};{{ end }}', { l: ['a', 'b'] }, '0=a;1=b;'],
    ['{{ range $k, $v := .Values.m }}{{ $k }}={{ $v }};{{ end }}', { m: { b: 2, a: 1 } }, 'a=1;b=2;'],
    ['{{ range .Values.l }}{{ . }}{{ else }}none{{ end }}', { l: [] }, 'none'],
    ['{{ range .Values.l }}{{ if eq . "b" }}{{ break }}{{ end }}{{ . }}{{ end }}', { l: ['a', 'b', 'c'] }, 'a'],
    ['{{ range .Values.l }}{{ if eq . "b" }}{{ continue }}{{ end }}{{ . }}{{ end }}', { l: ['a', 'b', 'c'] }, 'ac'],
    ['{{ range 3 }}{{ . }}{{ end }}', {}, '012'],
    ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $y := 3 }}{{ end }}{{ $x }}', {}, '2'],
    ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}', {}, '1'],
    ['{{ range .Values.l }}{{ $.Values.name }}{{ end }}', { l: [1], name: 'root' }, 'root'],
    ['{{ (dict "a" (dict "b" 1)).a.b }}', {}, '1'],
    ['{{ .Values.missing }}', {}, ''],
    ['{{ define "x" }}[{{ . }}]{{ end }}{{ template "x" 1 }}{{ include "x" 2 | quote }}', {}, '[1]"[2]"'],
    ['{{ block "y" "d" }}<{{ . }}>{{ end }}', {}, '<d>'],
    ['{{ "}}" }}{{ `}}` }}', {}, '}}}}'],
    ['{{ $m := dict "a" 1 }}{{ $_ := set $m "b" 2 }}{{ $m.b }}', {}, '2'],
    ['{{ tpl .Values.t . }}', { t: '{{ .Release.Name }}-{{ include "z" . }}{{ define "z" }}Z{{ end }}' }, 'rel-Z'],
    [
      '{{ .Chart.Name }} {{ .Chart.Version }} {{ .Chart.AppVersion }} {{ .Template.Name }} {{ .Release.Service }}',
      {},
      'web 1.2.3 4.5 web/templates/a.yaml Helm',
    ],
  ])('%s', (template, values, expected) => {
    expect((text(template, JSON.stringify(values)) as { text: string }).text.trim()).toBe(expected);
  });

  test.each([
    ['{{ if true }}', "templates/a.yaml:2: the template can't be read: {{if}} without {{end}}"],
    ['{{ end }}', "templates/a.yaml:2: the template can't be read: unexpected {{end}} or {{else}}"],
    ['{{ "x }}', "templates/a.yaml:2: the template can't be read: unterminated quoted string"],
    ['{{ ) }}', "templates/a.yaml:2: the template can't be read: missing value for command"],
  ])('%s is refused', (template, message) => {
    expect(text(template)).toBe(message);
  });
});

test('templates that replace the values of their chart, as those of Istio do', () => {
  const profile =
    '{{ $defaults := .Values.inner }}{{ $_ := unset .Values "inner" }}\n{{ $_ := set $ "Values" (mustMergeOverwrite $defaults (.Values.none) .Values) }}\n';
  const found = documents(
    'type: {{ .Values.service.type }}\nname: {{ .Values.name }}\n',
    'inner: {service: {type: LoadBalancer}, name: x}\nname: web\n',
    {
      templates: {
        'a.yaml': 'type: {{ .Values.service.type }}\nname: {{ .Values.name }}\n',
        'zz_profile.yaml': profile,
      },
    },
  );
  expect(found).toEqual([{ type: 'LoadBalancer', name: 'web' }]);
});
