import type { RunnerEvent } from '../../src/github/context.js';
import { targetOf } from '../../src/github/context.js';
import { UserError } from '../../src/github/errors.js';

const nothing = { base: '', head: '' };
const repository = { owner: 'octo', repo: 'shop' };

function event(eventName: string, payload: unknown = {}, sha = 'm'.repeat(40)): RunnerEvent {
  return { eventName, payload, repo: repository, sha };
}

function pullRequest(head: unknown = { full_name: 'octo/shop' }): unknown {
  return {
    number: 7,
    pull_request: { number: 7, changed_files: 3, base: { sha: 'b1', ref: 'main' }, head: { sha: 'h1', repo: head } },
  };
}

test('a pull request is reviewed at its head, not at the merge that the runner checks out', () => {
  expect(targetOf(event('pull_request', pullRequest()), nothing)).toEqual({
    kind: 'pull-request',
    repository,
    number: 7,
    base: 'b1',
    baseName: 'main',
    head: 'h1',
    changedFiles: 3,
    fork: false,
    privileged: false,
  });
});

test.each([
  ['another repository', { full_name: 'someone/shop' }, true],
  ['a repository that was deleted', null, true],
  ['the same repository in other letters', { full_name: 'Octo/Shop' }, false],
])('a head from %s', (_name, head, fork) => {
  expect(targetOf(event('pull_request', pullRequest(head)), nothing)).toMatchObject({ fork });
});

test('pull_request_target runs with the rights of the base', () => {
  expect(targetOf(event('pull_request_target', pullRequest()), nothing)).toMatchObject({
    kind: 'pull-request',
    privileged: true,
  });
});

test('a merge group is compared with its own base', () => {
  const payload = { merge_group: { base_sha: 'b2', head_sha: 'h2' } };
  expect(targetOf(event('merge_group', payload), nothing)).toEqual({
    kind: 'range',
    repository,
    base: 'b2',
    head: 'h2',
  });
});

test.each(['push', 'schedule', 'workflow_dispatch'])('%s audits the commit', (name) => {
  expect(targetOf(event(name), nothing)).toEqual({ kind: 'audit', repository, head: 'm'.repeat(40) });
});

test('the input base turns an audit into a comparison', () => {
  expect(targetOf(event('push'), { base: 'v1', head: '' })).toEqual({
    kind: 'range',
    repository,
    base: 'v1',
    head: 'm'.repeat(40),
  });
});

test('the inputs base and head go before the event', () => {
  const target = targetOf(event('pull_request', pullRequest()), { base: 'release', head: 'topic' });
  expect(target).toMatchObject({ kind: 'pull-request', number: 7, base: 'release', head: 'topic' });
});

test.each(['issue_comment', 'workflow_run', 'release', ''])(
  'the event "%s" is refused with the events that work',
  (name) => {
    expect(() => targetOf(event(name), nothing)).toThrow(UserError);
    expect(() => targetOf(event(name), nothing)).toThrow(/pull_request, pull_request_target, merge_group, push/);
  },
);

test.each([
  ['no pull request', 'pull_request', {}, 'pull request number'],
  ['no head', 'pull_request', { pull_request: { number: 1, base: { sha: 'b' } } }, 'pull_request.head.sha'],
  ['no base of the group', 'merge_group', { merge_group: { head_sha: 'h' } }, 'merge_group.base_sha'],
  ['no payload', 'merge_group', null, 'merge_group.base_sha'],
])('an event with %s says what is missing', (_name, eventName, payload, missing) => {
  expect(() => targetOf(event(eventName, payload), nothing)).toThrow(missing);
});
