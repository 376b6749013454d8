/** Every rule has a page, every page a rule, and they say the same. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rules } from '../../src/rules/index.js';
import { docsOf } from '../../src/rules/rule.js';
import { readRulePage } from '../support/rule-page.js';

const pages = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && path !== 'README.md')
  .map((path) => join('docs/rules', path).replaceAll('\\', '/'));

const dimensionNames = { api: 'API', ingress: 'Ingress', egress: 'Egress' };
const sections = ['What it finds', 'Example', 'How to mend it', 'When it does not apply', 'Sources'];

test('each rule has a page and each page a rule', () => {
  expect(pages.sort()).toEqual(rules.map(({ id }) => docsOf(id)).sort());
});

test('the list of rules names each with its title, severity and level', () => {
  const list = readFileSync('docs/rules/README.md', 'utf8');
  const rows = [...list.matchAll(/^\| \[(.+?)\]\((.+?)\) +\| (.+?) +\| (\w+) +\| (.*?) +\|$/gm)].map((row) =>
    row.slice(1),
  );
  const expected = rules.map(({ id, title, severity }) => {
    const level = readRulePage(docsOf(id)).table.get('Level') ?? '';
    return [id, `${id}.md`, title, severity, level === 'none' ? '' : level];
  });
  expect(rows).toEqual(expected);
});

test('ids are unique and name their dimension', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, dimension } of rules) expect(id).toMatch(new RegExp(`^${dimension}/[a-z]+(-[a-z]+)*$`));
});

test('each rule file bears the name of its rule', () => {
  for (const { id } of rules) expect(existsSync(`src/rules/${id}.ts`)).toBe(true);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const path = docsOf(id);
  const page = readRulePage(path);

  test('title and table agree with the rule', () => {
    expect(page.heading).toBe(id);
    expect(page.title).toBe(`${rule.title}.`);
    expect(page.table.get('Dimension')).toBe(dimensionNames[rule.dimension]);
    expect(page.table.get('Severity')).toBe(rule.severity);
    expect(page.table.get('Level')).toMatch(/^(`(open|restricted|private|unknown)`|none)$/);
  });

  test('has the sections, each with text, and sources to check it by', () => {
    expect(page.sections).toEqual(sections);
    for (const section of sections) expect(page.text(section)).not.toBe('');
    expect(page.blocks('Example').length).toBeGreaterThan(0);
    expect(page.blocks('How to mend it').length).toBeGreaterThan(0);
    expect(page.text('Sources')).toMatch(/^- \[.+\]\(.+\)$/m);
  });

  test('its links resolve', () => {
    for (const link of page.links.filter((target) => !/^https:\/\/[\w.-]+\.[a-z]+\//.test(target))) {
      const target = join(dirname(path), link.replace(/#.*/, ''));
      expect([link, existsSync(target)]).toEqual([link, true]);
      expect(relative('.', target).startsWith('..')).toBe(false);
    }
  });

  test('its sentences are whole and short', () => {
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.title.length).toBeLessThanOrEqual(90);
    for (const text of [rule.rationale, rule.remedy]) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
