import { gitObjects } from '../../src/github/objects.js';
import { githubTrees } from '../../src/tree/github.js';
import type { GitHubTreeOptions } from '../../src/tree/github.js';
import type { Content, Tree } from '../../src/tree/tree.js';
import { clientOf } from '../support/github/api.js';
import type { StandIn } from '../support/github/stand-in.js';
import { startStandIn } from '../support/github/stand-in.js';
import { World } from '../support/github/world.js';

const options: GitHubTreeOptions = { changed: [], isLikely: () => false, sizeLimit: 5 * 1024 * 1024 };

let world: World;
let standIn: StandIn;

beforeEach(async () => {
  world = new World();
  standIn = await startStandIn(world);
});

afterEach(async () => {
  await standIn.close();
  expect(standIn.violations).toEqual([]);
});

function trees(commits: readonly string[], more: Partial<GitHubTreeOptions> = {}): readonly Tree[] {
  const objects = gitObjects(clientOf(standIn, world).octokit, { owner: world.owner, repo: world.repo });
  return githubTrees(objects, commits, { ...options, ...more });
}

function tree(commit: string, more: Partial<GitHubTreeOptions> = {}): Tree {
  return trees([commit], more)[0]!;
}

function text(content: Content | undefined): string {
  return content && 'bytes' in content ? Buffer.from(content.bytes).toString('utf8') : JSON.stringify(content);
}

function operations(): readonly string[] {
  return standIn.requests.map(({ operation }) => operation.replace('/repos/{owner}/{repo}', ''));
}

describe('listing', () => {
  test('one request lists files, symbolic links and submodules as such', async () => {
    const commit = world.commit({
      'a/b.yaml': 'x: 1\n',
      'link.yaml': { link: '../secret.yaml' },
      vendor: { submodule: 'f'.repeat(40) },
    });
    const entries = await tree(commit).entries();
    expect(entries.map(({ path, kind, size }) => [path, kind, size])).toEqual([
      ['a/b.yaml', 'file', 5],
      ['link.yaml', 'symlink', 14],
      ['vendor', 'submodule', undefined],
    ]);
    expect(operations()).toEqual(['GET /git/trees/{tree_sha}']);
  });

  test('a symbolic link is never read', async () => {
    const commit = world.commit({ 'link.yaml': { link: '/etc/passwd' } });
    expect(await tree(commit).read(['link.yaml'])).toEqual(new Map());
  });

  test('what GitHub cuts is listed folder by folder', async () => {
    const files = Object.fromEntries(
      [...Array(12).keys()].map((index) => [`f${String(index % 4)}/${String(index)}.yaml`, '']),
    );
    const commit = world.commit({ ...files, 'top.yaml': '' });
    world.treeLimit = 6;
    const subject = tree(commit);
    const paths = (await subject.entries()).map(({ path }) => path);
    expect(paths.sort()).toEqual([...Object.keys(files), 'top.yaml'].sort());
    expect(subject.problems).toEqual([]);
  });

  test('a folder too large to list is told, and what the pull request changes in it is seen all the same', async () => {
    const many = Object.fromEntries(
      [...Array(20).keys()].map((index) => [`many/${String(index).padStart(2, '0')}.yaml`, '']),
    );
    const commit = world.commit({ ...many, 'few/a.yaml': '' });
    world.treeLimit = 5;
    const id = world.commits.get(commit)!.files.get('many/19.yaml')!.id;
    const subject = tree(commit, { changed: [{ path: 'many/19.yaml', id }] });
    const paths = (await subject.entries()).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['few/a.yaml', 'many/19.yaml']));
    expect(subject.problems).toEqual(['the repository is too large for GitHub to list: not all was seen in many']);
    expect(text((await subject.read(['many/19.yaml'])).get('many/19.yaml'))).toBe('');
  });
});

