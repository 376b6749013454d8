/** The verdict as a commit status: for tokens that can't make a check run, as personal ones. */
import type { Octokit } from '@octokit/rest';
import type { Verdict } from '../../report/report.js';
import type { RepositoryName } from '../context.js';
import { clip } from './limits.js';

export interface StatusRequest {
  /** Its name; a later status of the same name on the same commit replaces an earlier one. */
  readonly context: string;
  readonly commit: string;
  readonly verdict: Verdict;
  /** One line. */
  readonly description: string;
  /** Of the workflow run. */
  readonly targetUrl: string;
}

/** There is no neutral state: nothing to judge is no obstacle. */
const states: Readonly<Record<Verdict, 'success' | 'failure'>> = {
  pass: 'success',
  fail: 'failure',
  neutral: 'success',
};

/** Characters of a description (https://docs.github.com/rest/commits/statuses). */
const longestDescription = 140;

/**
 * Sets the status, unless it says the same already: a commit keeps a thousand of one name.
 * @throws what the client throws
 */
export async function publishStatus(
  octokit: Octokit,
  repository: RepositoryName,
  { context, commit, verdict, description, targetUrl }: StatusRequest,
): Promise<void> {
  const state = states[verdict];
  const text = clip(description, longestDescription);
  const earlier = await octokit.rest.repos
    .getCombinedStatusForRef({ ...repository, ref: commit, per_page: 100 })
    .catch(() => undefined);
  const current = earlier?.data.statuses.find((one) => one.context === context);
  if (current?.state === state && current.description === text) return;
  // Repeating it does no harm: the last one counts.
  await octokit.rest.repos.createCommitStatus({
    ...repository,
    sha: commit,
    state,
    context,
    description: text,
    target_url: targetUrl,
  });
}
