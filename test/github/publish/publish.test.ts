/** What one run leaves on GitHub, and in the job. */
import type { StandIn } from '../../support/github/stand-in.js';
import { startStandIn } from '../../support/github/stand-in.js';
import type { World } from '../../support/github/world.js';
import { at, path, pullRequestWorld, reportOn, run } from './pull-request-world.js';

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

function operations(): readonly string[] {
  return standIn.requests.map(({ operation }) => operation.replace('/repos/{owner}/{repo}', ''));
}

test('a finding on a changed line: one comment in one review, a check run, a summary comment, outputs, a job summary', async () => {
  const { problems, outputs, summary, log, annotations } = await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const { head } = world.pulls.get(7)!;
  expect(problems).toEqual([]);
  expect(world.reviews).toEqual([expect.objectContaining({ commit: head })]);
  expect(world.reviewComments).toEqual([expect.objectContaining({ path, line: 10, startLine: null, commit: head })]);
  expect(world.reviewComments[0]!.body).toMatch(/\n<!-- aks-privacy:f1 -->$/);
  expect(world.issueComments).toHaveLength(1);
  expect(world.issueComments[0]!.body).toMatch(new RegExp(`\n<!-- aks-privacy:summary head=${head} -->$`));
  expect(world.checkRuns).toEqual([
    expect.objectContaining({ name: 'AKS privacy', headSha: head, status: 'completed', conclusion: 'failure' }),
  ]);
  expect(world.checkRuns[0]!.annotations).toEqual([
    expect.objectContaining({ path, start_line: 10, annotation_level: 'failure' }),
  ]);
  expect(outputs).toMatchObject({ verdict: 'fail', introduced: '1', fixed: '0' });
  expect(JSON.parse(outputs.report!)).toMatchObject({ schemaVersion: 1, verdict: 'fail' });
  expect(summary).toContain('AKS privacy');
  expect(log.join('\n')).toContain('k8s/web.yaml:10');
  expect(annotations).toHaveLength(1);
});

test('a first run takes seven requests', async () => {
  const { requests } = await run(world, standIn, reportOn(world, [at(10, 'f1'), at(11, 'f2')]));
  // Two lists, the check run, the head, the summary comment, the comments once more, the review.
  expect(requests).toBe(7);
});

test('a second run on the same commit writes nothing', async () => {
  const report = reportOn(world, [at(10, 'f1'), at(35, 'f2')]);
  await run(world, standIn, report);
  const earlier = standIn.requests.length;
  const { problems } = await run(world, standIn, report);
  expect(problems).toEqual([]);
  const methods = standIn.requests.slice(earlier).map(({ operation }) => operation);
  expect(methods.filter((operation) => !/^(GET|POST \/graphql)/.test(operation))).toEqual([]);
  expect([
    world.reviews.length,
    world.reviewComments.length,
    world.issueComments.length,
    world.checkRuns.length,
  ]).toEqual([1, 2, 1, 1]);
});

test('with nothing to say there is a check run and no comment', async () => {
  const existing = at(10, 'f1', { status: 'existing', regression: false });
  await run(world, standIn, reportOn(world, [existing]));
  expect(world.checkRuns).toEqual([expect.objectContaining({ conclusion: 'success', annotations: [] })]);
  expect([world.reviews, world.reviewComments, world.issueComments]).toEqual([[], [], []]);
});

test('a verdict of nothing to judge is neutral', async () => {
  await run(world, standIn, reportOn(world, [], { verdict: 'neutral' }));
  expect(world.checkRuns).toEqual([expect.objectContaining({ conclusion: 'neutral' })]);
});

test('a finding away from the diff gets a comment on its file', async () => {
  await run(world, standIn, reportOn(world, [at(30, 'f1')]));
  expect(world.reviews).toEqual([]);
  expect(world.reviewComments).toEqual([expect.objectContaining({ path, line: null })]);
});

test('a finding in another file stands in the summary and in the annotations', async () => {
  const elsewhere = at(3, 'f1', { path: 'modules/aks/main.tf', title: 'Found elsewhere' });
  await run(world, standIn, reportOn(world, [elsewhere]));
  expect(world.reviewComments).toEqual([]);
  expect(world.issueComments[0]!.body).toContain('modules/aks/main.tf');
  expect(world.checkRuns[0]!.annotations).toEqual([expect.objectContaining({ path: 'modules/aks/main.tf' })]);
});

test('all annotations arrive, fifty to a request and what blocks first', async () => {
  const notices = [...Array(120).keys()].map((index) =>
    at(1 + (index % 40), `n${String(index)}`, { severity: 'notice', regression: false }),
  );
  await run(world, standIn, reportOn(world, [...notices, at(10, 'bad')]));
  const [check] = world.checkRuns;
  expect(check!.annotations).toHaveLength(121);
  expect(check!.annotations[0]).toMatchObject({ annotation_level: 'failure' });
  expect(operations().filter((name) => name === 'PATCH /check-runs/{check_run_id}')).toHaveLength(2);
});

