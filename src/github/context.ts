/** The runner's event -> what is to be reviewed. */
import { UserError } from './errors.js';

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** What the runner says about a run; `Context` of @actions/github has this shape. */
export interface RunnerEvent {
  readonly eventName: string;
  readonly payload: unknown;
  readonly repo: RepositoryName;
  /** The commit that the runner would check out. On pull requests a merge that nobody wrote. */
  readonly sha: string;
}

export interface PullRequestTarget {
  readonly kind: 'pull-request';
  readonly repository: RepositoryName;
  readonly number: number;
  /** Tip of the base branch; the review compares with the merge base. */
  readonly base: string;
  readonly baseName: string | undefined;
  readonly head: string;
  readonly changedFiles: number | undefined;
  /** Whether the head comes from another repository, also one that is gone: such runs get a read-only token. */
  readonly fork: boolean;
  /** Runs with the rights of the base repository: nothing of the head may be executed. */
  readonly privileged: boolean;
}

export interface RangeTarget {
  readonly kind: 'range';
  readonly repository: RepositoryName;
  readonly base: string;
  readonly head: string;
}

/** All of a branch, compared with nothing. */
export interface AuditTarget {
  readonly kind: 'audit';
  readonly repository: RepositoryName;
  readonly head: string;
}

export type Target = PullRequestTarget | RangeTarget | AuditTarget;

const supported = 'pull_request, pull_request_target, merge_group, push, schedule and workflow_dispatch';

/**
 * @param asked the inputs `base` and `head`, empty when not given: they go before what the event says
 * @throws UserError for an event that names nothing to review
 */
export function targetOf(event: RunnerEvent, asked: { readonly base: string; readonly head: string }): Target {
  const target = fromEvent(event);
  if (asked.base === '' && asked.head === '') return target;
  const head = asked.head || target.head;
  if (target.kind === 'pull-request') return { ...target, head, base: asked.base || target.base };
  const base = asked.base || (target.kind === 'range' ? target.base : '');
  const { repository } = target;
  return base === '' ? { kind: 'audit', repository, head } : { kind: 'range', repository, base, head };
}

function fromEvent({ eventName, payload, repo, sha }: RunnerEvent): Target {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(eventName, payload, repo);
    case 'merge_group':
      return {
        kind: 'range',
        repository: repo,
        base: text(payload, eventName, 'merge_group', 'base_sha'),
        head: text(payload, eventName, 'merge_group', 'head_sha'),
      };
    case 'push':
    case 'schedule':
    case 'workflow_dispatch':
      if (sha === '') throw new UserError(`The event ${eventName} comes without a commit (GITHUB_SHA).`);
      return { kind: 'audit', repository: repo, head: sha };
    default:
      throw new UserError(`The event "${eventName}" names nothing to review. Run this action on ${supported}.`);
  }
}

function pullRequest(eventName: string, payload: unknown, repository: RepositoryName): PullRequestTarget {
  const number = at(payload, 'pull_request', 'number') ?? at(payload, 'number');
  if (typeof number !== 'number') throw new UserError(`The event ${eventName} comes without a pull request number.`);
  const changedFiles = at(payload, 'pull_request', 'changed_files');
  const baseName = at(payload, 'pull_request', 'base', 'ref');
  const headRepository = at(payload, 'pull_request', 'head', 'repo', 'full_name');
  const here = `${repository.owner}/${repository.repo}`.toLowerCase();
  return {
    kind: 'pull-request',
    repository,
    number,
    base: text(payload, eventName, 'pull_request', 'base', 'sha'),
    baseName: typeof baseName === 'string' ? baseName : undefined,
    head: text(payload, eventName, 'pull_request', 'head', 'sha'),
    changedFiles: typeof changedFiles === 'number' ? changedFiles : undefined,
    // A deleted fork has no head.repo at all.
    fork: typeof headRepository !== 'string' || headRepository.toLowerCase() !== here,
    privileged: eventName === 'pull_request_target',
  };
}

function text(payload: unknown, eventName: string, ...keys: readonly string[]): string {
  const found = at(payload, ...keys);
  if (typeof found === 'string' && found !== '') return found;
  throw new UserError(`The event ${eventName} comes without ${keys.join('.')}.`);
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}
