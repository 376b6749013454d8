/** One report, every outlet: each on its own, so that a failing one takes nothing away from the others. */
import type { Octokit } from '@octokit/rest';
import { refusal } from '../errors.js';
import { annotationsOf } from './annotations.js';
import type { Annotation } from './annotations.js';
import { isPublished, publishCheckRun, resultId } from './check-run.js';
import type { CheckRunRequest } from './check-run.js';
import { claim, writeComments } from './pull-request.js';
import type { Comments } from './prepare.js';
import { prepareComments } from './prepare.js';
import type { Publication } from './publication.js';
import { byteLength, clip, commandsPerLevel, jobSummaryLimit, outputLimit } from './limits.js';
import { outputsOf } from './outputs.js';
import type { Runner } from './runner.js';
import { commandSlots, logLine } from './runner.js';
import { publishStatus } from './status.js';
import { refused } from './words.js';

/**
 * Outputs, files, job summary, log, annotations of what blocks, summary comment, check run, commit status, comments on lines; and, where one
 * of the last three could not be written, all annotations that fit. Nothing here changes the verdict.
 * @returns what could not be published, a sentence each
 */
export async function publish(publication: Publication, octokit: Octokit, runner: Runner): Promise<readonly string[]> {
  const { report, texts } = publication;
  const problems: string[] = [];
  const annotations = annotationsOf(report);
  const annotate = annotator(runner);

  await attempt(problems, 'The outputs', () => writeOutputs(publication, runner, problems));
  await attempt(problems, 'The report file', () => writeReport(publication));
  await attempt(problems, 'The SARIF file', () => writeSarif(publication, runner));
  await attempt(problems, 'The job summary', () => runner.summary(clip(texts.jobSummary, jobSummaryLimit)));
  for (const line of texts.log.split('\n')) runner.info(logLine(line));
  annotate(annotations.filter(({ blocking }) => blocking && report.verdict === 'fail'));

  const before = problems.length;
  const comments = await prepareComments(publication, octokit, problems);
  const turn = comments ? await claim(comments.request, comments.plan, problems) : 'ours';
  if (turn !== 'another run has it') await checkRun(publication, octokit, annotations, comments, problems);
  await commitStatus(publication, octokit, problems);
  if (comments && turn === 'ours') await writeComments(comments.request, comments.plan, problems);
  if (problems.length > before || publication.checkName === '') annotate(annotations);
  if (problems.length > 0) await tell(problems, runner);
  return problems;
}

async function checkRun(
  publication: Publication,
  octokit: Octokit,
  annotations: readonly Annotation[],
  comments: Comments | undefined,
  problems: string[],
): Promise<void> {
  const { checkName: name, report, target, head: headSha, texts, runUrl: detailsUrl } = publication;
  if (name === '') return;
  const externalId = resultId(report, annotations);
  const request: CheckRunRequest = {
    name,
    headSha,
    verdict: report.verdict,
    title: texts.title,
    summary: texts.checkRun,
    annotations,
    detailsUrl,
    externalId,
  };
  try {
    if (mayBeRepeated(comments, headSha) && (await isPublished(octokit, target.repository, request))) return;
    const { missing, because } = await publishCheckRun(octokit, target.repository, request);
    if (missing > 0) problems.push(`${String(missing)} annotations are missing in the check run: ${because}.`);
  } catch (error) {
    const fork = target.kind === 'pull-request' && target.fork;
    problems.push(refused('The check run', 'checks: write', refusal(error), fork));
  }
}

async function commitStatus(publication: Publication, octokit: Octokit, problems: string[]): Promise<void> {
  const { statusContext: context, report, target, head, texts, runUrl } = publication;
  if (context === '') return;
  const status = { context, commit: head, verdict: report.verdict, description: texts.title, targetUrl: runUrl };
  try {
    await publishStatus(octokit, target.repository, status);
  } catch (error) {
    const fork = target.kind === 'pull-request' && target.fork;
    problems.push(refused('The commit status', 'statuses: write', refusal(error), fork));
  }
}

/** A summary comment that is still to be written for this commit says that no run came before. */
function mayBeRepeated(comments: Comments | undefined, head: string): boolean {
  if (!comments) return true;
  const { plan, request } = comments;
  return plan.summary === undefined || request.conversation.summaries.some((summary) => summary.head === head);
}

function writeOutputs({ report, texts: { json } }: Publication, runner: Runner, problems: string[]): void {
  for (const [name, value] of Object.entries(outputsOf(report))) runner.output(name, value);
  if (byteLength(json) <= outputLimit) runner.output('report', json);
  else {
    runner.output('report', '');
    problems.push('The report is too large for an output: the input `report-file` writes it to a file.');
  }
}

async function writeReport({ reportFile, writeFile, texts }: Publication): Promise<void> {
  if (reportFile !== '') await writeFile(reportFile, texts.json);
}

async function writeSarif({ sarifFile, writeFile, texts }: Publication, runner: Runner): Promise<void> {
  runner.output('sarif', sarifFile === '' ? '' : await writeFile(sarifFile, texts.sarif()));
}

/** Annotations by workflow command, each once and within the runner's slots. */
function annotator(runner: Runner): (annotations: readonly Annotation[]) => void {
  const mayWrite = commandSlots(commandsPerLevel);
  const written = new Set<Annotation>();
  return (annotations) => {
    for (const annotation of annotations) {
      if (written.has(annotation) || !mayWrite(annotation.severity)) continue;
      written.add(annotation);
      runner.annotate(annotation);
    }
  };
}

async function tell(problems: readonly string[], runner: Runner): Promise<void> {
  runner.notice(problems.join(' '));
  await runner.summary(`\n${problems.map((problem) => `> ${problem}`).join('\n>\n')}\n`).catch(() => undefined);
}

async function attempt(problems: string[], what: string, action: () => void | Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    problems.push(`${what} could not be written: ${refusal(error).message}.`);
  }
}
