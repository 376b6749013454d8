/** The one summary comment of a pull request: edited in place, and the oldest one wins. */
import { isUncertain, refusal } from '../errors.js';
import type { Author, PullRequestApi, SummaryComment } from './conversation.js';
import { same } from './plan.js';

/** Who speaks for a commit when several runs start at the same time. */
export type Turn = 'ours' | 'another run has it';

/**
 * Creates or edits the summary comment, and removes younger ones.
 * @param existing own summary comments, oldest first
 * @param reread the same as they are now
 * @throws what the client throws
 */
export async function writeSummary(
  api: PullRequestApi,
  body: string,
  head: string,
  existing: readonly SummaryComment[],
  author: Author,
  reread: () => Promise<readonly SummaryComment[]>,
): Promise<Turn> {
  const [oldest, ...younger] = existing;
  if (oldest) {
    if (!same(oldest.body, body)) await edit(api, oldest.id, body);
    for (const { id } of younger) await remove(api, id);
    return 'ours';
  }
  const created = await createOnce(api, body, author, reread);
  if (created === undefined) return 'ours';
  // Two runs may both have found no comment. Whoever wrote first has the oldest one, and the other one sees it here.
  const [first] = (await reread()).filter(({ id }) => id <= created);
  if (!first || first.id === created) return 'ours';
  await remove(api, created);
  if (first.head === head) return 'another run has it';
  await edit(api, first.id, body);
  return 'ours';
}

/** @returns the id; undefined when an earlier try turns out to have created it */
async function createOnce(
  api: PullRequestApi,
  body: string,
  author: Author,
  reread: () => Promise<readonly SummaryComment[]>,
): Promise<number | undefined> {
  const create = async (): Promise<number> => {
    const { data } = await api.octokit.rest.issues.createComment({
      ...api.repository,
      issue_number: api.number,
      body,
      // Repeating it blindly could leave two.
      request: { retries: 0 },
    });
    if (data.user) author.learn(data.user.login);
    return data.id;
  };
  try {
    return await create();
  } catch (error) {
    if (!isUncertain(refusal(error))) throw error;
    if ((await reread()).length > 0) return undefined;
    return create();
  }
}

async function edit({ octokit, repository }: PullRequestApi, id: number, body: string): Promise<void> {
  await octokit.rest.issues.updateComment({ ...repository, comment_id: id, body });
}

async function remove({ octokit, repository }: PullRequestApi, id: number): Promise<void> {
  await octokit.rest.issues.deleteComment({ ...repository, comment_id: id }).catch((error: unknown) => {
    if (refusal(error).status !== 404) throw error;
  });
}
