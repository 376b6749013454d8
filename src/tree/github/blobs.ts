/** Reads blobs of one repository in few requests, whichever revision asks, each content once. */
import type { Content } from '../tree.js';
import type { GitObjects } from './objects.js';
import { alias, blobId, blobSelection, exactBytes, isAskable } from './query.js';

export interface Wanted {
  readonly commit: string;
  readonly path: string;
  /** Blob id, when the listing gave one. */
  readonly id: string | undefined;
  readonly size: number | undefined;
}

export interface BlobReader {
  /**
   * The contents in the order of `wanted`. Calls made in the same turn of the event loop share requests, so base and head
   * are read together.
   */
  read(wanted: readonly Wanted[]): Promise<readonly Content[]>;
}

/** GraphQL objects in one request, and their bytes: GitHub ends a query after 10 seconds. */
const largestBatch = { objects: 100, bytes: 2 * 1024 * 1024 };

/** GitHub cuts the text of large blobs; above this it is not worth asking. */
const longestText = 512 * 1024;

/** Single reads when GraphQL is refused: a fifth of what a workflow's token may do in an hour. */
const mostSingleReads = 200;

interface Pending {
  readonly wanted: Wanted;
  readonly done: (content: Content) => void;
}

/**
 * @param likely what else will soon be asked for, given what is asked for now, the most likely first: it fills up a request
 *   that is sent anyway
 */
export function blobReader(objects: GitObjects, likely: (asked: readonly Wanted[]) => readonly Wanted[]): BlobReader {
  const known = new Map<string, Promise<Content>>();
  let pending: Pending[] = [];
  let graphql = true;
  let singleReads = 0;

  const ask = (wanted: Wanted): Promise<Content> => {
    const key = wanted.id ?? `${wanted.commit}:${wanted.path}`;
    let content = known.get(key);
    if (!content) {
      content = new Promise((done) => pending.push({ wanted, done }));
      known.set(key, content);
    }
    return content;
  };

  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    fillUp();
    const all = pending;
    pending = [];
    await Promise.all(batches(all).map(readBatch));
  };

  /** Adds what is likely to be asked for next, up to the size of one request. */
  const fillUp = (): void => {
    if (!graphql || pending.length >= largestBatch.objects) return;
    let room = largestBatch.bytes - pending.reduce((sum, { wanted }) => sum + sizeOf(wanted), 0);
    for (const wanted of likely(pending.map((one) => one.wanted))) {
      if (pending.length >= largestBatch.objects) return;
      if (sizeOf(wanted) > Math.min(room, longestText)) continue;
      const before = pending.length;
      void ask(wanted);
      if (pending.length > before) room -= sizeOf(wanted);
    }
  };

  const readBatch = async (batch: readonly Pending[]): Promise<void> => {
    const askable = batch.filter(({ wanted }) => isAskable(wanted.path) && sizeOf(wanted) <= longestText);
    const answers = await query(askable.map(({ wanted }) => wanted));
    await Promise.all(
      batch.map(async ({ wanted, done }) => {
        const answer = answers.get(wanted);
        const bytes = wanted.id === undefined || wanted.id === blobId(answer) ? exactBytes(answer) : undefined;
        done(bytes ? { bytes } : await readAlone(wanted.id ?? blobId(answer)));
      }),
    );
  };

  const query = async (asked: readonly Wanted[]): Promise<ReadonlyMap<Wanted, unknown>> => {
    if (!graphql || asked.length === 0) return new Map();
    try {
      const fields = await objects.repositoryFields(blobSelection(asked));
      return new Map(asked.map((wanted, index) => [wanted, fields[alias(index)]]));
    } catch {
      // Whatever the reason, single reads give the same contents, or a reason for each file.
      graphql = false;
      return new Map();
    }
  };

  const readAlone = async (id: string | undefined): Promise<Content> => {
    if (id === undefined) return { problem: 'could not be read: GitHub does not have it' };
    if (singleReads >= mostSingleReads) {
      return { problem: `could not be read: more than ${String(mostSingleReads)} files had to be read one by one` };
    }
    singleReads++;
    try {
      return { bytes: await objects.blob(id) };
    } catch (error) {
      return { problem: `could not be read: ${error instanceof Error ? error.message : 'unknown error'}` };
    }
  };

  return {
    read: (wanted) => {
      const contents = Promise.all(wanted.map(ask));
      setImmediate(() => void flush());
      return contents;
    },
  };
}

function sizeOf({ size }: Wanted): number {
  return size ?? 16 * 1024;
}

/** In the order of asking, each within the bounds of one request; a larger blob is a batch of its own. */
function batches(all: readonly Pending[]): readonly (readonly Pending[])[] {
  const result: Pending[][] = [];
  let current: Pending[] = [];
  let bytes = 0;
  for (const one of all) {
    const size = sizeOf(one.wanted);
    if (current.length > 0 && (current.length >= largestBatch.objects || bytes + size > largestBatch.bytes)) {
      result.push(current);
      current = [];
      bytes = 0;
    }
    current.push(one);
    bytes += size;
  }
  if (current.length > 0) result.push(current);
  return result;
}
