/** Entry point of the action: the runner's environment in, exit status out. */
import * as core from '@actions/core';
import { inWords, isForbidden, refusal, UserError } from './github/errors.js';
import { readInputs } from './github/inputs.js';
import type { Annotation } from './github/publish/annotations.js';
import type { Runner } from './github/publish/runner.js';
import { run } from './github/run.js';
import { growSlowly } from './memory.js';
import { parts } from './parts.js';
import { localTools } from './tree/render/renderer.js';

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  growSlowly();
  // Loaded here, because it reads the event while it loads, and a failure of that is to be told like any other.
  const { context } = await import('@actions/github');
  const { defaults } = await import('@actions/github/lib/utils');
  const inputs = readInputs((name) =>
    env[`INPUT_${name.toUpperCase()}`] === undefined ? undefined : core.getInput(name),
  );
  const { serverUrl, runId, repo } = context;
  const verdict = await run({
    event: { eventName: context.eventName, payload: context.payload, repo, sha: context.sha },
    inputs,
    parts: parts(),
    runner,
    // Goes through the runner's proxy where there is one, which the global fetch does not.
    fetch: (defaults.request?.fetch ?? fetch) as typeof fetch,
    apiUrl: context.apiUrl,
    addresses: {
      serverUrl,
      actionRepository: env.GITHUB_ACTION_REPOSITORY ?? '',
      actionRef: env.GITHUB_ACTION_REF ?? '',
    },
    runUrl: `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${String(runId)}`,
    workspace: env.GITHUB_WORKSPACE ?? '',
    tools: localTools(env.PATH ?? '', env.GITHUB_WORKSPACE),
    now: new Date(),
    clock: () => performance.now(),
  });
  process.exitCode = verdict === 'fail' ? core.ExitCode.Failure : core.ExitCode.Success;
}

const runner: Runner = {
  output: (name, value) => core.setOutput(name, value),
  summary: async (markdown) => {
    await core.summary.addRaw(markdown, true).write();
  },
  info: (line) => core.info(line),
  debug: (message) => core.debug(message),
  notice: (message) => core.notice(message, { title: 'AKS privacy' }),
  annotate,
};

function annotate({ severity, path, startLine, endLine, columns, title, message }: Annotation): void {
  const place = {
    title,
    file: path,
    startLine,
    endLine,
    ...(columns ? { startColumn: columns.start, endColumn: columns.end } : {}),
  };
  switch (severity) {
    case 'error': {
      core.error(message, place);
      return;
    }
    case 'warning': {
      core.warning(message, place);
      return;
    }
    case 'notice': {
      core.notice(message, place);
      return;
    }
  }
}

function tell(error: unknown): void {
  if (error instanceof UserError) {
    core.setFailed(error.message);
    return;
  }
  const answer = refusal(error);
  const hint = isForbidden(answer) ? ' The token needs the permission `contents: read`.' : '';
  core.setFailed(`The review could not finish: ${inWords(answer)}.${hint}`);
  if (error instanceof Error) core.debug(error.stack ?? error.message);
}

await main(process.env).catch(tell);
