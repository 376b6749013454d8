import type { Octokit } from '@octokit/rest';
import { refusal } from '../errors.js';
import { authorOf, readConversation } from './conversation.js';
import { scopeOf } from './marker.js';
import type { Publication } from './publication.js';
import type { CommentPlan, CommentRequest } from './pull-request.js';
import { planComments } from './pull-request.js';
import { refused } from './words.js';

/** What a pull request has of earlier runs, and what it is to have. */
export interface Comments {
  readonly request: CommentRequest;
  readonly plan: CommentPlan;
}

/** Reads the conversation and decides what to write; undefined where there is none or it can't be read. */
export async function prepareComments(
  publication: Publication,
  octokit: Octokit,
  problems: string[],
): Promise<Comments | undefined> {
  const { target, comment, checkName } = publication;
  if (target.kind !== 'pull-request' || comment === 'off') return undefined;
  const { repository, number, fork } = target;
  const api = { octokit, repository, number };
  const scope = scopeOf(checkName);
  const author = authorOf(octokit);
  const read = async (): Promise<Comments> => {
    const conversation = await readConversation(api, scope, author);
    const request = {
      ...publication,
      ...{ api, conversation, author, fork, scope },
      inline: comment === 'inline',
      summary: publication.texts.comment,
      inlineBody: publication.texts.inline,
    };
    return { request, plan: planComments(request) };
  };
  try {
    const first = await read();
    if (!isInterrupted(first)) return first;
    await publication.settle();
    return await read();
  } catch (error) {
    problems.push(refused('Comments', 'pull-requests: write', refusal(error), fork));
    return undefined;
  }
}

/** A summary of this very commit whose comments are missing: another run is about to write them, or has failed to. */
function isInterrupted({ request, plan }: Comments): boolean {
  const isSaid = request.conversation.summaries.some(({ head }) => head === request.head);
  return isSaid && plan.inline.lines.length + plan.inline.files.length > 0;
}
