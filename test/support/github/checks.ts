/** Check runs: what GitHub keeps of them, and what it refuses beyond its description. */
import type { Answer, Call } from './answer.js';
import { forbidden, nodeId, notFound, ok, refuse } from './answer.js';
import type { CheckRun, World } from './world.js';

type Handler = (world: World, call: Call) => Answer;

export const checks: Readonly<Record<string, Handler>> = {
  'POST /repos/{owner}/{repo}/check-runs': (world, { body }) => {
    const refused = mayNot(world) ?? outputProblem(body.output);
    if (refused) return refused;
    const { name, head_sha: headSha, status, conclusion, output, external_id: externalId, details_url: url } = body;
    if (!world.commits.has(String(headSha))) return refuse(422, 'No commit found for SHA');
    if (status === 'completed' && conclusion === undefined)
      return refuse(422, 'Invalid request. conclusion is required');
    const run: CheckRun = {
      id: world.nextId(),
      name: String(name),
      headSha: String(headSha),
      externalId: typeof externalId === 'string' ? externalId : null,
      detailsUrl: typeof url === 'string' ? url : null,
      status: typeof conclusion === 'string' ? 'completed' : typeof status === 'string' ? status : 'queued',
      conclusion: typeof conclusion === 'string' ? conclusion : null,
      title: '',
      summary: '',
      annotations: [],
    };
    take(run, output);
    world.checkRuns.push(run);
    return ok(checkRun(run), 201);
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': (world, { body, parameters }) => {
    const refused = mayNot(world) ?? outputProblem(body.output);
    if (refused) return refused;
    const run = world.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    if (!run) return notFound;
    if (typeof body.conclusion === 'string') [run.status, run.conclusion] = ['completed', body.conclusion];
    take(run, body.output);
    return ok(checkRun(run));
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': (world, { parameters, query }) => {
    if (world.rights.checks === 'none') return forbidden;
    const name = query.get('check_name');
    const found = world.checkRuns.filter(
      (run) => run.headSha === parameters.ref && (name === null || run.name === name),
    );
    return ok({ total_count: found.length, check_runs: found.map(checkRun) });
  },
};

/** Only apps make check runs, and Actions is one. */
function mayNot({ rights, login }: World): Answer | undefined {
  if (rights.checks !== 'write') return forbidden;
  return login.endsWith('[bot]') ? undefined : refuse(403, 'You must authenticate via a GitHub App.');
}

/** Annotations are appended to those that are there. */
function take(run: CheckRun, output: unknown): void {
  if (typeof output !== 'object' || output === null) return;
  const {
    title,
    summary,
    annotations = [],
  } = output as {
    title?: string;
    summary: string;
    annotations?: Record<string, unknown>[];
  };
  run.title = title ?? run.title;
  run.summary = summary;
  run.annotations.push(...annotations);
}

/** Limits that the description states in prose, or in characters while GitHub counts bytes. */
function outputProblem(output: unknown): Answer | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const { summary, annotations = [] } = output as { summary: string; annotations?: Record<string, unknown>[] };
  if (Buffer.byteLength(summary) > 65_535) {
    return refuse(
      422,
      `Invalid request. Only 65535 characters are allowed; ${String(Buffer.byteLength(summary))} were supplied.`,
    );
  }
  for (const one of annotations) {
    const {
      start_line: start,
      end_line: end,
      start_column: from,
      end_column: to,
      title = '',
      message,
    } = one as {
      start_line: number;
      end_line: number;
      start_column?: number;
      end_column?: number;
      title?: string;
      message: string;
    };
    const wrong =
      start < 1 ||
      end < start ||
      (start !== end && (from !== undefined || to !== undefined)) ||
      (from !== undefined && to !== undefined && (from < 1 || to < from)) ||
      title.length > 255 ||
      Buffer.byteLength(message) > 65_536 ||
      /[\0-\x08]/.test(message);
    if (wrong) return refuse(422, 'Invalid request. The annotation is invalid.', [one]);
  }
  return undefined;
}

function checkRun({
  id,
  name,
  headSha,
  externalId,
  detailsUrl,
  status,
  conclusion,
  title,
  summary,
}: CheckRun): unknown {
  return {
    id,
    node_id: nodeId('CR', id),
    name,
    head_sha: headSha,
    external_id: externalId,
    details_url: detailsUrl,
    status,
    conclusion,
    output: { title, summary, text: null },
  };
}
