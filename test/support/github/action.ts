/**
 * Runs the action as a runner does: a process of its own with the bundle, its environment, its files and its exit status. The
 * bundle is built from the current sources; with AKS_PRIVACY_DIST set to a folder, that bundle runs instead.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../../src/report/report.js';
import type { StandIn } from './stand-in.js';
import type { World } from './world.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Bundle {
  readonly file: string;
  readonly remove: () => void;
}

export function bundle(): Bundle {
  const given = process.env.AKS_PRIVACY_DIST;
  if (given !== undefined) return { file: join(root, given, 'action.js'), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'aks-privacy-dist-'));
  execFileSync(process.execPath, [join(root, '.ci', 'build.mjs'), '--out', folder], { stdio: 'inherit' });
  return { file: join(folder, 'action.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface RunOptions {
  readonly eventName: string;
  readonly payload: unknown;
  readonly sha?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Absolute; an empty folder when left out. */
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The output `report`. */
  readonly report: Report;
  /** Requests to the API during this run. */
  readonly requests: number;
}

/** @param file the bundle */
export async function runAction(file: string, world: World, standIn: StandIn, options: RunOptions): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'aks-privacy-run-'));
  try {
    const at = (name: string): string => join(folder, name);
    mkdirSync(at('workspace'));
    writeFileSync(at('event.json'), JSON.stringify(options.payload));
    writeFileSync(at('output'), '');
    writeFileSync(at('summary'), '');
    const inputs = { 'github-token': world.token, ...options.inputs };
    const env = {
      PATH: process.env.PATH ?? '',
      GITHUB_EVENT_NAME: options.eventName,
      GITHUB_EVENT_PATH: at('event.json'),
      GITHUB_OUTPUT: at('output'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_API_URL: standIn.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: `${world.owner}/${world.repo}`,
      GITHUB_SHA: options.sha ?? 'f'.repeat(40),
      GITHUB_RUN_ID: '42',
      GITHUB_WORKSPACE: options.workspace ?? at('workspace'),
      GITHUB_ACTION_REPOSITORY: 'octo/aks-privacy',
      GITHUB_ACTION_REF: 'v1',
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...options.env,
    };
    const before = standIn.requests.length;
    const { code, stdout, stderr } = await spawned(file, at('workspace'), env);
    const outputs = parseOutputs(readFileSync(at('output'), 'utf8'));
    return {
      ...{ code, stdout, stderr, outputs },
      summary: readFileSync(at('summary'), 'utf8'),
      report: JSON.parse(outputs.report ?? 'null') as Report,
      requests: standIn.requests.length - before,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spawned(
  file: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const options = { cwd, env, maxBuffer: 64 * 1024 * 1024, timeout: 60_000 };
    execFile(process.execPath, [file], options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      done({ code, stdout, stderr });
    });
  });
}

/** `name<<delimiter`, lines, `delimiter` */
function parseOutputs(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name = '', delimiter = ''] = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === '') continue;
    const end = lines.indexOf(delimiter, at + 1);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}

/** The payload of a pull request event. */
export function pullRequestPayload(world: World, number: number, headRepository: string | null = 'octo/shop'): unknown {
  const { base, head } = world.pulls.get(number) ?? { base: '', head: '' };
  return {
    number,
    pull_request: {
      number,
      changed_files: world.diff(base, head).length,
      base: { sha: base, ref: 'main' },
      head: { sha: head, repo: headRepository === null ? null : { full_name: headRepository } },
    },
  };
}
