import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../src/github/context.js';
import type { Revisions } from '../../src/github/revisions.js';
import { openRevisions } from '../../src/github/revisions.js';
import { openGit } from '../../src/tree/git.js';
import { clientOf } from '../support/github/api.js';
import type { StandIn } from '../support/github/stand-in.js';
import { startStandIn } from '../support/github/stand-in.js';
import { World } from '../support/github/world.js';

const options = { isLikely: () => false, sizeLimit: 1024 * 1024 };

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

function pullRequest(base: string, head: string, changedFiles?: number): Target {
  world.open(7, base, head);
  return {
    kind: 'pull-request',
    repository: { owner: world.owner, repo: world.repo },
    number: 7,
    base,
    baseName: 'main',
    head,
    changedFiles: changedFiles ?? world.diff(base, head).length,
    fork: false,
    privileged: false,
  };
}

function open(target: Target): Promise<Revisions> {
  return openRevisions(target, clientOf(standIn, world).octokit, undefined, options);
}

function requested(): readonly string[] {
  return standIn.requests.map(({ operation }) => operation.replace('/repos/{owner}/{repo}', ''));
}

const yaml = (lines: number): string => [...Array(lines).keys()].map((line) => `line${String(line)}: x\n`).join('');

test('the base is the merge base, not the tip of the branch', async () => {
  const root = world.commit({ 'a.yaml': 'a: 1\n' });
  const tip = world.commit({ 'a.yaml': 'a: 1\n', 'other.yaml': 'b: 1\n' }, root);
  const head = world.commit({ 'a.yaml': 'a: 2\n' }, root);
  const revisions = await open(pullRequest(tip, head));
  expect(revisions.base?.revision).toBe(root);
  expect(revisions.head.revision).toBe(head);
  expect(revisions.changes.map(({ path }) => path)).toEqual(['a.yaml']);
  expect(requested()).toEqual(['GET /compare/{basehead}']);
});

test('changes carry their hunks', async () => {
  const text = yaml(20);
  const base = world.commit({ 'a.yaml': text, 'gone.yaml': 'gone\n', 'old/name.yaml': yaml(5) });
  const head = world.commit(
    { 'a.yaml': text.replace('line9: x', 'line9: y'), 'new.yaml': 'x\n', 'new/name.yaml': yaml(5) },
    base,
  );
  const { changes } = await open(pullRequest(base, head));
  expect(changes).toEqual([
    expect.objectContaining({
      path: 'a.yaml',
      status: 'modified',
      hunks: [{ oldStart: 7, oldLines: 7, newStart: 7, newLines: 7, added: [10], removed: [10] }],
    }),
    expect.objectContaining({ path: 'gone.yaml', status: 'removed' }),
    expect.objectContaining({ path: 'new.yaml', status: 'added' }),
    expect.objectContaining({ path: 'new/name.yaml', previousPath: 'old/name.yaml', status: 'renamed', hunks: [] }),
  ]);
});

test('a patch that GitHub leaves out means that no line is known', async () => {
  const base = world.commit({ 'a.yaml': 'a: 1\n' });
  const head = world.commit({ 'a.yaml': 'a: 2\n' }, base);
  world.withoutPatch.add('a.yaml');
  const { changes } = await open(pullRequest(base, head));
  expect(changes).toEqual([expect.objectContaining({ path: 'a.yaml', hunks: undefined })]);
  // A comparison drops patches earlier than the list of the pull request does.
  expect(requested()).toContain('GET /pulls/{pull_number}/files');
});

test('a pull request of many files is read page by page', async () => {
  const files = Object.fromEntries([...Array(350).keys()].map((index) => [`f${String(index)}.yaml`, 'x\n']));
  const base = world.commit({});
  const head = world.commit(files, base);
  const { changes, problems } = await open(pullRequest(base, head));
  expect(changes).toHaveLength(350);
  expect(problems).toEqual([]);
  expect(requested().filter((name) => name === 'GET /pulls/{pull_number}/files')).toHaveLength(4);
});

test('what GitHub does not list is found by content, and told', async () => {
  const files = Object.fromEntries([...Array(305).keys()].map((index) => [`f${String(index)}.yaml`, 'x\n']));
  const base = world.commit({ 'gone.yaml': 'x' });
  const head = world.commit(files, base);
  world.fileLimit = 302;
  const { changes, problems } = await open(pullRequest(base, head));
  expect(changes).toHaveLength(306);
  expect(changes.filter(({ hunks }) => hunks === undefined).map(({ path }) => path)).toHaveLength(4);
  expect(problems).toEqual([expect.stringMatching(/lists 302 changed files, and there are more/)]);
});

test('histories without a common commit are compared with the tip of the base', async () => {
  const base = world.commit({ 'a.yaml': '1' });
  const head = world.commit({ 'a.yaml': '2' });
  world.mergeBase = () => undefined;
  const revisions = await open(pullRequest(base, head));
  expect(revisions.base?.revision).toBe(base);
  expect(revisions.problems).toEqual(['base and head have no common commit: compared with the tip of the base branch']);
});

test('a merge group takes the changes of its comparison', async () => {
  const base = world.commit({ 'a.yaml': '1' });
  const head = world.commit({ 'a.yaml': '2' }, base);
  const repository = { owner: world.owner, repo: world.repo };
  const { changes } = await open({ kind: 'range', repository, base, head });
  expect(changes.map(({ path }) => path)).toEqual(['a.yaml']);
  expect(requested()).toEqual(['GET /compare/{basehead}']);
});

test('an audit has no base', async () => {
  const head = world.commit({ 'a.yaml': '1' });
  const repository = { owner: world.owner, repo: world.repo };
  const revisions = await open({ kind: 'audit', repository, head });
  expect(revisions).toMatchObject({ base: null, changes: [], source: 'api' });
  expect(requested()).toEqual([]);
});

describe('a checkout', () => {
  let folder: string;
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  const commit = (text: string): string => {
    writeFileSync(join(folder, 'a.yaml'), text);
    git('add', '-A');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'x');
    return git('rev-parse', 'HEAD');
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aks-privacy-'));
    git('init', '-q');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('with both commits is read, and GitHub is not asked', async () => {
    const base = commit('a: 1\n');
    const head = commit('a: 2\n');
    const { octokit } = clientOf(standIn, world);
    const revisions = await openRevisions(pullRequest(base, head, 1), octokit, await openGit(folder), options);
    expect(revisions.source).toBe('git');
    expect(revisions.base?.revision).toBe(base);
    expect(revisions.changes).toEqual([expect.objectContaining({ path: 'a.yaml', status: 'modified' })]);
    expect(requested()).toEqual([]);
  });

  test('without the base is left aside', async () => {
    commit('a: 1\n');
    const base = world.commit({ 'a.yaml': 'a: 1\n' });
    const head = world.commit({ 'a.yaml': 'a: 2\n' }, base);
    const { octokit } = clientOf(standIn, world);
    const revisions = await openRevisions(pullRequest(base, head), octokit, await openGit(folder), options);
    expect(revisions.source).toBe('api');
  });
});