test('at most thirty comments in all, the most severe first, and ten of them on files', async () => {
  const lines = [...Array(50).keys()].map((index) =>
    at(10, `l${String(index)}`, { severity: 'notice', regression: false }),
  );
  const files = [...Array(20).keys()].map((index) =>
    at(30, `f${String(index)}`, { severity: 'notice', regression: false }),
  );
  const report = reportOn(world, [...lines, ...files, at(11, 'bad')]);
  await run(world, standIn, report);
  expect(world.reviewComments).toHaveLength(30);
  expect(world.reviewComments.map(({ body }) => body).join()).toContain('aks-privacy:bad ');
  expect(world.reviewComments.filter(({ line }) => line === null).length).toBeLessThanOrEqual(10);
  expect(world.reviews).toHaveLength(1);
  await run(world, standIn, report);
  expect(world.reviewComments).toHaveLength(30);
});

test('files alone get ten comments', async () => {
  const files = [...Array(20).keys()].map((index) => at(30, `f${String(index)}`));
  await run(world, standIn, reportOn(world, files));
  expect(world.reviewComments).toHaveLength(10);
});

test('a commit status says the verdict where it is asked for, once', async () => {
  world.rights.statuses = 'write';
  const inputs = { statusContext: 'aks-privacy', checkName: '' };
  const report = reportOn(world, [at(10, 'f1')]);
  await run(world, standIn, report, { inputs });
  await run(world, standIn, report, { inputs });
  expect(world.statuses).toEqual([
    {
      ...{ sha: world.pulls.get(7)!.head, context: 'aks-privacy', state: 'failure' },
      ...{ description: expect.stringMatching(/^\S.{5,140}$/u) as string },
      ...{ targetUrl: 'https://github.com/octo/shop/actions/runs/1' },
    },
  ]);
  await run(world, standIn, reportOn(world, []), { inputs });
  expect(world.statuses.map(({ state }) => state)).toEqual(['failure', 'success']);
  expect(world.checkRuns).toEqual([]);
});

test('without the right to set a commit status, the permission is named', async () => {
  const { problems } = await run(world, standIn, reportOn(world, [at(10, 'f1')]), {
    inputs: { statusContext: 'aks-privacy' },
  });
  expect(problems).toEqual([expect.stringContaining('`statuses: write`')]);
  expect(world.checkRuns).toHaveLength(1);
});

test('a fix inside the diff is a suggestion for exactly its lines', async () => {
  const edits = [{ path, startLine: 10, endLine: 11, text: 'line10: fixed' }];
  await run(world, standIn, reportOn(world, [at(10, 'f1', { fix: { description: 'Mend it', edits } })]));
  expect(world.reviewComments).toEqual([expect.objectContaining({ startLine: 10, line: 11 })]);
  expect(world.reviewComments[0]!.body).toContain('```suggestion\nline10: fixed\n```');
});

test('a fix that reaches out of the diff is no suggestion', async () => {
  const edits = [{ path, startLine: 10, endLine: 20, text: 'line10: fixed' }];
  await run(world, standIn, reportOn(world, [at(10, 'f1', { fix: { description: 'Mend it', edits } })]));
  expect(world.reviewComments).toEqual([expect.objectContaining({ startLine: null, line: 10 })]);
  expect(world.reviewComments[0]!.body).not.toContain('suggestion');
});

test.each([
  ['inline', 1, 1],
  ['summary', 0, 1],
  ['off', 0, 0],
] as const)('comment: %s', async (comment, inline, summaries) => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]), { inputs: { comment } });
  expect([world.reviewComments.length, world.issueComments.length]).toEqual([inline, summaries]);
  expect(world.checkRuns).toHaveLength(1);
});

test('without a check name there is no check run, and the annotations come from the job', async () => {
  const findings = [at(10, 'f1'), at(11, 'f2', { severity: 'warning', regression: false })];
  const { annotations } = await run(world, standIn, reportOn(world, findings), { inputs: { checkName: '' } });
  expect(world.checkRuns).toEqual([]);
  expect(annotations.map(({ severity }) => severity)).toEqual(['error', 'warning']);
});

test('a merge group gets a check run and no comment', async () => {
  const report = reportOn(world, [at(10, 'f1')]);
  await run(world, standIn, report, { target: { kind: 'range' } });
  expect(world.checkRuns).toHaveLength(1);
  expect(operations().some((name) => name.includes('comments'))).toBe(false);
});

test('an audit annotates what is there', async () => {
  const existing = [at(10, 'f1', { status: 'existing', regression: false })];
  const { head } = world.pulls.get(7)!;
  const report = { ...reportOn(world, existing), comparison: { base: null, head }, subjects: [] };
  await run(world, standIn, { ...report, comparison: { base: null, head } }, { target: { kind: 'audit' } });
  expect(world.checkRuns[0]!.annotations).toHaveLength(1);
});

test('a report that is larger than an output may be is not cut', async () => {
  const long = 'x'.repeat(1_000_000);
  const { outputs, problems } = await run(world, standIn, reportOn(world, [at(10, 'f1', { message: long })]));
  expect(outputs.report).toBe('');
  expect(problems).toEqual([expect.stringContaining('report-file')]);
  expect(world.checkRuns).toHaveLength(1);
});
