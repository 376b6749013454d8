/** What GitHub does when it is told to comment: what it keeps, and what it refuses. */
import { anchorProblems } from './anchors.js';
import type { Anchor } from './anchors.js';
import type { Answer, Call } from './answer.js';
import { forbidden, nodeId, notFound, ok, page, refuse, user } from './answer.js';
import { moved } from './diff.js';
import type { IssueComment, ReviewComment, World } from './world.js';

type Handler = (world: World, call: Call) => Answer;

const longestBody = 65_536;
const stamp = '2026-11-23T00:00:00Z';

export const writing: Readonly<Record<string, Handler>> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': (world, call) =>
    readable(world.rights.pulls)
      ? page(
          world.reviewComments.map((one) => reviewComment(world, call, one)),
          call,
        )
      : forbidden,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': (world, call) => {
    if (world.rights.pulls !== 'write') return forbidden;
    const number = Number(call.parameters.pull_number);
    const { body, commit_id: commit, subject_type: subject } = call.body;
    const problems = [...bodyProblems(body), ...commitProblems(world, number, commit)];
    const path = call.body.path;
    if (subject === 'file') {
      const pull = world.pulls.get(number);
      const known = pull && world.diff(pull.base, pull.head).some(({ filename }) => filename === path);
      if (!known) problems.push('pull_request_review_thread.path is invalid');
    } else problems.push(...anchorProblems(world, number, call.body));
    if (problems.length > 0) return invalid(problems);
    const comment = keep(world, null, String(commit), subject === 'file' ? { path } : call.body, String(body));
    return ok(reviewComment(world, call, comment), 201);
  },
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': (world, call) => {
    if (world.rights.pulls !== 'write') return forbidden;
    const comment = world.reviewComments.find(({ id }) => id === Number(call.parameters.comment_id));
    if (!comment) return notFound;
    const problems = bodyProblems(call.body.body);
    if (problems.length > 0) return invalid(problems);
    comment.body = String(call.body.body);
    return ok(reviewComment(world, call, comment));
  },
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}': (world, { parameters }) => {
    if (world.rights.pulls !== 'write') return forbidden;
    const id = Number(parameters.comment_id);
    if (!world.reviewComments.some((one) => one.id === id)) return notFound;
    world.reviewComments = world.reviewComments.filter((one) => one.id !== id);
    return { status: 204 };
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': (world, call) => {
    if (world.rights.pulls !== 'write') return forbidden;
    const number = Number(call.parameters.pull_number);
    const {
      body,
      event,
      commit_id: commit,
      comments = [],
    } = call.body as {
      body?: string;
      event?: string;
      commit_id?: string;
      comments?: (Anchor & { body: string })[];
    };
    // GitHub would keep an invisible draft.
    if (event === undefined) return refuse(422, 'this stand-in takes no review without event');
    if (event === 'COMMENT' && (body ?? '') === '') return refuse(422, 'Unprocessable Entity', ["Body can't be blank"]);
    const problems = [
      ...bodyProblems(body),
      ...commitProblems(world, number, commit),
      ...comments.flatMap((comment) => [...bodyProblems(comment.body), ...anchorProblems(world, number, comment)]),
    ];
    // All or nothing, and the culprit is not named.
    if (problems.length > 0) return refuse(422, 'Unprocessable Entity', [problems.join(', ')]);
    const review = { id: world.nextId(), body: String(body), commit: String(commit) };
    world.reviews.push(review);
    for (const comment of comments) keep(world, review.id, review.commit, comment, comment.body);
    const { id } = review;
    return ok({ id, node_id: nodeId('PRR', id), user: user(world.login), body, state: 'COMMENTED', commit_id: commit });
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': (world, call) =>
    readable(world.rights.pulls) || readable(world.rights.issues)
      ? page(world.issueComments.map(issueComment), call)
      : forbidden,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': (world, call) => {
    if (!mayWriteIssue(world)) return forbidden;
    const problems = bodyProblems(call.body.body);
    if (problems.length > 0) return invalid(problems);
    const comment = { id: world.nextId(), login: world.login, body: String(call.body.body) };
    world.issueComments.push(comment);
    return ok(issueComment(comment), 201);
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': (world, call) => {
    if (!mayWriteIssue(world)) return forbidden;
    const comment = world.issueComments.find(({ id }) => id === Number(call.parameters.comment_id));
    if (!comment) return notFound;
    const problems = bodyProblems(call.body.body);
    if (problems.length > 0) return invalid(problems);
    comment.body = String(call.body.body);
    return ok(issueComment(comment));
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': (world, { parameters }) => {
    if (!mayWriteIssue(world)) return forbidden;
    const id = Number(parameters.comment_id);
    if (!world.issueComments.some((one) => one.id === id)) return notFound;
    world.issueComments = world.issueComments.filter((one) => one.id !== id);
    return { status: 204 };
  },
};

function readable(right: string): boolean {
  return right !== 'none';
}

/** Either of two permissions lets a token comment on a pull request. */
function mayWriteIssue({ rights }: World): boolean {
  return rights.pulls === 'write' || rights.issues === 'write';
}

function invalid(problems: readonly string[]): Answer {
  return refuse(
    422,
    'Validation Failed',
    problems.map((message) => ({ resource: 'PullRequestReviewComment', code: 'custom', message })),
  );
}

/** Counted in bytes: stricter than GitHub says. */
function bodyProblems(body: unknown): string[] {
  if (typeof body !== 'string' || body === '') return ["Body can't be blank"];
  return Buffer.byteLength(body) > longestBody
    ? [`Body is too long (maximum is ${String(longestBody)} characters)`]
    : [];
}

function commitProblems(world: World, number: number, commit: unknown): string[] {
  return world.pulls.has(number) && typeof commit === 'string' && world.commits.has(commit)
    ? []
    : ['Commit is not part of the pull request'];
}

function keep(world: World, review: number | null, commit: string, anchor: Anchor, body: string): ReviewComment {
  const comment = {
    id: world.nextId(),
    review,
    path: String(anchor.path),
    line: typeof anchor.line === 'number' ? anchor.line : null,
    startLine: typeof anchor.start_line === 'number' ? anchor.start_line : null,
    commit,
    login: world.login,
    body,
    minimized: false,
  };
  world.reviewComments.push(comment);
  return comment;
}

function reviewComment(world: World, { parameters }: Call, comment: ReviewComment): unknown {
  const { id, path, commit, body, login, repliesTo, review } = comment;
  const head = world.pulls.get(Number(parameters.pull_number))?.head ?? commit;
  const now = (line: number | null): number | null =>
    line === null ? null : moved(world.text(commit, path), world.text(head, path), line);
  return {
    id,
    node_id: nodeId('PRRC', id),
    pull_request_review_id: review,
    path,
    commit_id: head,
    original_commit_id: commit,
    user: user(login),
    body,
    created_at: stamp,
    updated_at: stamp,
    line: now(comment.line),
    original_line: comment.line ?? undefined,
    start_line: now(comment.startLine),
    original_start_line: comment.startLine,
    side: 'RIGHT',
    subject_type: comment.line === null ? 'file' : 'line',
    ...(repliesTo === undefined ? {} : { in_reply_to_id: repliesTo }),
  };
}

function issueComment({ id, login, body }: IssueComment): unknown {
  return { id, node_id: nodeId('IC', id), user: user(login), body, created_at: stamp, updated_at: stamp };
}
