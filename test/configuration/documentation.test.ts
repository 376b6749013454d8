/** Schema, reader and page say the same: every setting is in all three. */
import { readFileSync } from 'node:fs';
import type { Configuration } from '../../src/configuration/configuration.js';
import { defaultConfiguration } from '../../src/configuration/configuration.js';
import { readConfiguration } from '../../src/configuration/read.js';
import { configurationSchema } from '../../src/configuration/schema.js';
import { rules } from '../../src/rules/index.js';
import { SourceFile } from '../../src/syntax/source.js';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const table = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .join('\n');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

function keys({ properties = {}, additionalProperties, items, oneOf = [] }: Schema): readonly string[] {
  const inner = [additionalProperties, items, ...oneOf].filter((one) => typeof one === 'object');
  return [...Object.entries(properties).flatMap(([key, value]) => [key, ...keys(value)]), ...inner.flatMap(keys)];
}

const settings = [...new Set(keys(configurationSchema as Schema))];

test('the schema has settings', () => {
  expect(settings).toEqual(expect.arrayContaining(['required', 'api', 'disabled', 'next-hop', 'until']));
});

test.each(settings)('%s is in the table and in the example', (key) => {
  expect(table).toMatch(new RegExp(`[\`.]${key}[\`.:\\[<]`));
  expect(example).toMatch(new RegExp(`(^|[\\s{])${key}:`, 'm'));
});

test('the example is valid, and every part of it has an effect', () => {
  const read = readConfiguration(new SourceFile('c.yml', example), new Set(rules.map(({ id }) => id)));
  const { environments, subjects, paths, minimumScores, known, acceptances, ...rest } = read as Configuration;
  expect(environments.map(({ name }) => name)).toEqual(['production', 'sandbox']);
  expect(subjects).toHaveLength(1);
  expect(paths.include).toHaveLength(3);
  expect(minimumScores).toEqual({ api: 80, ingress: 40, egress: 80 });
  expect(known.gateways.map(({ by }) => by)).toEqual(['ingress-class', 'gateway-class', 'hostname', 'resource']);
  expect(known.appliances.map(({ by }) => by)).toEqual(['next-hop', 'route-table', 'subnet']);
  expect(acceptances.map(({ kind, owner }) => `${kind} ${owner}`)).toEqual([
    'public-entry-point team-shop',
    'suppression team-platform',
  ]);
  expect([...rest.rules.keys()]).toEqual(['api/run-command', 'ingress/source-ranges']);
});

test('the page names the defaults', () => {
  for (const glob of defaultConfiguration.paths.exclude) expect(table).toContain(`\`${glob}\``);
});

test('editors are told of the schema by the first line', () => {
  expect(example).toMatch(/^# yaml-language-server: \$schema=https:\S+\/docs\/configuration\.schema\.json\n/);
});
