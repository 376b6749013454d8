/** GraphQL operations: blobs of a repository, who asks, and folding of comments. */
import type { Answer } from './answer.js';
import { forbidden, ok } from './answer.js';
import type { Document, Field } from './graphql.js';
import { parseGraphql } from './graphql.js';
import type { World } from './world.js';

interface GraphqlError {
  readonly message: string;
  readonly type?: string;
  readonly path?: readonly string[];
}

interface Result {
  readonly data: Record<string, unknown>;
  readonly errors: GraphqlError[];
}

const blobFields = ['oid', 'byteSize', 'isBinary', 'isTruncated', 'text'];

export function answerQuery(world: World, body: unknown): Answer {
  if (world.graphql === 'refuses') return forbidden;
  const query = (body as { query?: unknown } | undefined)?.query;
  if (typeof query !== 'string') return ok({ errors: [{ message: 'A query attribute must be specified' }] });
  let document: Document;
  try {
    document = parseGraphql(query);
  } catch (error) {
    return ok({ errors: [{ message: (error as Error).message }] });
  }
  const result: Result = { data: {}, errors: [] };
  for (const field of document.fields) {
    result.data[field.alias] =
      document.operation === 'mutation' ? mutate(world, field, result) : root(world, field, result);
  }
  const { data, errors } = result;
  return ok(errors.length > 0 ? { data, errors } : { data });
}

function root(world: World, field: Field, { errors }: Result): unknown {
  switch (field.name) {
    case 'viewer':
      return Object.fromEntries(field.fields.map(({ alias, name }) => [alias, name === 'login' ? world.login : null]));
    case 'repository': {
      if (field.args.owner !== world.owner || field.args.name !== world.repo) {
        errors.push({ type: 'NOT_FOUND', message: 'Could not resolve to a Repository', path: [field.alias] });
        return null;
      }
      return Object.fromEntries(field.fields.map((inner) => [inner.alias, object(world, inner, errors)]));
    }
    default:
      errors.push({ message: `Field '${field.name}' doesn't exist on type 'Query'` });
      return null;
  }
}

function object(world: World, field: Field, errors: GraphqlError[]): unknown {
  const { expression } = field.args;
  const unknown = field.fields.find(({ name, on }) => on !== 'Blob' || !blobFields.includes(name));
  if (field.name !== 'object' || typeof expression !== 'string' || unknown) {
    errors.push({
      message: `Field '${(unknown ?? field).name}' doesn't exist on type '${unknown ? 'Blob' : 'Repository'}'`,
    });
    return null;
  }
  const colon = expression.indexOf(':');
  const file = world.commits.get(expression.slice(0, colon))?.files.get(expression.slice(colon + 1));
  if (!file || file.mode === '160000') return null;
  const text = file.bytes.toString('utf8');
  const isBinary = file.bytes.subarray(0, 8000).includes(0);
  const blob: Record<string, unknown> = {
    oid: file.id,
    byteSize: file.bytes.length,
    isBinary,
    isTruncated: !isBinary && text.length > world.textLimit,
    text: isBinary ? null : text.slice(0, world.textLimit),
  };
  return Object.fromEntries(field.fields.map(({ alias, name }) => [alias, blob[name]]));
}

function mutate(world: World, field: Field, { errors }: Result): unknown {
  const input = field.args.input as Readonly<Record<string, unknown>> | undefined;
  const subject = input?.subjectId ?? input?.pullRequestReviewCommentId;
  const comment = world.reviewComments.find(({ id }) => `PRRC_${String(id)}` === subject);
  const updates = field.name === 'updatePullRequestReviewComment';
  const hides = field.name === 'minimizeComment';
  if (!hides && !updates && field.name !== 'unminimizeComment') {
    errors.push({ message: `Field '${field.name}' doesn't exist on type 'Mutation'` });
    return null;
  }
  if (
    hides &&
    !['ABUSE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'DUPLICATE', 'SPAM'].includes(String(input?.classifier))
  ) {
    errors.push({ message: 'Argument classifier has an invalid value' });
    return null;
  }
  if (!comment || world.rights.pulls !== 'write') {
    errors.push({ type: 'FORBIDDEN', message: 'Resource not accessible by integration', path: [field.alias] });
    return null;
  }
  if (updates) comment.body = String(input?.body);
  else comment.minimized = hides;
  return Object.fromEntries(field.fields.map(({ alias }) => [alias, {}]));
}
