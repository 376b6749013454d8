import type { Octokit } from '@octokit/rest';
import type { GitObjects, ListedObject } from '../tree/github/objects.js';
import type { RepositoryName } from './context.js';

/** The git objects of a repository through its client. Failures are those of the client. */
export function gitObjects(octokit: Octokit, { owner, repo }: RepositoryName): GitObjects {
  return {
    tree: async (id, recursive) => {
      const { data } = await octokit.rest.git.getTree({
        owner,
        repo,
        tree_sha: id,
        ...(recursive ? { recursive: '1' } : {}),
      });
      const objects = data.tree.map(({ path, mode, sha, size }): ListedObject => ({
        path,
        mode,
        id: sha,
        ...(size === undefined ? {} : { size }),
      }));
      return { objects, truncated: data.truncated };
    },
    blob: async (id) => {
      const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: id });
      return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
    },
    repositoryFields: async (selection) => {
      const query = `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${selection} } }`;
      const data = await octokit.graphql<unknown>(query).catch(partial);
      const fields = (data as { repository?: unknown } | null)?.repository;
      if (typeof fields !== 'object' || fields === null)
        throw new Error('GraphQL answered nothing about the repository');
      return fields as Record<string, unknown>;
    },
  };
}

/** An answer with errors still has what could be answered. */
function partial(error: unknown): unknown {
  if (error instanceof Error && error.name === 'GraphqlResponseError' && 'data' in error) return error.data;
  throw error;
}
