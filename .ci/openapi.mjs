/**
 * Extracts the operations that the action uses from GitHub's own description:
 *   node .ci/openapi.mjs …/node_modules/@octokit/openapi/generated/api.github.com.deref.json > test/support/github/openapi.json
 * The package (@octokit/openapi 23.0.2, 385 MB) is no dependency; install it somewhere else to run this again.
 */
import { readFileSync } from 'node:fs';

const operations = [
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/commits/{ref}',
  'GET /repos/{owner}/{repo}/commits/{ref}/status',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /user',
];

const api = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const noise = new Set(['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated', 'x-github']);

/** A schema without prose; objects take no property that GitHub does not name. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      kept.properties = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bare(inner)]));
    } else if (!noise.has(key)) kept[key] = bare(value);
  }
  if (kept.properties && kept.additionalProperties === undefined && !kept.oneOf && !kept.anyOf && !kept.allOf) {
    kept.additionalProperties = false;
  }
  return kept;
}

/** The names that a response may have at its top: of the object, or of each item of the list. */
function names(response) {
  const schema = response?.content?.['application/json']?.schema;
  const one = schema?.type === 'array' ? schema.items : schema;
  return one?.properties ? Object.keys(one.properties).sort() : undefined;
}

const paths = {};
for (const operation of operations) {
  const [method, path] = operation.split(' ');
  const described = api.paths[path]?.[method.toLowerCase()];
  if (!described) throw new Error(`GitHub describes no ${operation}`);
  const success = Object.entries(described.responses).find(([status]) => status.startsWith('2'));
  paths[path] ??= {};
  paths[path][method.toLowerCase()] = {
    parameters: described.parameters.map(({ name, in: where, required, schema }) => ({
      name,
      in: where,
      required: required ?? false,
      schema: bare(schema),
    })),
    ...(described.requestBody ? { body: bare(described.requestBody.content['application/json'].schema) } : {}),
    success: { status: Number(success[0]), names: names(success[1]) },
  };
}
const text = JSON.stringify(
  { source: '@octokit/openapi 23.0.2, api.github.com', version: api.info.version, paths },
  null,
  1,
);
process.stdout.write(`${text}\n`);
