import type { ClientOptions, Fetch } from '../../src/github/client.js';
import { createClient } from '../../src/github/client.js';
import { refusal } from '../../src/github/errors.js';
import type { StandIn } from '../support/github/stand-in.js';
import { startStandIn } from '../support/github/stand-in.js';
import { World } from '../support/github/world.js';

let world: World;
let standIn: StandIn;
let log: string[];

async function start(prefix = ''): Promise<void> {
  await standIn.close();
  standIn = await startStandIn(world, prefix);
}

beforeEach(async () => {
  world = new World();
  standIn = await startStandIn(world);
  log = [];
});

afterEach(() => standIn.close());

function client(more: Partial<ClientOptions> = {}): ReturnType<typeof createClient> {
  return createClient({
    token: world.token,
    apiUrl: standIn.url,
    userAgent: 'aks-privacy/test',
    fetch: globalThis.fetch,
    log: { debug: (line) => log.push(line), info: (line) => log.push(line) },
    pause: 0,
    retryAfter: 1,
    longestWait: 90,
    timeout: 2000,
    ...more,
  });
}

const pull = { owner: 'octo', repo: 'shop', pull_number: 7 };

function withPull(): void {
  const commit = world.commit({});
  world.open(7, commit, commit);
}

test('requests are counted, and carry the version of the API', async () => {
  withPull();
  const { octokit, requests } = client();
  await octokit.rest.pulls.get(pull);
  await octokit.rest.pulls.listFiles(pull);
  expect(requests()).toBe(2);
  expect(standIn.violations).toEqual([]);
});

test('Enterprise Server: both APIs below its path', async () => {
  await start('/api/v3');
  withPull();
  const { octokit } = client();
  await octokit.rest.pulls.get(pull);
  await octokit.graphql('query { viewer { login } }');
  expect(standIn.requests.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api/v3/repos/octo/shop/pulls/7',
    '/api/graphql',
  ]);
});

test.each([
  ['an error of the server', { status: 502, body: { message: 'Bad gateway' } }],
  ['a reset connection', { reset: 'before' as const }],
])('%s is survived', async (_name, fault) => {
  withPull();
  standIn.onRequest = (_operation, earlier) => (earlier < 2 ? fault : undefined);
  const { data } = await client().octokit.rest.pulls.get(pull);
  expect(data.number).toBe(7);
});

test('a GraphQL request whose connection is reset is repeated', async () => {
  standIn.onRequest = (_operation, earlier) => (earlier < 1 ? { reset: 'before' } : undefined);
  const data = await client().octokit.graphql('query { viewer { login } }');
  expect(data).toEqual({ viewer: { login: 'github-actions[bot]' } });
});

test('a server that stays down is given up', async () => {
  withPull();
  standIn.onRequest = () => ({ status: 503, body: { message: 'Unavailable' } });
  await expect(client().octokit.rest.pulls.get(pull)).rejects.toMatchObject({ status: 503 });
  expect(standIn.requests).toHaveLength(3);
});

test('no answer within the time is an error', async () => {
  withPull();
  standIn.onRequest = () => ({ delay: 1000 });
  const error: unknown = await client({ timeout: 50 })
    .octokit.rest.pulls.get({ ...pull, request: { retries: 0 } })
    .catch((caught: unknown) => caught);
  expect(refusal(error).status).toBeUndefined();
});

test('a secondary limit is waited for', async () => {
  withPull();
  const limited = {
    status: 403,
    body: { message: 'You have exceeded a secondary rate limit.' },
    headers: { 'retry-after': '1' },
  };
  standIn.onRequest = (_operation, earlier) => (earlier === 0 ? limited : undefined);
  await client().octokit.rest.pulls.get(pull);
  expect(log).toContain("GitHub's limits ask to wait 1 s.");
});

test('a limit that asks for too long a wait is not waited for', async () => {
  withPull();
  const reset = String(Math.ceil(Date.now() / 1000) + 3600);
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
  standIn.onRequest = () => ({ status: 403, body: { message: 'API rate limit exceeded' }, headers });
  await expect(client().octokit.rest.pulls.get(pull)).rejects.toMatchObject({ status: 403 });
  expect(standIn.requests).toHaveLength(1);
});

test('after its time nothing is asked any more, and the reason is said', async () => {
  withPull();
  const deadline = { left: () => 0, message: 'the 10 minutes of timeout-minutes are over' };
  const error: unknown = await client({ deadline })
    .octokit.rest.pulls.get(pull)
    .catch((caught: unknown) => caught);
  expect(refusal(error)).toEqual({ sent: false, status: undefined, message: deadline.message });
  expect(standIn.requests).toEqual([]);
});

test('a wait that would end after the time is not begun', async () => {
  withPull();
  const body = { message: 'You have exceeded a secondary rate limit.' };
  standIn.onRequest = () => ({ status: 403, body, headers: { 'retry-after': '60' } });
  const deadline = { left: () => 59_000, message: 'over' };
  await expect(client({ deadline }).octokit.rest.pulls.get(pull)).rejects.toMatchObject({ status: 403 });
  expect(standIn.requests).toHaveLength(1);
});

test('an answer that takes longer than what is left is not waited for', async () => {
  withPull();
  standIn.onRequest = () => ({ delay: 1500 });
  const end = performance.now() + 50;
  const deadline = { left: () => end - performance.now(), message: 'the time is over' };
  const error: unknown = await client({ deadline })
    .octokit.rest.pulls.get(pull)
    .catch((caught: unknown) => caught);
  expect(refusal(error).status).toBeUndefined();
  expect(standIn.requests).toHaveLength(1);
});

test('what the token may not do is not tried again', async () => {
  withPull();
  standIn.onRequest = () => ({ status: 403, body: { message: 'Resource not accessible by integration' } });
  await expect(client().octokit.rest.pulls.get(pull)).rejects.toMatchObject({ status: 403 });
  expect(standIn.requests).toHaveLength(1);
});

test('the token goes to the host of the API only', async () => {
  const seen: string[] = [];
  const spy: Fetch = (input) => {
    seen.push(input instanceof Request ? input.url : input.toString());
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
  };
  const { octokit } = client({ fetch: spy });
  await expect(octokit.request('GET https://elsewhere.example/repos')).rejects.toThrow('another host');
  expect(seen).toEqual([]);
});

test('no message holds the token', async () => {
  standIn.onRequest = () => ({ status: 401, body: { message: 'Bad credentials' } });
  const error: unknown = await client()
    .octokit.rest.pulls.get(pull)
    .catch((caught: unknown) => caught);
  expect(JSON.stringify([refusal(error), log, (error as Error).stack])).not.toContain(world.token);
});
