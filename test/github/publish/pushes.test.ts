/** A conversation over several pushes and runs. */
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

function next(lines: Readonly<Record<number, string>>): string {
  const pull = world.pulls.get(7)!;
  pull.head = push(world, pull.head, lines);
  return pull.head;
}

test('a fixed finding: its comment says in which commit, and folds; the summary says so, in place', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1'), at(11, 'f2')]));
  const head = next({ 10: 'line10: mended' });
  await run(world, standIn, reportOn(world, [at(11, 'f2'), at(10, 'f1', { status: 'fixed', regression: false })]));
  const [first, second] = world.reviewComments;
  expect(first).toMatchObject({ minimized: true });
  expect(first!.body).toMatch(new RegExp(`^\\*\\*Resolved\\*\\* in ${head.slice(0, 7)}\\.`));
  expect(second!.minimized).toBe(false);
  expect(world.reviewComments).toHaveLength(2);
  expect(world.reviews).toHaveLength(1);
  expect(world.issueComments).toHaveLength(1);
  expect(world.issueComments[0]!.body).toContain(`head=${head}`);
});

test.each([
  ['answers', 0],
  ['refuses', 5],
] as const)('many fixed findings, when GraphQL %s', async (graphql, single) => {
  const findings = [...Array(5).keys()].map((index) => at(10, `f${String(index)}`));
  await run(world, standIn, reportOn(world, findings));
  next({ 10: 'line10: mended' });
  world.graphql = graphql;
  const earlier = standIn.requests.length;
  const { problems } = await run(world, standIn, reportOn(world, []));
  expect(problems).toEqual([]);
  expect(world.reviewComments.filter(({ body }) => body.startsWith('**Resolved**'))).toHaveLength(5);
  const edits = standIn.requests
    .slice(earlier)
    .filter(({ operation }) => operation.startsWith('PATCH') && operation.includes('pulls'));
  expect(edits).toHaveLength(single);
});

test('a retired comment offers no suggestion any more', async () => {
  const edits = [{ path, startLine: 10, endLine: 10, text: 'line10: fixed' }];
  await run(world, standIn, reportOn(world, [at(10, 'f1', { fix: { description: 'Mend it', edits } })]));
  expect(world.reviewComments[0]!.body).toContain('```suggestion');
  next({ 10: 'line10: mended' });
  await run(world, standIn, reportOn(world, []));
  expect(world.reviewComments[0]!.body).toContain('```\nline10: fixed');
  expect(world.reviewComments[0]!.body).not.toContain('```suggestion');
});

test('a finding that comes back opens its comment again', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const said = world.reviewComments[0]!.body;
  next({ 10: 'line10: mended' });
  await run(world, standIn, reportOn(world, []));
  next({ 10: 'line10: changed' });
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  expect(world.reviewComments).toEqual([expect.objectContaining({ minimized: false })]);
  expect(world.reviewComments[0]!.body.replace(/[0-9a-f]{40}/g, '')).toBe(said.replace(/[0-9a-f]{40}/g, ''));
});

test('a finding that is accepted says so', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  next({ 9: 'line9: # aks-privacy: ignore …' });
  const suppression = { reason: 'agreed', until: null };
  await run(world, standIn, reportOn(world, [at(10, 'f1', { status: 'suppressed', suppression, regression: false })]));
  expect(world.reviewComments[0]!.body).toMatch(/^\*\*Accepted\*\* by a suppression in /);
});

test('when everything is mended the summary comment says that nothing is left, and later pushes leave it alone', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const head = next({ 10: 'line10: mended' });
  await run(world, standIn, reportOn(world, []));
  expect(world.issueComments).toHaveLength(1);
  expect(world.issueComments[0]!.body).toContain(`gone as of ${head.slice(0, 7)}`);
  next({ 20: 'line20: else' });
  const earlier = standIn.requests.length;
  await run(world, standIn, reportOn(world, []));
  const writes = standIn.requests.slice(earlier).map(({ operation }) => operation.split(' ')[0]);
  expect(writes.filter((method) => method === 'PATCH' || method === 'DELETE')).toEqual([]);
});

test('a finding in a file that can not be read any more is not called resolved', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const said = world.reviewComments[0]!.body;
  next({ 10: '}}} broken' });
  await run(world, standIn, reportOn(world, [], { problems: [{ path, line: 10, message: 'could not be read' }] }));
  expect(world.reviewComments[0]!.body).toBe(said);
});

test('a finding that the base has by now is no longer held against the pull request', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  next({ 20: 'line20: else' });
  await run(world, standIn, reportOn(world, [at(10, 'f1', { status: 'existing', regression: false })]));
  expect(world.reviewComments[0]!.body).toMatch(/^\*\*In the base\*\*: as of [0-9a-f]{7}, /);
  expect(world.reviewComments[0]!.minimized).toBe(true);
});

