/** The tools of this machine as a renderer. */
import { availableParallelism } from 'node:os';
import { createHash } from 'node:crypto';
import { execute } from './execute.js';
import type { Bounds, Execution } from './execute.js';
import { findCommand } from './find.js';
import type { Command } from './find.js';
import type { Renderer, Rendering, RenderRequest, Tool } from './request.js';
import { told } from './told.js';
import { openWorkspace } from './workspace.js';

const bounds: Bounds = { milliseconds: 30_000, bytes: 32 * 1024 * 1024 };

/** @param path the variable PATH; @param tree the folder that is reviewed, from which nothing is run */
export function localTools(path: string, tree?: string): Renderer {
  const found = new Map<Tool, Command | undefined>();
  const commandOf = (tool: Tool): Command | undefined => {
    if (!found.has(tool)) found.set(tool, findCommand(tool, path, tree));
    return found.get(tool);
  };
  return shared({
    has: (tool) => commandOf(tool) !== undefined,
    render: (request) => {
      const command = commandOf(request.tool);
      return command
        ? run(command, request)
        : Promise.resolve({ kind: 'failed', message: 'is not there', by: request.tool });
    },
  });
}

/** The same renderer, which runs equal requests once, and as many at a time as there are cores. */
export function shared(renderer: Renderer, atOnce = availableParallelism()): Renderer {
  const known = new Map<string, Promise<Rendering>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async (request: RenderRequest): Promise<Rendering> => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await renderer.render(request);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return {
    has: renderer.has,
    render: (request) => {
      const key = keyOf(request);
      const answer = known.get(key) ?? inTurn(request);
      known.set(key, answer);
      return answer;
    },
  };
}

/** Equal for requests that have the same answer. */
export function keyOf({ tool, inputs, arguments: args }: RenderRequest): string {
  const hash = createHash('sha256');
  for (const part of [tool, String(args.length), ...args, ...[...inputs].sort().flat()]) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('hex');
}

async function run(command: Command, request: RenderRequest): Promise<Rendering> {
  const by = command.name;
  try {
    const workspace = await openWorkspace(request.inputs);
    try {
      const { folder, env, hidden } = workspace;
      const done = await execute(command.file, [...command.words, ...request.arguments], { folder, env, bounds });
      return answerOf(done, by, hidden);
    } finally {
      await workspace.remove();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'its inputs could not be written';
    return { kind: 'failed', message: `could not be run: ${code}`, by };
  }
}

function answerOf({ status, output, errors, ended }: Execution, by: string, hidden: readonly string[]): Rendering {
  switch (ended) {
    case 'time':
      return { kind: 'failed', message: `was stopped after ${bounds.milliseconds / 1000} seconds`, by };
    case 'output':
      return { kind: 'failed', message: `was stopped after ${bounds.bytes / 1024 / 1024} MiB of output`, by };
    case 'start':
      return { kind: 'failed', message: 'could not be started', by };
    case undefined:
      break;
  }
  if (status === 0) return { kind: 'rendered', text: output, by };
  const message = told(errors, hidden);
  return { kind: 'failed', message: message === '' ? `ended with status ${String(status)}` : message, by };
}
