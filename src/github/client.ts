/** The way to GitHub's API: retries, limits, bounded waiting, and a token that goes to one host only. */
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { GivenUp } from './errors.js';
import { pace } from './pace.js';

export type Fetch = typeof globalThis.fetch;

export interface ClientLog {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
}

export interface ClientOptions {
  readonly token: string;
  /** Whole, with port and path (`https://github.example.org/api/v3`). */
  readonly apiUrl: string;
  readonly userAgent: string;
  readonly fetch: Fetch;
  readonly log: ClientLog;
  /** Longest sum of waits that GitHub asks for by its limits, in seconds. */
  readonly longestWait?: number;
  /** When nothing more is to be asked or waited for; without it, only single answers and waits have an end. */
  readonly deadline?: Deadline;
  /** Longest time for one answer, in milliseconds. */
  readonly timeout?: number;
  /**
   * Between requests that write (GraphQL counts as such), in milliseconds. A run writes about 60 times at most, which is less
   * than the 80 that GitHub allows in a minute.
   */
  readonly pause?: number;
  /** Of the first repetition of a request that failed, in milliseconds; the second waits four times as long. */
  readonly retryAfter?: number;
}

export interface Deadline {
  /** Milliseconds that are left; zero or less when the time is over. */
  readonly left: () => number;
  /** Why requests are refused then; a part of a sentence. */
  readonly message: string;
}

export interface Client {
  readonly octokit: Octokit;
  /** Requests sent so far, repeated ones included. */
  readonly requests: () => number;
}

const Throttled = Octokit.plugin(retry, throttling);

/** Pinned, so that a new default of GitHub's changes nothing here. Every supported Enterprise Server knows it. */
const apiVersion = '2022-11-28';

export function createClient(options: ClientOptions): Client {
  const {
    token,
    apiUrl,
    userAgent,
    log,
    longestWait = 120,
    timeout = 30_000,
    pause = 500,
    retryAfter = 1000,
  } = options;
  const baseUrl = apiUrl.replace(/\/+$/, '');
  const { origin } = new URL(baseUrl);
  let sent = 0;
  let waited = 0;
  const guarded: Fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (new URL(url).origin !== origin) throw new Error('a request to another host than the API was refused');
    const left = options.deadline?.left() ?? Infinity;
    if (left <= 0) throw new GivenUp(options.deadline?.message);
    sent++;
    const longest = Math.max(1, Math.min(timeout, Math.floor(left)));
    return options.fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(longest) });
  };
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, tries: number): boolean => {
    if (tries >= 2 || waited + seconds > longestWait) return false;
    if (seconds * 1000 >= (options.deadline?.left() ?? Infinity)) return false;
    waited += seconds;
    log.info(`GitHub's limits ask to wait ${String(seconds)} s.`);
    return true;
  };
  // In place of the plugin's own, which wait 3 s between comments: more than GitHub asks for.
  const limiters: object = { write: pace(pause), notifications: pace(0) };
  const octokit = new Throttled({
    auth: token,
    baseUrl,
    userAgent,
    request: { fetch: guarded },
    // Creating requests opt out one by one: they may have had their effect.
    retry: { retries: 2, retryAfterBaseValue: retryAfter },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: retryAfter,
      ...limiters,
    },
    log: { debug: () => undefined, info: log.debug, warn: log.debug, error: log.debug },
  });
  octokit.hook.before('request', (request) => {
    request.headers['x-github-api-version'] = apiVersion;
  });
  return { octokit, requests: () => sent };
}
