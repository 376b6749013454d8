/** What is left when GitHub refuses: nothing is lost but what was refused, and it is told once. */
import type { StandIn } from '../../support/github/stand-in.js';
import { startStandIn } from '../../support/github/stand-in.js';
import type { World } from '../../support/github/world.js';
import { at, path, pullRequestWorld, push, reportOn, run } from './pull-request-world.js';

let world: World;
let standIn: StandIn;

beforeEach(async () => {
  world = pullRequestWorld();
  standIn = await startStandIn(world);
});

afterEach(async () => {
  await standIn.close();
  expect(standIn.violations).toEqual([]);
});

const two = [at(10, 'f1'), at(11, 'f2', { severity: 'warning', regression: false })];

test('a token that only reads: all annotations come from the job, and the missing permissions are named', async () => {
  world.rights = { contents: 'read', pulls: 'read', issues: 'none', checks: 'read', statuses: 'none' };
  const { problems, annotations, summary, notices } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([
    'Comments could not be written: 403 Resource not accessible by integration. The permission `pull-requests: write` would allow it.',
    'The check run could not be written: 403 Resource not accessible by integration. The permission `checks: write` would allow it.',
  ]);
  expect(notices).toHaveLength(1);
  expect(summary).toContain('`pull-requests: write`');
  expect(annotations.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  expect([world.reviewComments, world.issueComments, world.checkRuns]).toEqual([[], [], []]);
});

test('a fork: nobody is told to change permissions that they can not change', async () => {
  world.rights = { contents: 'read', pulls: 'read', issues: 'none', checks: 'none', statuses: 'none' };
  const { problems } = await run(world, standIn, reportOn(world, two), { target: { fork: true } });
  expect(problems.join()).toContain('GitHub gives pull requests from forks a token that only reads');
  expect(problems.join()).not.toContain('would allow it');
});

test('each slot for annotations is used once, ten for each severity', async () => {
  world.rights = { contents: 'read', pulls: 'read', issues: 'none', checks: 'none', statuses: 'none' };
  const errors = [...Array(15).keys()].map((index) => at(10, `e${String(index)}`));
  const { annotations } = await run(world, standIn, reportOn(world, [...errors, ...two]));
  expect(annotations.filter(({ severity }) => severity === 'error')).toHaveLength(10);
  expect(annotations.filter(({ severity }) => severity === 'warning')).toHaveLength(1);
});

test.each([
  ['checks', { checks: 'none' }, { checks: 0, comments: 1, summaries: 1 }],
  ['pull requests, but issues', { pulls: 'read', issues: 'write' }, { checks: 1, comments: 0, summaries: 1 }],
  ['pull requests', { pulls: 'none' }, { checks: 1, comments: 0, summaries: 0 }],
] as const)('without the right to write %s the others are written', async (_name, rights, expected) => {
  Object.assign(world.rights, rights);
  const { problems } = await run(world, standIn, reportOn(world, two.slice(0, 1)));
  expect({
    checks: world.checkRuns.length,
    comments: world.reviewComments.length,
    summaries: world.issueComments.length,
  }).toEqual(expected);
  expect(problems).toHaveLength(1);
});

test('a personal token can make no check run, and everything else can', async () => {
  world.login = 'maintainer';
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([expect.stringContaining('You must authenticate via a GitHub App')]);
  expect([world.reviewComments.length, world.issueComments.length]).toEqual([2, 1]);
  const again = await run(world, standIn, reportOn(world, two));
  expect(again.problems).toHaveLength(1);
  expect([world.reviewComments.length, world.issueComments.length]).toEqual([2, 1]);
});

test('an anchor that GitHub refuses takes no other comment with it', async () => {
  standIn.onRequest = (operation, earlier) =>
    operation.endsWith('/reviews') && earlier === 0
      ? { status: 422, body: { message: 'Unprocessable Entity', errors: ['Line could not be resolved'] } }
      : operation.startsWith('POST') && operation.endsWith('/pulls/{pull_number}/comments') && earlier === 0
        ? { status: 422, body: { message: 'Validation Failed' } }
        : undefined;
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(world.reviewComments.map(({ line }) => line)).toEqual([11]);
  expect(world.issueComments).toHaveLength(1);
  expect(problems).toEqual([expect.stringContaining('GitHub refused 1 comment')]);
});

test('annotations that GitHub refuses do not take the check run with them', async () => {
  standIn.onRequest = (operation, earlier) =>
    operation.endsWith('/check-runs') && earlier === 0
      ? { status: 422, body: { message: 'Invalid request.' } }
      : undefined;
  const { problems, annotations } = await run(world, standIn, reportOn(world, two));
  expect(world.checkRuns).toEqual([expect.objectContaining({ conclusion: 'failure', annotations: [] })]);
  expect(problems).toEqual(['2 annotations are missing in the check run: Invalid request.']);
  expect(annotations).toHaveLength(2);
});

test('a head that moved during the run is left to the run of the newer commit', async () => {
  const report = reportOn(world, two);
  world.pulls.get(7)!.head = push(world, world.pulls.get(7)!.head, { 10: 'line10: again' });
  const { problems } = await run(world, standIn, report);
  expect(problems).toEqual([expect.stringMatching(/^The pull request moved on from \w{7} to \w{7} during this run/)]);
  expect([world.reviewComments, world.issueComments]).toEqual([[], []]);
  expect(world.checkRuns).toHaveLength(1);
});

test.each([
  ['The review', '/pulls/{pull_number}/reviews'],
  ['The summary comment', '/issues/{issue_number}/comments'],
  ['The check run', '/check-runs'],
])('%s whose answer gets lost is not written twice', async (_name, suffix) => {
  standIn.onRequest = (operation, earlier) =>
    operation.startsWith('POST') && operation.endsWith(suffix) && earlier === 0 ? { reset: 'after' } : undefined;
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([]);
  expect([
    world.reviews.length,
    world.reviewComments.length,
    world.issueComments.length,
    world.checkRuns.length,
  ]).toEqual([1, 2, 1, 1]);
});

test('a comment on a file whose answer gets lost is not written twice, also not by the next run', async () => {
  standIn.onRequest = (operation, earlier) =>
    operation.startsWith('POST') && operation.endsWith('/pulls/{pull_number}/comments') && earlier === 0
      ? { reset: 'after' }
      : undefined;
  const report = reportOn(world, [at(30, 'f1')]);
  for (let round = 0; round < 2; round++) {
    await run(world, standIn, report);
    expect(world.reviewComments).toHaveLength(1);
  }
});

test.each([
  ['The review', '/pulls/{pull_number}/reviews'],
  ['The summary comment', '/issues/{issue_number}/comments'],
  ['The check run', '/check-runs'],
])('%s is written at the second try when the first one fails', async (_name, suffix) => {
  standIn.onRequest = (operation, earlier) =>
    operation.startsWith('POST') && operation.endsWith(suffix) && earlier === 0
      ? { status: 502, body: { message: 'Bad gateway' } }
      : undefined;
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([]);
  expect([world.reviews.length, world.issueComments.length, world.checkRuns.length]).toEqual([1, 1, 1]);
});

test.each([403, 429])('a secondary limit (%i) is waited for, and nothing is lost or doubled', async (status) => {
  const body = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' };
  standIn.onRequest = (operation, earlier) =>
    operation.startsWith('POST') && earlier === 0 ? { status, body, headers: { 'retry-after': '1' } } : undefined;
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([]);
  expect([world.reviews.length, world.issueComments.length, world.checkRuns.length]).toEqual([1, 1, 1]);
});

test('a secondary limit that asks for too long a wait costs the comments, and no permission is blamed', async () => {
  const body = { message: 'You have exceeded a secondary rate limit.' };
  standIn.onRequest = (operation) =>
    operation.endsWith('/issues/{issue_number}/comments') && operation.startsWith('POST')
      ? { status: 403, body, headers: { 'retry-after': '3600' } }
      : undefined;
  const { problems } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual(['The summary comment could not be written: 403 You have exceeded a secondary rate limit.']);
  expect([world.reviews.length, world.checkRuns.length]).toEqual([1, 1]);
});

test('a server that is down costs the comments, not the review', async () => {
  standIn.onRequest = (operation) =>
    operation.startsWith('GET /repos/{owner}/{repo}/compare')
      ? undefined
      : { status: 500, body: { message: 'Server Error' } };
  const { problems, outputs, summary, annotations } = await run(world, standIn, reportOn(world, two));
  expect(problems).toEqual([
    'Comments could not be written: 500 Server Error.',
    'The check run could not be written: 500 Server Error.',
  ]);
  expect(outputs.verdict).toBe('fail');
  expect(summary).toContain('AKS privacy');
  expect(annotations).toHaveLength(2);
});

test('bodies stay within what GitHub takes, whatever is in a report', async () => {
  const long = '🔑'.repeat(1_500);
  const many = [...Array(60).keys()].map((index) =>
    at(10, `f${String(index)}`, {
      message: `${long}. ${long}.`,
      title: long,
      remedy: long,
      path: index % 2 ? path : long,
    }),
  );
  const { problems } = await run(world, standIn, reportOn(world, many));
  expect(problems.filter((problem) => !problem.includes('report-file'))).toEqual([]);
  expect(world.issueComments).toHaveLength(1);
  expect(world.checkRuns[0]!.annotations).toHaveLength(60);
}, 60_000);
