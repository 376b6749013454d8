import { readFileSync } from 'node:fs';
import type { Configuration } from '../../src/configuration/configuration.js';
import { defaultConfiguration } from '../../src/configuration/configuration.js';
import { configurationSchema } from '../../src/configuration/schema.js';
import { readConfiguration } from '../../src/configuration/read.js';
import { SourceFile } from '../../src/syntax/source.js';

const rules = new Set(['api/run-command', 'ingress/source-ranges']);
const read = (text: string): ReturnType<typeof readConfiguration> =>
  readConfiguration(new SourceFile('.github/aks-privacy.yml', text), rules);

test('what is not said stays as it is', () => {
  expect(read('')).toEqual(defaultConfiguration);
  expect(read('# nothing yet\n')).toEqual(defaultConfiguration);
  expect(read('required:\n  api: isolated\n')).toEqual({
    ...defaultConfiguration,
    required: { api: 'isolated', ingress: 'private', egress: 'private' },
  });
});

test('all of it', () => {
  const configuration = read(`required: { ingress: restricted }
paths:
  include: ['infra/**']
  exclude: ['infra/sandbox/**']
rules:
  api/run-command: notice
  ingress/source-ranges:
    disabled: our front doors are allow-listed on purpose
unknown: regression
`) as Configuration;
  expect(configuration.paths).toEqual({ include: ['infra/**'], exclude: ['infra/sandbox/**'] });
  expect([...configuration.rules]).toEqual([
    ['api/run-command', { kind: 'severity', severity: 'notice' }],
    ['ingress/source-ranges', { kind: 'disabled', reason: 'our front doors are allow-listed on purpose' }],
  ]);
  expect(configuration.unknownBlocks).toBe(true);
});

test.each([
  ['a level that does not exist', 'required:\n  api: secret\n', 2, /required.api must be one of open, restricted/],
  ['a setting that does not exist', 'a: 1\nrequird:\n  api: private\n', 1, /^a is no setting/],
  ['a rule that does not exist', 'rules:\n\n  api/nothing: error\n', 3, /api\/nothing is no rule/],
  ['a rule that is disabled without a reason', 'rules:\n  api/run-command:\n    disabled:\n', 3, /rules/],
  ['text where a map belongs', 'required: private\n', 1, /required must be a map/],
  ['a setting that is nearly one', '\nrequierd: {}\n', 2, /requierd is no setting; did you mean required\?/],
  ['a rule that is nearly one', 'rules:\n  api/run-comand: error\n', 2, /did you mean api\/run-command\?/],
  ['a key that is given twice', 'unknown: warning\nunknown: regression\n', 1, /unknown is given twice/],
  ['what is no rule id', 'rules:\n  Everything: error\n', 2, /rules.Everything is no rule id/],
  ['an empty glob', 'subjects:\n  "": { api: open }\n', 2, /is no glob/],
  ['an empty path', 'paths:\n  include: [""]\n', 2, /must not be empty/],
  ['a boolean for a text', 'gateways:\n  - name: true\n    reach: public\n    hostname: a\n', 2, /put it in quotes/],
  [
    'a gateway told by two marks',
    'gateways:\n  - { name: a, reach: public, hostname: a, resource: b }\n',
    2,
    /needs one of/,
  ],
  [
    'an entry point without an end',
    'public-entry-points:\n  - { subject: a, owner: b, reason: c }\n',
    2,
    /needs until/,
  ],
  [
    'a day that does not exist',
    'suppressions:\n  - { rule: api/run-command, subject: a, reason: b, until: 2027-02-30 }\n',
    2,
    /no day/,
  ],
  ['a score out of range', 'minimum-scores:\n  api: 101\n', 2, /must be <= 100/],
  ['broken YAML', 'required: [\n', 1, /./],
])('%s is told with its line', (_, text, line, message) => {
  const problems = read(text);
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: '.github/aks-privacy.yml', message: expect.stringMatching(message) as string }),
    ]),
  );
  if (Array.isArray(problems)) expect(problems[0]).toHaveProperty('line', expect.any(Number));
  expect((problems as { line: number }[])[0]?.line).toBeGreaterThanOrEqual(line === 1 ? 1 : 2);
});

test('editors get the schema that is checked', () => {
  const published = readFileSync(new URL('../../docs/configuration.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(configurationSchema);
});
