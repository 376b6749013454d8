/** The check run of a commit: conclusion, summary, and all annotations, 50 to a request. */
import type { Octokit } from '@octokit/rest';
import type { Report, Severity, Verdict } from '../../report/report.js';
import type { RepositoryName } from '../context.js';
import { isUncertain, refusal } from '../errors.js';
import type { Annotation } from './annotations.js';
import { annotationsPerRequest, bodyLimit, clip } from './limits.js';
import { digest } from './marker.js';

export interface CheckRunRequest {
  readonly name: string;
  readonly headSha: string;
  readonly verdict: Verdict;
  /** One line. */
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Of the workflow run. */
  readonly detailsUrl: string;
  /** Equal for equal results: a second run on the same commit finds the check run of the first. */
  readonly externalId: string;
}

export interface CheckRunResult {
  /** Annotations that did not get through, and why. */
  readonly missing: number;
  readonly because: string;
}

const levels: Readonly<Record<Severity, 'failure' | 'warning' | 'notice'>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice',
};

const conclusions: Readonly<Record<Verdict, 'success' | 'failure' | 'neutral'>> = {
  pass: 'success',
  fail: 'failure',
  neutral: 'neutral',
};

/** What a report says, without what differs between runs that say the same. */
export function resultId(report: Report, annotations: readonly Annotation[]): string {
  const { verdict, failures, dimensions, comparison, problems } = report;
  const fingerprints = report.findings.map(({ fingerprint, status }) => [fingerprint, status]);
  const said = { verdict, failures, dimensions, comparison, problems, fingerprints, annotations };
  return `aks-privacy:${digest(JSON.stringify(said)).slice(0, 32)}`;
}

/** Whether a run with the same results is on the commit already. False also when GitHub does not say. */
export async function isPublished(
  octokit: Octokit,
  repository: RepositoryName,
  { name, headSha, externalId }: CheckRunRequest,
): Promise<boolean> {
  const found = await octokit.rest.checks
    .listForRef({ ...repository, ref: headSha, check_name: name, per_page: 100 })
    .catch(() => undefined);
  return found?.data.check_runs.some(({ external_id }) => external_id === externalId) ?? false;
}

/**
 * Creates the check run. Without its annotations when GitHub takes them amiss: the conclusion matters most.
 * @throws what the client throws when there is no check run in the end
 */
export async function publishCheckRun(
  octokit: Octokit,
  repository: RepositoryName,
  request: CheckRunRequest,
): Promise<CheckRunResult> {
  const { annotations } = request;
  const batches = batched(annotations.map(apiAnnotation));
  const output = { title: clip(request.title, 250), summary: clip(request.summary, bodyLimit) };
  const create = (first: readonly ApiAnnotation[]): Promise<number | undefined> =>
    createOnce(octokit, repository, request, { ...output, annotations: [...first] });
  let id: number | undefined;
  try {
    id = await create(batches[0] ?? []);
  } catch (error) {
    const answer = refusal(error);
    if (answer.status !== 422 || annotations.length === 0) throw error;
    await create([]);
    return { missing: annotations.length, because: answer.message };
  }
  if (id === undefined) return { missing: 0, because: '' };
  let sent = batches[0]?.length ?? 0;
  for (const batch of batches.slice(1)) {
    try {
      await octokit.rest.checks.update({
        ...repository,
        check_run_id: id,
        output: { ...output, annotations: [...batch] },
        // Repeating it would append the annotations twice.
        request: { retries: 0 },
      });
    } catch (error) {
      return { missing: annotations.length - sent, because: refusal(error).message };
    }
    sent += batch.length;
  }
  return { missing: 0, because: '' };
}

/** @returns its id; undefined when an earlier try turns out to have created it with everything */
async function createOnce(
  octokit: Octokit,
  repository: RepositoryName,
  request: CheckRunRequest,
  output: { title: string; summary: string; annotations: ApiAnnotation[] },
): Promise<number | undefined> {
  const create = async (): Promise<number> => {
    const { data } = await octokit.rest.checks.create({
      ...repository,
      name: request.name,
      head_sha: request.headSha,
      status: 'completed',
      conclusion: conclusions[request.verdict],
      details_url: request.detailsUrl,
      external_id: request.externalId,
      output,
      // Repeating it blindly could leave two.
      request: { retries: 0 },
    });
    return data.id;
  };
  try {
    return await create();
  } catch (error) {
    if (!isUncertain(refusal(error))) throw error;
    if (await isPublished(octokit, repository, request)) return undefined;
    return create();
  }
}

interface ApiAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'failure' | 'warning' | 'notice';
  title: string;
  message: string;
}

function apiAnnotation({ path, startLine, endLine, columns, severity, title, message }: Annotation): ApiAnnotation {
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(columns ? { start_column: columns.start, end_column: columns.end } : {}),
    annotation_level: levels[severity],
    title,
    message,
  };
}

function batched<T>(all: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = [];
  for (let at = 0; at < all.length; at += annotationsPerRequest)
    batches.push(all.slice(at, at + annotationsPerRequest));
  return batches;
}
