/** One run of the action: event and inputs -> revisions -> review -> every outlet. */
import { setTimeout as delay } from 'node:timers/promises';
import { absenceNotice, changeNotice } from '../configuration/notice.js';
import { reviewOptions } from '../options.js';
import type { Lines } from '../report/lines.js';
import { linesOf } from '../report/lines.js';
import type { Finding, Report, Verdict } from '../report/report.js';
import type { Parts } from '../review.js';
import { review } from '../review.js';
import { SIZE_LIMIT } from '../syntax/decode.js';
import type { Problem } from '../syntax/problem.js';
import type { SourceFile } from '../syntax/source.js';
import { openGit } from '../tree/git.js';
import type { Renderer } from '../tree/render/request.js';
import type { Tree } from '../tree/tree.js';
import { version } from '../version.js';
import { createClient } from './client.js';
import type { Fetch } from './client.js';
import { configurationOf } from './configuration.js';
import type { RunnerEvent } from './context.js';
import { targetOf } from './context.js';
import { writeRequested } from './files.js';
import type { Inputs } from './inputs.js';
import { defaultConfig } from './inputs.js';
import { publish } from './publish/publish.js';
import type { Runner } from './publish/runner.js';
import { logLine } from './publish/runner.js';
import type { Revisions } from './revisions.js';
import { openRevisions } from './revisions.js';
import type { Addresses } from './texts.js';
import { textsOf } from './texts.js';

export interface Surroundings {
  readonly event: RunnerEvent;
  readonly inputs: Inputs;
  readonly parts: Parts;
  readonly runner: Runner;
  readonly fetch: Fetch;
  /** Whole, with port and path. */
  readonly apiUrl: string;
  readonly addresses: Addresses;
  /** Of the workflow run. */
  readonly runUrl: string;
  /** Absolute; empty when the runner has none. */
  readonly workspace: string;
  /** Runs helm and kustomize, where the inputs allow it. */
  readonly tools?: Renderer;
  readonly now: Date;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

/** Between the summary comment of a run and its other comments lie two or three requests. */
const settleTime = 5000;

/** Files that the reviewer may ask for. */
const reviewable =
  /(\.(bicep|bicepparam|tf|tfvars|ya?ml|json|tpl|helmignore|sh|bash|zsh|azcli|ps1|mk|mak)|(^|\/)(GNU)?makefile)$/i;

/**
 * @throws UserError for wrong use; what the client throws when GitHub does not give the commits
 */
export async function run(surroundings: Surroundings): Promise<Verdict> {
  const { event, inputs, parts, runner, addresses } = surroundings;
  const target = targetOf(event, inputs);
  const started = surroundings.clock();
  const deadline = {
    left: () => started + inputs.timeoutMinutes * 60_000 - surroundings.clock(),
    message: `the ${String(inputs.timeoutMinutes)} minutes of timeout-minutes are over`,
  };
  const client = createClient({
    token: inputs.token,
    deadline,
    apiUrl: surroundings.apiUrl,
    userAgent: `aks-privacy/${version}`,
    fetch: surroundings.fetch,
    log: { debug: runner.debug, info: (message) => runner.info(logLine(message)) },
  });
  const git = surroundings.workspace === '' ? undefined : await openGit(surroundings.workspace);
  const revisions = await openRevisions(target, client.octokit, git, {
    isLikely: (path) => reviewable.test(path),
    sizeLimit: SIZE_LIMIT,
  });
  runner.debug(`read from ${revisions.source === 'git' ? 'the checkout' : 'the API'}`);

  const report = await reviewed(revisions, surroundings, client.requests);
  const head = report.comparison.head ?? target.head;
  const lines = await headLines(revisions.head, report.findings, parts);
  const texts = textsOf(report, { target, eventName: event.eventName, head, lines, addresses, now: surroundings.now });
  const { comment, checkName, statusContext, reportFile, sarifFile } = inputs;
  const publication = {
    ...{ report, target, changes: revisions.changes, head, texts },
    ...{ comment, checkName, statusContext, reportFile, sarifFile, runUrl: surroundings.runUrl },
    writeFile: (path: string, text: string) => writeRequested(surroundings.workspace, path, text),
    settle: () => delay(settleTime),
  };
  await publish(publication, client.octokit, runner);
  runner.info(logLine(`${String(client.requests())} API requests`));
  return report.verdict;
}

async function reviewed(revisions: Revisions, surroundings: Surroundings, requests: () => number): Promise<Report> {
  const { inputs, parts, now, clock } = surroundings;
  const { base, head, changes } = revisions;
  // From the base, so that a pull request can't lower its own bar.
  const configuration = await configurationOf(base ?? head, inputs.config, parts);
  const { failOn, minimumScores, paths: only } = inputs;
  const run = { configuration, failOn, minimumScores, only, version, now, clock, apiRequests: requests };
  const renderer = mayRender(surroundings) ? surroundings.tools : undefined;
  const report = await review({ base, head, changes, options: reviewOptions(run), renderer }, parts);
  const listing = revisions.problems.map((message): Problem => ({ path: '', message }));
  const paths = (await (base ?? head).entries()).map(({ path }) => path);
  const absent = absenceNotice(inputs.config, inputs.config !== defaultConfig, paths);
  const notices = [...absent, ...changeNotice(inputs.config, changes)];
  return { ...report, problems: [...listing, ...notices, ...report.problems] };
}

/** With the rights of the base, a text of somebody else's pull request is read and never handed to a program. */
function mayRender({ inputs, event }: Surroundings): boolean {
  return (inputs.render ?? (event.eventName === 'pull_request_target' ? 'off' : 'auto')) === 'auto';
}

/** The text around findings, of files that the review has read: the tree has them already. */
async function headLines(head: Tree, findings: readonly Finding[], { decode }: Parts): Promise<Lines> {
  const shown = findings.filter(({ status }) => status === 'introduced' || status === 'existing');
  const paths = new Set(shown.flatMap(({ path, fix }) => [path, ...(fix?.edits ?? []).map((edit) => edit.path)]));
  const contents = await head.read([...paths]);
  const files = new Map<string, SourceFile>();
  for (const [path, content] of contents) {
    const file = 'bytes' in content ? decode(path, content.bytes) : undefined;
    if (file && 'text' in file) files.set(path, file);
  }
  return linesOf(files);
}
