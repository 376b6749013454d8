/**
 * GitHub's API on localhost, as far as the action uses it: it keeps state, refuses what GitHub refuses, and checks every
 * request against GitHub's own description.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Call } from './answer.js';
import { notFound, refuse } from './answer.js';
import { checks } from './checks.js';
import type { Operation } from './openapi.js';
import { describedOperations } from './openapi.js';
import { answerQuery } from './queries.js';
import { reading } from './reading.js';
import { statuses } from './statuses.js';
import type { World } from './world.js';
import { writing } from './writing.js';

export interface Recorded {
  /** `POST /repos/{owner}/{repo}/check-runs`, `POST /graphql` */
  readonly operation: string;
  readonly url: string;
  readonly body: unknown;
  status: number;
}

/** Something that goes wrong with one request. */
export type Fault =
  | Answer
  /** No answer, before or after the request has had its effect. */
  | { readonly reset: 'before' | 'after' }
  | { readonly delay: number };

export interface StandIn {
  /** Of the API, with the path that Enterprise Server has when asked for. */
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** Requests that GitHub's description does not allow. */
  readonly violations: readonly string[];
  /** Asked before every request; changes of the world may be made here, too. */
  onRequest: ((operation: string, earlier: number) => Fault | undefined) | undefined;
  close(): Promise<void>;
}

/** Compiling the description takes a moment, and it never changes. */
const operationOf = describedOperations();

const handlers = { ...reading, ...writing, ...checks, ...statuses };

/** @param prefix path of the REST API: empty, or `/api/v3` as on Enterprise Server */
export async function startStandIn(world: World, prefix = ''): Promise<StandIn> {
  const requests: Recorded[] = [];
  const violations: string[] = [];
  const graphqlPath = prefix === '' ? '/graphql' : '/api/graphql';

  const respond = (request: IncomingMessage, text: string, url: URL): { recorded: Recorded; answer: () => Answer } => {
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const isQuery = url.pathname === graphqlPath && request.method === 'POST';
    const inside = new URL(url.href.replace(`${url.origin}${prefix}`, url.origin));
    const operation = isQuery ? undefined : operationOf(request.method ?? '', inside, body);
    const name = isQuery ? 'POST /graphql' : (operation?.name ?? `${request.method ?? ''} ${url.pathname}`);
    const recorded = { operation: name, url: url.href, body, status: 0 };
    requests.push(recorded);
    return { recorded, answer: () => answer(request, name, isQuery, operation, inside, body) };
  };

  const answer = (
    request: IncomingMessage,
    name: string,
    isQuery: boolean,
    operation: Operation | undefined,
    url: URL,
    body: unknown,
  ): Answer => {
    if (!/^(token|bearer) /i.test(request.headers.authorization ?? '')) return refuse(401, 'Requires authentication');
    if (request.headers.authorization?.split(' ')[1] !== world.token) return refuse(401, 'Bad credentials');
    if (request.headers['x-github-api-version'] !== '2022-11-28') violations.push(`${name}: no API version`);
    if (isQuery) return graphqlAnswer(body);
    const handler = operation && handlers[operation.name];
    if (!handler) {
      violations.push(`${name}: not described`);
      return notFound;
    }
    violations.push(...operation.problems.map((problem) => `${name}: ${problem}`));
    if (operation.problems.length > 0) return refuse(422, 'Invalid request.', operation.problems);
    const { owner, repo } = operation.parameters;
    if (owner !== undefined && (owner !== world.owner || repo !== world.repo || world.rights.contents === 'none')) {
      return notFound;
    }
    const call: Call = {
      parameters: operation.parameters,
      query: url.searchParams,
      body: (body ?? {}) as Record<string, unknown>,
      base: `${url.origin}${prefix}`,
      path: url.pathname,
    };
    return honest(name, handler(world, call), operation.answerNames);
  };

  const graphqlAnswer = (body: unknown): Answer => {
    const found = answerQuery(world, body);
    for (const { message, type } of (found.body as { errors?: { message: string; type?: string }[] }).errors ?? []) {
      if (type === undefined) violations.push(`POST /graphql: ${message}`);
    }
    return found;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
      const { recorded, answer: compute } = respond(request, Buffer.concat(chunks).toString('utf8'), url);
      const earlier = requests.filter(({ operation }) => operation === recorded.operation).length - 1;
      const fault = standIn.onRequest?.(recorded.operation, earlier);
      if (fault && 'reset' in fault) {
        if (fault.reset === 'after') compute();
        request.socket.destroy();
        return;
      }
      const finish = (): void => {
        const found = fault && 'status' in fault ? fault : compute();
        recorded.status = found.status;
        send(response, found);
      };
      if (fault && 'delay' in fault) setTimeout(finish, fault.delay);
      else finish();
    });
  });
  const port = await listen(server);
  const standIn: StandIn = {
    url: `http://127.0.0.1:${String(port)}${prefix}`,
    requests,
    violations,
    onRequest: undefined,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return standIn;
}

/** An answer with a name that GitHub's answers do not have would prove nothing. */
function honest(name: string, answer: Answer, names: readonly string[] | undefined): Answer {
  const one: unknown = Array.isArray(answer.body) ? answer.body[0] : answer.body;
  if (answer.status >= 300 || !names || typeof one !== 'object' || one === null) return answer;
  const invented = Object.keys(one).filter((key) => !names.includes(key));
  if (invented.length > 0) throw new Error(`the stand-in invented ${invented.join(', ')} in ${name}`);
  return answer;
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
