/** What docs/security.md promises about the code, held to the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path): [string, string] => [join('src', path).replaceAll('\\', '/'), readFileSync(join('src', path), 'utf8')]);

function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

test('programs are started at two places, without a shell', () => {
  expect(filesWith(/child_process|node:cluster|worker_threads/)).toEqual([
    'src/tree/git.ts',
    'src/tree/render/execute.ts',
  ]);
  expect(filesWith(/shell: *(?!false)|\bexecSync\b|[^.\w]exec\(/)).toEqual([]);
});

test('no text becomes code', () => {
  expect(filesWith(/\beval\s*\(|new Function\b|from 'node:vm'|\bimport\((?!')/)).toEqual([]);
});

test('no file but the client asks the network', () => {
  expect(filesWith(/from 'node:(?:http|https|tls|dgram|dns)'|XMLHttpRequest|WebSocket/)).toEqual([]);
  // Telling addresses from names is all that is taken of this module.
  expect(filesWith(/from 'node:net'/)).toEqual(filesWith(/import \{ (?:isIP(?:v[46])?(?:, )?)+ \} from 'node:net'/));
  expect(filesWith(/[^.\w]fetch\(/)).toEqual([]);
});

test('files are written at the places that the user named, and in folders of our own', () => {
  expect(
    filesWith(
      /\bimport [^;]*\b(?:writeFile(?:Sync)?|createWriteStream|appendFile|mkdir|symlink|rename|rm|unlink)\b[^;]*from 'node:fs/,
    ),
  ).toEqual(['src/cli/review.ts', 'src/github/files.ts', 'src/tree/render/workspace.ts']);
});

test('the environment is read at the entry points, and where children are given one', () => {
  expect(filesWith(/process\.env/)).toEqual(['src/action.ts', 'src/cli.ts', 'src/tree/git.ts']);
});

test('the lock file takes packages from one registry, each with its checksum', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { resolved?: string; integrity?: string; link?: boolean }>>;
  };
  const foreign = Object.entries(packages).filter(
    ([name, { resolved, integrity }]) =>
      name !== '' && (integrity === undefined || (resolved !== undefined && !resolved.startsWith('https://'))),
  );
  expect(foreign).toEqual([]);
});

test('dependencies are pinned exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Readonly<Record<string, string>>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
