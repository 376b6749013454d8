/** Commit statuses: the last one of a context counts. */
import type { Answer, Call } from './answer.js';
import { forbidden, ok, refuse } from './answer.js';
import type { CommitStatus, World } from './world.js';

type Handler = (world: World, call: Call) => Answer;

export const statuses: Readonly<Record<string, Handler>> = {
  'POST /repos/{owner}/{repo}/statuses/{sha}': (world, { body, parameters }) => {
    if (world.rights.statuses !== 'write') return forbidden;
    const sha = String(parameters.sha);
    if (!world.commits.has(sha)) return refuse(422, `No commit found for SHA: ${sha}`);
    const { state, context = 'default', description = '', target_url: url } = body;
    if (String(description).length > 140) {
      return refuse(422, 'Validation Failed', ['description is too long (maximum is 140 characters)']);
    }
    const status: CommitStatus = {
      sha,
      state: String(state),
      context: String(context),
      description: String(description),
      targetUrl: typeof url === 'string' ? url : null,
    };
    world.statuses.push(status);
    return ok(described(status), 201);
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/status': (world, { parameters }) => {
    if (world.rights.statuses === 'none') return forbidden;
    const last = new Map(
      world.statuses.filter(({ sha }) => sha === parameters.ref).map((status) => [status.context, status]),
    );
    const all = [...last.values()];
    const state = all.every((one) => one.state === 'success') ? 'success' : 'failure';
    return ok({ state, sha: parameters.ref, total_count: all.length, statuses: all.map(described) });
  },
};

function described({ state, context, description, targetUrl }: CommitStatus): unknown {
  return { state, context, description, target_url: targetUrl };
}
