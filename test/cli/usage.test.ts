import { inFolder, run } from './run.js';

test.each([
  [
    ['review', '--format', 'xml'],
    "option '--format <FORMAT>' argument 'xml' is invalid. Allowed choices are text, json, sarif, markdown, html",
  ],
  [
    ['review', '--fail-on', 'maybe'],
    "option '--fail-on <WHAT>' argument 'maybe' is invalid. Allowed choices are regression, warning, error, never",
  ],
  [['review', '--bsae', 'main'], "unknown option '--bsae' (Did you mean --base?)"],
  [['review', '--base'], "option '--base <REV|DIR>' argument missing"],
  [['review', 'a', 'b'], "too many arguments for 'review'. Expected 1 argument but got 2"],
  [['revue'], "unknown command 'revue' (Did you mean review?)"],
])('%j is wrong use, said in one line with a hint', async (args, message) => {
  expect(await run(args)).toEqual({ status: 2, out: '', err: `aks-privacy: ${message}. See aks-privacy --help\n` });
});

test('help is an answer when it is asked for, and wrong use when a command is missing', async () => {
  const asked = await run(['--help']);
  expect(asked).toMatchObject({ status: 0, err: '' });
  expect(asked.out).toContain('Usage: aks-privacy [options] [command]');
  expect(await run([])).toEqual({ status: 2, out: '', err: asked.out });
  const review = await run(['review', '--help']);
  for (const option of [
    '--base',
    '--head',
    '--config',
    '--format',
    '--output',
    '--fail-on',
    '--only',
    '--no-render',
    '--all',
  ]) {
    expect(review.out).toContain(option);
  }
});

test('the version is told', async () => {
  const { status, out } = await run(['--version']);
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('commands that do not exist yet are not pretended', async () => {
  expect((await run(['guardrails', '--output', 'x'])).status).toBe(2);
});

test('what a person typed does no harm in the message', async () => {
  const { err } = await run(['rules', '\u001b[31m\n::error::x']);
  expect(err).toBe('aks-privacy: there is no rule \\u{1b}[31m\\n::error::x. Run aks-privacy rules to list them\n');
});

test('a folder that is not there, and a file in its place', async () => {
  await inFolder(async (folder) => {
    expect(await run(['review', 'nowhere'], { folder })).toEqual({
      status: 2,
      out: '',
      err: 'aks-privacy: there is no folder nowhere. Give the folder to review, or nothing for this one\n',
    });
    expect(await run(['review', '--base', 'main'], { folder })).toMatchObject({
      status: 2,
      err: 'aks-privacy: there is no folder main. Without a git repository --base is a folder to compare with\n',
    });
    expect(await run(['review', '--head', 'main'], { folder })).toMatchObject({ status: 2 });
  });
});
