import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { execute } from '../../../src/tree/render/execute.js';
import { findCommand } from '../../../src/tree/render/find.js';
import { localTools, shared } from '../../../src/tree/render/renderer.js';
import type { Rendering, RenderRequest } from '../../../src/tree/render/request.js';
import { told } from '../../../src/tree/render/told.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An executable script on a PATH of its own. */
function script(name: string, text: string, below = 'bin'): string {
  mkdirSync(join(folder, below), { recursive: true });
  const file = join(folder, below, name);
  writeFileSync(file, `#!${process.execPath}\n${text}\n`);
  chmodSync(file, 0o755);
  return join(folder, below);
}

const request = (further: Partial<RenderRequest> = {}): RenderRequest => ({
  tool: 'helm',
  inputs: new Map([['chart/Chart.yaml', 'name: a\n']]),
  arguments: ['--', 'a', './chart'],
  asker: 'Chart.yaml',
  ...further,
});

describe('looking for tools', () => {
  test('takes the first on the PATH, and kubectl where there is no kustomize', () => {
    const first = script('kubectl', '', 'first');
    const second = script('helm', '', 'second');
    const path = [first, second].join(delimiter);
    expect(findCommand('helm', path)).toMatchObject({ file: join(second, 'helm'), words: ['template'] });
    expect(findCommand('kustomize', path)).toMatchObject({ file: join(first, 'kubectl'), name: 'kubectl kustomize' });
    expect(findCommand('helm', first)).toBeUndefined();
  });

  test.each([
    ['a relative folder', () => 'bin'],
    ['a folder of the tree that is reviewed', () => join(folder, 'bin')],
  ])('never takes one of %s', (_, path) => {
    script('helm', '');
    expect(findCommand('helm', path(), folder)).toBeUndefined();
  });

  test('takes no file that is not executable, and no folder', () => {
    mkdirSync(join(folder, 'a', 'helm'), { recursive: true });
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b', 'helm'), '');
    expect(findCommand('helm', [join(folder, 'a'), join(folder, 'b')].join(delimiter))).toBeUndefined();
  });
});

describe('running a tool', () => {
  test('writes the inputs, passes the arguments as they are, and gives what it prints', async () => {
    const path = script(
      'helm',
      `const { readFileSync } = require('node:fs');
       console.log(JSON.stringify([process.argv.slice(2), readFileSync('chart/Chart.yaml', 'utf8')]));`,
    );
    const answer = await localTools(path).render(
      request({ arguments: ['--values', '$(id)', '--', 'a; ls', './chart'] }),
    );
    expect(answer).toEqual({
      kind: 'rendered',
      text: '[["template","--values","$(id)","--","a; ls","./chart"],"name: a\\n"]\n',
      by: 'helm template',
    });
  });

  test('shows it nothing of the surroundings', async () => {
    const path = script('helm', 'console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }));');
    process.env.SECRET_OF_TEST = 'hunter2';
    const answer = await localTools(path).render(request());
    delete process.env.SECRET_OF_TEST;
    if (answer.kind !== 'rendered') throw new Error(answer.message);
    const seen = JSON.parse(answer.text) as Record<string, string>;
    expect(answer.text).not.toContain('hunter2');
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(['HOME', 'HELM_PLUGINS', 'KUBECONFIG', 'HTTPS_PROXY']));
    expect(seen.HOME).not.toBe(process.env.HOME);
    expect(existsSync(seen.KUBECONFIG ?? '')).toBe(false);
    expect(existsSync(seen.cwd ?? '')).toBe(false);
  });

  test('tells what it says on one line, printable, without paths of this machine', async () => {
    const path = script(
      'helm',
      `console.error('WARNING: something\\n\\u001b[31mError: ' + process.cwd() + '/chart/Chart.yaml\\n is \\u202ebad\\u0007');
       process.exitCode = 1;`,
    );
    expect(await localTools(path).render(request())).toEqual({
      kind: 'failed',
      message: 'chart/Chart.yaml is bad',
      by: 'helm template',
    });
  });

  test.each(['../outside', '/etc/x', 'a/../../b', 'a\\..\\b', ''])('writes no input to %j', async (path) => {
    const bin = script('helm', 'console.log("ran");');
    const answer = await localTools(bin).render(request({ inputs: new Map([[path, '']]) }));
    expect(answer.kind).toBe('failed');
  });

  test('runs equal requests once, others too, and no more at a time than asked', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const renderer = shared(
      {
        has: () => true,
        render: async ({ arguments: [text = ''] }): Promise<Rendering> => {
          runs++;
          most = Math.max(most, ++running);
          await new Promise((go) => setImmediate(go));
          running--;
          return { kind: 'rendered', text, by: 'helm' };
        },
      },
      2,
    );
    const asked = ['a', 'b', 'a', 'c', 'd', 'b'].map((text) => renderer.render(request({ arguments: [text] })));
    const answers = await Promise.all(asked);
    expect(answers.map((answer) => answer.kind === 'rendered' && answer.text)).toEqual(['a', 'b', 'a', 'c', 'd', 'b']);
    expect([runs, most]).toEqual([4, 2]);
  });

  test.each([
    ['time', 'setInterval(() => {}, 1000);', { milliseconds: 300, bytes: 1000 }],
    [
      'output',
      'const more = () => process.stdout.write("x".repeat(1000), more); more();',
      { milliseconds: 60_000, bytes: 5000 },
    ],
  ])('ends one that takes too much %s', async (why, text, bounds) => {
    const file = join(script('helm', text), 'helm');
    const done = await execute(file, [], { folder, env: {}, bounds });
    expect(done).toMatchObject({ status: null, ended: why });
    expect(done.output.length).toBeLessThanOrEqual(bounds.bytes);
  });

  test('says when it can not be started', async () => {
    expect(
      await execute(join(folder, 'none'), [], { folder, env: {}, bounds: { milliseconds: 1000, bytes: 1 } }),
    ).toMatchObject({
      status: null,
      ended: 'start',
    });
  });
});

test('what is told has a bound, and keeps both ends', () => {
  const said = told(`Error: building apps: ${'long '.repeat(1000)}no such file`, []);
  expect(said.length).toBe(400);
  expect(said).toMatch(/^building apps: long .*…[long ]+no such file$/);
});

test('what kubectl logs is told without the time and the number of its process', () => {
  expect(told('E1124 02:40:02.533098   23633 run.go:72] "command failed" err="no resource matches"', [])).toBe(
    'no resource matches',
  );
});
