import { decode } from '../../src/syntax/decode.js';
import type { Parsed } from '../../src/syntax/problem.js';
import type { SourceFile } from '../../src/syntax/source.js';
import { Revision } from '../../src/tree/revision.js';
import { SourceCache } from '../../src/tree/source-cache.js';
import type { Tree } from '../../src/tree/tree.js';

/** A folder in memory that counts what is read. */
function folder(texts: Map<string, string>) {
  const reads: string[] = [];
  const tree: Tree = {
    revision: null,
    entries: () => Promise.resolve([...texts.keys()].map((path) => ({ path, kind: 'file' as const }))),
    read: () => Promise.reject(new Error('a folder is read at once')),
    readNow: (path) => {
      reads.push(path);
      const text = texts.get(path);
      return text === undefined ? { problem: 'could not be read: ENOENT' } : { bytes: Buffer.from(text) };
    },
  };
  return { tree, reads };
}

const texts = () => new Map(['a', 'b', 'c'].map((name) => [name, `${name.repeat(4)}\n${name}`]));
const words = ({ path, text }: SourceFile): Parsed<readonly string[]> => ({
  result: text.split('\n'),
  problems: [{ path, line: 1, message: 'is odd' }],
});

test('texts beyond the limit are let go, and read again when they are asked for', async () => {
  const { tree, reads } = folder(texts());
  const revision = await Revision.open(tree, new SourceCache(decode, { texts: 14, parses: 100 }));
  const first = revision.read('a');
  expect(['a', 'b', 'c'].map((path) => revision.read(path)?.text)).toEqual(['aaaa\na', 'bbbb\nb', 'cccc\nc']);
  expect(reads).toEqual(['a', 'b', 'c']);
  // The same file all the while: what was found in it stands in the one that is read now.
  expect(revision.read('a')).toBe(first);
  expect(first?.position(5)).toEqual({ line: 2, column: 1 });
  expect(first?.text).toBe('aaaa\na');
  expect(reads).toEqual(['a', 'b', 'c', 'a']);
});

test('statistics and problems are the same however little is kept', async () => {
  const seen = await Promise.all(
    [1, 1_000].map(async (limit) => {
      const cache = new SourceCache(decode, { texts: limit, parses: limit });
      const revision = await Revision.open(folder(texts()).tree, cache);
      const results = ['a', 'b', 'c', 'a', 'b', 'c'].map((path) => revision.parse(path, words));
      return { results, statistics: cache.statistics, problems: revision.problems() };
    }),
  );
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.statistics).toEqual({ files: 3, parsed: 3, bytes: 18 });
  expect(seen[0]?.problems).toHaveLength(3);
});

test('a parse in use is not made again', async () => {
  let parses = 0;
  const counting = (file: SourceFile): Parsed<readonly string[]> => {
    parses++;
    return words(file);
  };
  const cache = new SourceCache(decode, { texts: 100, parses: 14 });
  const revision = await Revision.open(folder(texts()).tree, cache);
  const shared = revision.parse('a', counting);
  for (const path of ['b', 'c']) {
    revision.parse(path, counting);
    expect(revision.parse('a', counting)).toBe(shared);
  }
  expect(parses).toBe(3);
  revision.parse('b', counting);
  expect(parses).toBe(4);
});

test('a file that goes away meanwhile is empty, and ends nothing', async () => {
  const files = texts();
  const { tree } = folder(files);
  const revision = await Revision.open(tree, new SourceCache(decode, { texts: 1, parses: 1 }));
  const gone = revision.read('a');
  revision.read('b');
  files.delete('a');
  expect(gone?.text).toBe('');
  expect(gone?.line(2)).toBe('');
  expect(gone?.position(5).column).toBeGreaterThan(0);
});

test('texts that can not be read again at once are kept', async () => {
  const bytes = new Map([...texts()].map(([path, text]) => [path, { bytes: Buffer.from(text) }]));
  const tree: Tree = {
    revision: 'abc',
    entries: () => Promise.resolve([...bytes.keys()].map((path) => ({ path, kind: 'file' as const, identity: path }))),
    read: () => Promise.resolve(bytes),
  };
  const revision = await Revision.open(tree, new SourceCache(decode, { texts: 1, parses: 1 }));
  for (const path of bytes.keys()) revision.read(path);
  await revision.bring();
  expect([...bytes.keys()].map((path) => revision.read(path)?.text)).toEqual([...texts().values()]);
});
