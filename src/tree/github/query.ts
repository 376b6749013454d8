/** Many blobs in one GraphQL request, and what its answer is worth. */

export interface Expression {
  readonly commit: string;
  readonly path: string;
}

/**
 * The selection inside `repository`: `f0: object(expression: "<commit>:<path>") {…}` and so on. Paths are hostile text; the
 * escapes of a JSON string are escapes of a GraphQL string too.
 */
export function blobSelection(expressions: readonly Expression[]): string {
  return expressions
    .map(
      ({ commit, path }, index) =>
        `${alias(index)}: object(expression: ${JSON.stringify(`${commit}:${path}`)}) { ... on Blob { oid byteSize isBinary isTruncated text } }`,
    )
    .join('\n');
}

export function alias(index: number): string {
  return `f${String(index)}`;
}

/** Whether a path can be asked for by GraphQL: its strings have no lone surrogates. */
export function isAskable(path: string): boolean {
  return !/\p{Surrogate}/u.test(path);
}

const byteOrderMark = '\u{feff}';

/**
 * The exact bytes of an answered blob. Undefined when the text may not be all there is, or not as it was: cut, binary to
 * GitHub (UTF-16 is), or decoded with losses. Then the blob has to be read on its own.
 */
export function exactBytes(answer: unknown): Uint8Array | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { text, byteSize, isBinary, isTruncated } = answer as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string' || isBinary === true || isTruncated === true) return undefined;
  // U+FFFD may stand for bytes that were no UTF-8.
  if (text.includes('\u{fffd}')) return undefined;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === byteSize) return bytes;
  const marked = Buffer.from(byteOrderMark + text, 'utf8');
  return marked.length === byteSize ? marked : undefined;
}

export function blobId(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { oid } = answer as Readonly<Record<string, unknown>>;
  return typeof oid === 'string' ? oid : undefined;
}
