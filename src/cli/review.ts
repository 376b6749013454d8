/** `aks-privacy review` */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FailOn } from '../comparison/gate.js';
import { absenceNotice, changeNotice } from '../configuration/notice.js';
import { reviewOptions } from '../options.js';
import { parts } from '../parts.js';
import type { ReviewOptions } from '../review.js';
import { review } from '../review.js';
import { GitError } from '../tree/git.js';
import { localTools } from '../tree/render/renderer.js';
import { version } from '../version.js';
import { configurationOf, configurationPath } from './configuration.js';
import { UnfinishedError } from './errors.js';
import type { Io } from './io.js';
import { exit, wantsColour } from './io.js';
import type { ReportFormat } from './render.js';
import { render } from './render.js';
import type { Revisions } from './revisions.js';
import { revisions } from './revisions.js';

export interface ReviewArguments {
  readonly path: string;
  readonly base?: string;
  readonly head?: string;
  readonly config?: string;
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly only: readonly string[];
  /** Whether helm and kustomize may be run. */
  readonly render: boolean;
  readonly all: boolean;
}

export async function runReview(args: ReviewArguments, io: Io): Promise<number> {
  const used = parts();
  const compared = await asked(() => revisions(args, io.folder, used.decode));
  const { base, head, changes, prefix } = compared;
  const configuration = await configurationOf(args.config, io.folder, base ?? head, used.decode, used.rules);
  const options = reviewOptions({
    configuration,
    failOn: args.failOn,
    minimumScores: {},
    only: args.only,
    version,
    now: io.now(),
    clock: io.clock,
  });
  const renderer = args.render ? localTools(io.env.PATH ?? '', resolve(io.folder, args.path)) : undefined;
  const reviewed = await review({ base, head, changes, options: within(options, prefix), renderer }, used);
  const paths = (await (base ?? head).entries()).map((entry) => entry.path);
  const absent = absenceNotice(configurationPath, false, paths);
  const notices = args.config === undefined ? [...absent, ...changeNotice(configurationPath, changes)] : [];
  const report = { ...reviewed, problems: [...notices, ...reviewed.problems] };
  const toTerminal = args.output === undefined;
  const text = await render(report, args.format, {
    head,
    decode: used.decode,
    colour: toTerminal && wantsColour(io.env, io.out.isTerminal),
    ...(toTerminal && io.out.columns !== undefined ? { columns: io.out.columns } : {}),
    all: args.all,
  });
  if (args.output === undefined) await io.out.write(text);
  else write(io.folder, args.output, text);
  return report.verdict === 'fail' ? exit.failed : exit.passed;
}

/** A failure of git while the trees are looked up: the person can mend it. */
async function asked(look: () => Promise<Revisions>): Promise<Revisions> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof GitError) throw new UnfinishedError(error.message, 'Check the repository with git status');
    throw error;
  }
}

function within(options: ReviewOptions, prefix: string): ReviewOptions {
  if (prefix === '') return options;
  return { ...options, complete: false, includes: (path) => path.startsWith(`${prefix}/`) && options.includes(path) };
}

function write(folder: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(folder, file), text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnfinishedError(
      `the report could not be written to ${file}: ${code ?? 'unknown error'}`,
      'Check the folder of --output',
    );
  }
}
