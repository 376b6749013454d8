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
