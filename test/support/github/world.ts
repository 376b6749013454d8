/** The state of a repository on GitHub: commits, pull requests, and what has been posted. */
import { createHash } from 'node:crypto';
import type { DiffFile } from './diff.js';
import { diffFiles } from './diff.js';

export type Right = 'write' | 'read' | 'none';

export interface Stored {
  readonly id: string;
  readonly mode: '100644' | '120000' | '160000';
  readonly bytes: Buffer;
}

export type FileContent = string | Buffer | { readonly link: string } | { readonly submodule: string };

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, Stored>;
}

export interface Pull {
  readonly number: number;
  base: string;
  head: string;
}

export interface ReviewComment {
  readonly id: number;
  readonly review: number | null;
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly commit: string;
  readonly login: string;
  readonly repliesTo?: number;
  body: string;
  minimized: boolean;
}

export interface IssueComment {
  readonly id: number;
  readonly login: string;
  body: string;
}

export interface Review {
  readonly id: number;
  readonly body: string;
  readonly commit: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string | null;
  readonly detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  title: string;
  summary: string;
  readonly annotations: Record<string, unknown>[];
}

export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string | null;
}

export class World {
  readonly owner = 'octo';
  readonly repo = 'shop';
  token = 'ghs_0123456789';
  /** Who writes with the token. */
  login = 'github-actions[bot]';
  rights: Record<'contents' | 'pulls' | 'issues' | 'checks' | 'statuses', Right> = {
    contents: 'read',
    pulls: 'write',
    issues: 'none',
    checks: 'write',
    statuses: 'none',
  };
  graphql: 'answers' | 'refuses' = 'answers';
  /** Entries of one tree before GitHub cuts it. */
  treeLimit = Infinity;
  /** Files of a pull request before GitHub cuts the list. */
  fileLimit = 3000;
  /** Texts of blobs before GraphQL cuts them, in characters. */
  textLimit = 512_000;
  readonly withoutPatch = new Set<string>();
  readonly renames = new Map<string, string>();

  readonly commits = new Map<string, Commit>();
  readonly pulls = new Map<number, Pull>();
  readonly reviews: Review[] = [];
  reviewComments: ReviewComment[] = [];
  issueComments: IssueComment[] = [];
  readonly checkRuns: CheckRun[] = [];
  /** Oldest first. */
  readonly statuses: CommitStatus[] = [];
  private lastId = 1000;

  nextId(): number {
    return ++this.lastId;
  }

  /** A commit of exactly these files. */
  commit(files: Readonly<Record<string, FileContent>>, ...parents: readonly string[]): string {
    const stored = new Map(Object.entries(files).map(([path, content]) => [path, store(content)]));
    const listing = [...stored].map(([path, { id, mode }]) => [path, id, mode]);
    const sha = hash(JSON.stringify([listing, parents]));
    this.commits.set(sha, { sha, parents, files: stored });
    return sha;
  }

  open(number: number, base: string, head: string): Pull {
    const pull = { number, base, head };
    this.pulls.set(number, pull);
    return pull;
  }

  mergeBase(a: string, b: string): string | undefined {
    const ancestors = new Set(this.history(a));
    return this.history(b).find((sha) => ancestors.has(sha));
  }

  /** The changes of a range, from its merge base. */
  diff(base: string, head: string): readonly DiffFile[] {
    const before = this.commits.get(this.mergeBase(base, head) ?? base)?.files ?? new Map<string, Stored>();
    const after = this.commits.get(head)?.files ?? new Map<string, Stored>();
    return diffFiles(before, after, this.renames, (path) => !this.withoutPatch.has(path));
  }

  blob(id: string): Stored | undefined {
    for (const { files } of this.commits.values()) {
      for (const file of files.values()) if (file.id === id && file.mode !== '160000') return file;
    }
    return undefined;
  }

  text(sha: string, path: string): string {
    return this.commits.get(sha)?.files.get(path)?.bytes.toString('utf8') ?? '';
  }

  private history(sha: string): readonly string[] {
    const seen = new Set([sha]);
    for (const one of seen) for (const parent of this.commits.get(one)?.parents ?? []) seen.add(parent);
    return [...seen];
  }
}

function store(content: FileContent): Stored {
  if (typeof content === 'object' && 'submodule' in content) {
    return { id: content.submodule, mode: '160000', bytes: Buffer.alloc(0) };
  }
  if (typeof content === 'object' && 'link' in content) {
    const bytes = Buffer.from(content.link);
    return { id: blobId(bytes), mode: '120000', bytes };
  }
  const bytes = Buffer.from(content);
  return { id: blobId(bytes), mode: '100644', bytes };
}

function blobId(bytes: Buffer): string {
  return createHash('sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}

export function hash(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