test('a suggestion goes when its line has moved away under the comment', async () => {
  const fix = (line: number): ReturnType<typeof at> => {
    const edits = [{ path, startLine: line, endLine: line, text: 'fixed' }];
    return at(line, 'f1', { fix: { description: 'Mend it', edits } });
  };
  await run(world, standIn, reportOn(world, [fix(10)]));
  next({ 10: 'line10: another' });
  await run(world, standIn, reportOn(world, [fix(10)]));
  // The line that the comment stood on is gone from the diff, so its suggestion would replace another one.
  expect(world.reviewComments).toHaveLength(1);
  expect(world.reviewComments[0]!.body).not.toContain('```suggestion');
});

test('a person’s answer and other people’s comments stay as they are', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const [own] = world.reviewComments;
  const theirs = { ...own!, id: world.nextId(), login: 'maintainer', repliesTo: own!.id, body: 'We know.' };
  const forged = { ...own!, id: world.nextId(), login: 'somebody', body: `Nothing here\n<!-- aks-privacy:f9 -->` };
  world.reviewComments.push(theirs, forged);
  world.issueComments.unshift({ id: 1, login: 'somebody', body: 'Mine\n<!-- aks-privacy:summary head=0 -->' });
  next({ 10: 'line10: mended' });
  await run(world, standIn, reportOn(world, [at(11, 'f9')]));
  expect(theirs.body).toBe('We know.');
  expect(forged.body).toMatch(/^Nothing here/);
  expect(world.issueComments[0]!.body).toMatch(/^Mine/);
  // The forged mark does not keep the finding from being told.
  expect(
    world.reviewComments.filter(({ body, login }) => login !== 'somebody' && body.includes('aks-privacy:f9')),
  ).toHaveLength(1);
});

test('doubles of earlier races are removed, the oldest stays, and one that was answered stays', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  const [own] = world.reviewComments;
  const double = { ...own!, id: world.nextId() };
  const answered = { ...own!, id: world.nextId() };
  const reply = { ...own!, id: world.nextId(), login: 'maintainer', repliesTo: answered.id, body: 'Why?' };
  world.reviewComments.push(double, answered, reply);
  world.issueComments.push({ ...world.issueComments[0]!, id: world.nextId() });
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  expect(world.reviewComments.map(({ id }) => id)).toEqual([own!.id, answered.id, reply.id]);
  expect(world.issueComments).toHaveLength(1);
});

test('two first runs at the same time say everything once', async () => {
  const report = reportOn(world, [at(10, 'f1'), at(11, 'f2')]);
  const results = await Promise.all([run(world, standIn, report), run(world, standIn, report)]);
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  expect(world.issueComments).toHaveLength(1);
  expect(world.reviews).toHaveLength(1);
  expect(world.reviewComments).toHaveLength(2);
  expect(world.checkRuns).toHaveLength(1);
});

test('a run that starts between the summary and the comments of another one waits for these', async () => {
  const report = reportOn(world, [at(10, 'f1'), at(11, 'f2')]);
  let second: Promise<unknown> | undefined;
  standIn.onRequest = (operation) => {
    if (operation.endsWith('/pulls/{pull_number}/reviews') && !second) {
      second = run(world, standIn, report);
      return { delay: 100 };
    }
    return undefined;
  };
  await run(world, standIn, report);
  await second;
  expect([world.reviews.length, world.reviewComments.length, world.issueComments.length]).toEqual([1, 2, 1]);
  expect(world.checkRuns).toHaveLength(1);
});

test('two later runs at the same time leave each finding one comment', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  next({ 11: 'line11: worse' });
  const report = reportOn(world, [at(10, 'f1'), at(11, 'f2')]);
  await Promise.all([run(world, standIn, report), run(world, standIn, report)]);
  expect(world.issueComments).toHaveLength(1);
  expect(world.reviewComments.map(({ body }) => /aks-privacy:(f\d)/.exec(body)?.[1]).sort()).toEqual(['f1', 'f2']);
});

test('two uses of the action on one pull request leave each other’s comments alone', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  await run(world, standIn, reportOn(world, [at(11, 'f2')]), { inputs: { checkName: 'AKS privacy (dev)' } });
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  expect(world.issueComments).toHaveLength(2);
  expect(world.reviewComments).toHaveLength(2);
  expect(world.reviewComments.some(({ minimized }) => minimized)).toBe(false);
});

test('a comment that a person deletes in the meantime is no failure', async () => {
  await run(world, standIn, reportOn(world, [at(10, 'f1')]));
  next({ 10: 'line10: mended' });
  standIn.onRequest = (operation) => {
    if (operation.startsWith('PATCH') && operation.includes('/pulls/comments/')) world.reviewComments = [];
    return undefined;
  };
  const { problems } = await run(world, standIn, reportOn(world, []));
  expect(problems).toEqual([]);
});
