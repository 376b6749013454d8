import { hunksBetween, parseDiff, parseHunks } from '../../src/tree/diff.js';

const header = (name: string): string => `diff --git a/${name} b/${name}\nindex 111..222 100644\n`;

describe('parseHunks', () => {
  test('counts added and removed lines on their own sides', () => {
    const patch = ['@@ -1,4 +1,5 @@ context', ' one', '-two', '+TWO', '+two and a half', ' three', ' four'].join('\n');
    expect(parseHunks(patch)).toEqual([
      { oldStart: 1, oldLines: 4, newStart: 1, newLines: 5, added: [2, 3], removed: [2] },
    ]);
  });

  test('a hunk of one line omits its count', () => {
    expect(parseHunks('@@ -3 +3 @@\n-a\n+b')).toEqual([
      { oldStart: 3, oldLines: 1, newStart: 3, newLines: 1, added: [3], removed: [3] },
    ]);
  });

  test('the note about a missing final line break is no line', () => {
    const patch = '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n\\ No newline at end of file';
    expect(parseHunks(patch)[0]).toMatchObject({ added: [1], removed: [1] });
  });

  test('lines that look like a header inside a hunk are content', () => {
    expect(parseHunks('@@ -1,2 +1,3 @@\n a\n+diff --git a/x b/x\n b')[0]).toMatchObject({ added: [2] });
  });
});

describe('parseDiff', () => {
  test.each([
    [
      'a modified file',
      `${header('k8s/web.yaml')}--- a/k8s/web.yaml\n+++ b/k8s/web.yaml\n@@ -1 +1 @@\n-a\n+b\n`,
      { path: 'k8s/web.yaml', status: 'modified' },
    ],
    [
      'a new file',
      `diff --git a/n.tf b/n.tf\nnew file mode 100644\nindex 000..222\n--- /dev/null\n+++ b/n.tf\n@@ -0,0 +1 @@\n+b\n`,
      { path: 'n.tf', status: 'added' },
    ],
    [
      'a removed file',
      `diff --git a/n.tf b/n.tf\ndeleted file mode 100644\nindex 222..000\n--- a/n.tf\n+++ /dev/null\n@@ -1 +0,0 @@\n-b\n`,
      { path: 'n.tf', status: 'removed' },
    ],
    [
      'a rename without a change',
      'diff --git a/old.tf b/new dir/new.tf\nsimilarity index 100%\nrename from old.tf\nrename to new dir/new.tf\n',
      { path: 'new dir/new.tf', previousPath: 'old.tf', status: 'renamed', hunks: [] },
    ],
    [
      'a mode change',
      'diff --git a/run me.sh b/run me.sh\nold mode 100644\nnew mode 100755\n',
      { path: 'run me.sh', status: 'modified', hunks: [] },
    ],
    [
      'a quoted name',
      'diff --git "a/tab\\there.yaml" "b/tab\\there.yaml"\nnew file mode 100644\n--- /dev/null\n+++ "b/tab\\there.yaml"\n@@ -0,0 +1 @@\n+b\n',
      { path: 'tab\there.yaml', status: 'added' },
    ],
    [
      'a binary file, whose lines nobody knows',
      'diff --git a/u.yaml b/u.yaml\nindex 111..222 100644\nBinary files a/u.yaml and b/u.yaml differ\n',
      { path: 'u.yaml', status: 'modified', hunks: undefined },
    ],
  ])('%s', (_, diff, expected) => {
    expect(parseDiff(diff)).toEqual([expect.objectContaining(expected)]);
  });

  test('several files', () => {
    const one = (name: string): string => `${header(name)}--- a/${name}\n+++ b/${name}\n@@ -1 +1 @@\n-a\n+b\n`;
    expect(parseDiff(one('a.tf') + one('b.tf')).map(({ path }) => path)).toEqual(['a.tf', 'b.tf']);
  });
});

test('hunks between two texts are those that git would show', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7', '8'].join('\n');
  expect(hunksBetween(before, before.replace('5', 'five\nfive and a half'))).toEqual([
    { oldStart: 2, oldLines: 7, newStart: 2, newLines: 8, added: [5, 6], removed: [5] },
  ]);
  expect(hunksBetween(before, before)).toEqual([]);
});

describe('texts that differ in more lines than are worth comparing', () => {
  const lines = (prefix: string, count: number): string =>
    [...Array(count).keys()].map((n) => prefix + String(n)).join('\n');

  test('are one change between what they share', () => {
    const before = `first\n${lines('a', 3000)}\nlast\n`;
    const after = `first\n${lines('b', 2500)}\nlast\n`;
    const [hunk, ...more] = hunksBetween(before, after);
    expect(more).toEqual([]);
    expect(hunk).toMatchObject({ oldStart: 2, oldLines: 3000, newStart: 2, newLines: 2500 });
    expect([hunk!.added[0], hunk!.added.at(-1), hunk!.removed.at(-1)]).toEqual([2, 2501, 3001]);
  });

  test('a long new file is new from its first line to its last', () => {
    const [hunk] = hunksBetween('', `${lines('a', 5000)}\n`);
    expect(hunk).toMatchObject({ oldLines: 0, newStart: 1, newLines: 5000 });
    expect(hunk!.added).toHaveLength(5000);
  });
});