describe('reading', () => {
  test('base and head are read in one request, equal contents once', async () => {
    const base = world.commit({ 'a.yaml': 'old\n', 'same.yaml': 'same\n' });
    const head = world.commit({ 'a.yaml': 'new\n', 'same.yaml': 'same\n' }, base);
    const [before, after] = trees([base, head]);
    await Promise.all([before!.entries(), after!.entries()]);
    const paths = ['a.yaml', 'same.yaml'];
    const [old, now] = await Promise.all([before!.read(paths), after!.read(paths)]);
    expect([text(old.get('a.yaml')), text(now.get('a.yaml'))]).toEqual(['old\n', 'new\n']);
    expect([text(old.get('same.yaml')), text(now.get('same.yaml'))]).toEqual(['same\n', 'same\n']);
    const queries = standIn.requests.filter(({ operation }) => operation === 'POST /graphql');
    expect(queries).toHaveLength(1);
    expect((queries[0]!.body as { query: string }).query.match(/expression:/g)).toHaveLength(3);
  });

  test('a path that does not exist is left out', async () => {
    const commit = world.commit({ 'a.yaml': 'x' });
    expect([...(await tree(commit).read(['a.yaml', 'nowhere.yaml'])).keys()]).toEqual(['a.yaml']);
  });

  test.each([
    ['quotes and backslashes', 'a"b\\c.yaml'],
    ['an attempt to leave the string', '") { login } #.yaml'],
    ['line breaks', 'a\nb.yaml'],
    ['other scripts', 'ключ-日本-🔑.yaml'],
    ['a colon', 'a:b.yaml'],
  ])('a path with %s is asked for as it is', async (_name, path) => {
    const commit = world.commit({ [path]: 'x: 1\n' });
    expect(text((await tree(commit).read([path])).get(path))).toBe('x: 1\n');
  });

  test.each([
    ['UTF-16, which GitHub takes for binary', Buffer.from('\u{feff}kind: Service\n', 'utf16le')],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a])],
    ['a byte order mark', Buffer.from('\u{feff}a: 1\n')],
    ['a replacement character of its own', Buffer.from('a: \u{fffd}\n')],
    ['nothing', Buffer.alloc(0)],
  ])('a file with %s comes back byte by byte', async (_name, bytes) => {
    const commit = world.commit({ 'a.yaml': bytes });
    const content = (await tree(commit).read(['a.yaml'])).get('a.yaml');
    expect(content && 'bytes' in content && Buffer.from(content.bytes).equals(bytes)).toBe(true);
  });

  test('a text that GraphQL cuts is read on its own', async () => {
    world.textLimit = 10;
    const long = 'x: 1234567890\n';
    const commit = world.commit({ 'a.yaml': long });
    expect(text((await tree(commit).read(['a.yaml'])).get('a.yaml'))).toBe(long);
    expect(operations()).toContain('GET /git/blobs/{file_sha}');
  });

  test('a file over the limit is not brought', async () => {
    const commit = world.commit({ 'big.json': 'x'.repeat(3000), 'a.json': '{}' });
    const contents = await tree(commit, { sizeLimit: 1024 }).read(['big.json', 'a.json']);
    expect(contents.get('big.json')).toEqual({ problem: expect.stringMatching(/is not read, the limit is/) as string });
    expect(text(contents.get('a.json'))).toBe('{}');
  });

  test('without GraphQL every file is read on its own', async () => {
    world.graphql = 'refuses';
    const commit = world.commit({ 'a.yaml': 'a', 'b.yaml': 'b' });
    const contents = await tree(commit).read(['a.yaml', 'b.yaml']);
    expect([...contents.values()].map(text)).toEqual(['a', 'b']);
  });

  test('a hundred files and more are read in a request for each hundred', async () => {
    const files = Object.fromEntries(
      [...Array(250).keys()].map((index) => [`${String(index)}.yaml`, `n: ${String(index)}\n`]),
    );
    const commit = world.commit(files);
    const contents = await tree(commit).read(Object.keys(files));
    expect(contents.size).toBe(250);
    expect(operations().filter((name) => name === 'POST /graphql')).toHaveLength(3);
  });

  test('a request that is sent anyway brings the likely neighbours, so that asking for them costs nothing', async () => {
    const commit = world.commit({ 'infra/main.bicep': 'a', 'infra/modules/aks.bicep': 'b', 'doc.md': 'c' });
    const subject = tree(commit, { isLikely: (path) => path.endsWith('.bicep') });
    await subject.read(['infra/main.bicep']);
    const before = standIn.requests.length;
    expect(text((await subject.read(['infra/modules/aks.bicep'])).get('infra/modules/aks.bicep'))).toBe('b');
    expect(standIn.requests).toHaveLength(before);
    expect((standIn.requests.at(-1)!.body as { query: string }).query).not.toContain('doc.md');
  });

  test('a blob that GitHub does not give is a reason, not an end', async () => {
    const commit = world.commit({ 'a.yaml': 'a', 'b.yaml': 'b' });
    const subject = tree(commit);
    await subject.entries();
    world.graphql = 'refuses';
    standIn.onRequest = (operation, earlier) =>
      operation.includes('/git/blobs/') && earlier === 0 ? { status: 404, body: { message: 'Not Found' } } : undefined;
    const contents = [...(await subject.read(['a.yaml', 'b.yaml'])).values()];
    expect(contents.filter((content) => 'problem' in content)).toHaveLength(1);
    expect(contents.filter((content) => 'bytes' in content)).toHaveLength(1);
  });
});
