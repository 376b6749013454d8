import { UserError } from '../../src/github/errors.js';
import type { Inputs } from '../../src/github/inputs.js';
import { readInputs } from '../../src/github/inputs.js';

function read(values: Readonly<Record<string, string>>): Inputs {
  return readInputs((name) => ({ 'github-token': 't', ...values })[name]);
}

test('the defaults', () => {
  expect(read({})).toEqual({
    token: 't',
    config: '.github/aks-privacy.yml',
    failOn: 'regression',
    minimumScores: {},
    comment: 'inline',
    checkName: 'AKS privacy',
    statusContext: '',
    timeoutMinutes: 10,
    sarifFile: '',
    reportFile: '',
    paths: [],
    base: '',
    head: '',
    render: undefined,
  });
});

test('an empty check name means no check run; other empty inputs mean their default', () => {
  expect(read({ 'check-name': '', 'fail-on': '', comment: '', config: '' })).toMatchObject({
    checkName: '',
    failOn: 'regression',
    comment: 'inline',
    config: '.github/aks-privacy.yml',
  });
});

test.each(['0', '-1', 'ten', '361', '1h'])('a time limit of %s is refused', (value) => {
  expect(() => read({ 'timeout-minutes': value })).toThrow(/timeout-minutes is .* up to 360/);
});

test('a time limit may be a part of a minute', () => {
  expect(read({ 'timeout-minutes': '0.5' }).timeoutMinutes).toBe(0.5);
});

test.each([
  ['a line each', 'infra/**\n\n  k8s/*.yaml  \r\n', ['infra/**', 'k8s/*.yaml']],
  ['with commas', 'infra/**, k8s/**', ['infra/**', 'k8s/**']],
  ['with braces', '**/*.{tf,tfvars}, k8s/**', ['**/*.{tf,tfvars}', 'k8s/**']],
])('paths %s', (_name, text, expected) => {
  expect(read({ paths: text }).paths).toEqual(expected);
});

test('scores', () => {
  expect(read({ 'minimum-api-score': '80', 'minimum-egress-score': '0' }).minimumScores).toEqual({
    api: 80,
    egress: 0,
  });
});

test.each([
  ['fail-on', 'always', 'must be regression, warning, error or never'],
  ['comment', 'yes', 'must be inline, summary or off'],
  ['render', 'on', 'must be auto or off'],
  ['minimum-api-score', '101', 'must be a number from 0 to 100'],
  ['minimum-ingress-score', '8e1', 'must be a number from 0 to 100'],
  ['minimum-egress-score', '-1', 'must be a number from 0 to 100'],
  ['config', '../elsewhere.yml', 'must be a path in the repository'],
  ['config', '/etc/passwd', 'must be a path in the repository'],
  ['base', '--upload-pack=x', 'must be a branch, tag or commit'],
  ['head', 'main...topic', 'must be a branch, tag or commit'],
  ['github-token', '', 'leave it out'],
])('%s: %s is wrong', (name, value, message) => {
  expect(() => read({ [name]: value })).toThrow(UserError);
  expect(() => read({ [name]: value })).toThrow(message);
});

test.each(['fail-on', 'comment', 'minimum-api-score'])('all that is wrong is told at once, with %s', (name) => {
  const wrong = { 'fail-on': 'always', comment: 'loud', 'minimum-api-score': 'high' };
  expect(() => read(wrong)).toThrow(new RegExp(`^Wrong inputs: .*${name} is `));
});

test('a long value is cut in the message', () => {
  expect(() => read({ comment: 'x'.repeat(5000) })).toThrow(/x{50,}…/);
});
