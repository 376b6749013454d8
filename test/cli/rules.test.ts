import { rules } from '../../src/rules/index.js';
import { closest } from '../../src/rules/closest.js';
import { run } from './run.js';

test('every rule is listed on a line with its severity and title', async () => {
  const { status, out } = await run(['rules']);
  expect(status).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(rules.length);
  for (const { id, title, severity } of rules) {
    expect(lines.find((line) => line.includes(` ${id} `))).toMatch(new RegExp(`^${severity} `));
    expect(out).toContain(title);
  }
});

test('a rule is explained: why it matters, what to do, its page, how to accept it', async () => {
  const { status, out } = await run(['rules', 'api/public-endpoint']);
  const rule = rules.find(({ id }) => id === 'api/public-endpoint')!;
  expect(status).toBe(0);
  expect(out).toContain(`${rule.title}\napi/public-endpoint · API · error\n`);
  expect(out.replace(/\s+/g, ' ')).toContain(rule.rationale);
  expect(out.replace(/\s+/g, ' ')).toContain(rule.remedy);
  expect(out).toContain('docs/rules/api/public-endpoint.md');
  expect(out).toContain('# aks-privacy: ignore api/public-endpoint until ');
  expect(out).toContain('Related\n');
});

test('both come as JSON', async () => {
  const list = JSON.parse((await run(['rules', '--format', 'json'])).out) as { id: string; docs: string }[];
  expect(list.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(list[0]!.docs).toBe(`docs/rules/${rules[0]!.id}.md`);
  const one = JSON.parse((await run(['rules', 'api/public-endpoint', '--format', 'json'])).out) as object;
  expect(Object.keys(one)).toEqual(['id', 'dimension', 'severity', 'title', 'rationale', 'remedy', 'docs', 'related']);
});

test('colours follow the terminal, NO_COLOR and FORCE_COLOR', async () => {
  const escape = '\u001b[';
  const out = async (env: Record<string, string>, isTerminal: boolean): Promise<string> =>
    (await run(['rules'], { env, isTerminal })).out;
  expect(await out({}, false)).not.toContain(escape);
  expect(await out({}, true)).toContain(escape);
  expect(await out({ NO_COLOR: '1' }, true)).not.toContain(escape);
  expect(await out({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).not.toContain(escape);
  expect(await out({ FORCE_COLOR: '1' }, false)).toContain(escape);
  expect(await out({ FORCE_COLOR: '0' }, true)).not.toContain(escape);
  expect(await out({ TERM: 'dumb' }, true)).not.toContain(escape);
});

test.each([
  ['api/public-endpont', 'api/public-endpoint'],
  ['public-endpoint', 'api/public-endpoint'],
  ['API/Run-Command', undefined],
  ['nothing-like-it', undefined],
])('%s may have been meant as %s', async (typed, meant) => {
  const { status, out, err } = await run(['rules', typed]);
  if (typed === 'API/Run-Command') expect(out).toContain('api/run-command');
  else {
    expect(status).toBe(2);
    expect(err).toContain(meant === undefined ? 'Run aks-privacy rules to list them' : `Did you mean ${meant}?`);
  }
});

test('nothing is like an endless word', () => {
  expect(closest('x'.repeat(100_000), ['api/x'])).toBeUndefined();
});
