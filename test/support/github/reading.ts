/** What GitHub answers when it is asked for commits, trees, blobs and pull requests. */
import type { Answer, Call } from './answer.js';
import { notFound, ok, page, refuse, user } from './answer.js';
import type { DiffFile } from './diff.js';
import type { Stored, World } from './world.js';
import { hash } from './world.js';

type Handler = (world: World, call: Call) => Answer;

export const reading: Readonly<Record<string, Handler>> = {
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (world, { parameters }) => {
    const pull = world.pulls.get(Number(parameters.pull_number));
    if (!pull) return notFound;
    const { number, base, head } = pull;
    return ok({
      number,
      state: 'open',
      head: { sha: head },
      base: { sha: base },
      changed_files: world.diff(base, head).length,
    });
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (world, call) => {
    const pull = world.pulls.get(Number(call.parameters.pull_number));
    if (!pull) return notFound;
    return page(world.diff(pull.base, pull.head).slice(0, world.fileLimit).map(diffEntry), call);
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': (world, { parameters }) => {
    const [base = '', head = ''] = (parameters.basehead ?? '').split('...');
    const mergeBase = world.mergeBase(base, head);
    if (!world.commits.has(base) || !world.commits.has(head)) return notFound;
    if (mergeBase === undefined) return refuse(404, `No common ancestor between ${base} and ${head}.`);
    const files = world.diff(base, head).slice(0, 300).map(diffEntry);
    return ok({ status: 'ahead', merge_base_commit: { sha: mergeBase }, files, commits: [], total_commits: 1 });
  },
  'GET /repos/{owner}/{repo}/commits/{ref}': (world, { parameters }) => {
    const sha = parameters.ref ?? '';
    return world.commits.has(sha) ? ok({ sha, parents: [] }) : refuse(422, `No commit found for SHA: ${sha}`);
  },
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': (world, { parameters, query }) => {
    const sha = parameters.tree_sha ?? '';
    const folder = folderOf(world, sha);
    if (!folder) return notFound;
    const entries = query.has('recursive') ? recursive(folder) : direct(folder);
    return ok({ sha, tree: entries.slice(0, world.treeLimit), truncated: entries.length > world.treeLimit });
  },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': (world, { parameters }) => {
    const sha = parameters.file_sha ?? '';
    const file = world.blob(sha);
    if (!file) return notFound;
    // GitHub breaks base64 into lines.
    const content = file.bytes.toString('base64').replace(/(.{60})/g, '$1\n');
    return ok({ sha, node_id: `B_${sha}`, size: file.bytes.length, encoding: 'base64', content });
  },
  'GET /user': (world) =>
    world.login.endsWith('[bot]') ? refuse(403, 'Resource not accessible by integration') : ok(user(world.login)),
};

function diffEntry({ filename, ...file }: DiffFile): unknown {
  return { filename, ...file };
}

type Folder = readonly (readonly [path: string, file: Stored])[];

/** The files below a tree: of a commit, or of a folder by the id that the listing gave. */
function folderOf(world: World, sha: string): Folder | undefined {
  const commit = world.commits.get(sha);
  if (commit) return [...commit.files];
  for (const { files } of world.commits.values()) {
    for (const folder of folders([...files])) {
      const inside = below([...files], folder);
      if (treeId(inside) === sha) return inside;
    }
  }
  return undefined;
}

function recursive(all: Folder): readonly unknown[] {
  const trees = folders(all).map((path) => tree(path, below(all, path)));
  return [...trees, ...all.map(([path, file]) => blob(path, file))].sort(byPath);
}

function direct(all: Folder): readonly unknown[] {
  const trees = folders(all)
    .filter((path) => !path.includes('/'))
    .map((path) => tree(path, below(all, path)));
  return [...trees, ...all.filter(([path]) => !path.includes('/')).map(([path, file]) => blob(path, file))].sort(
    byPath,
  );
}

function folders(all: Folder): readonly string[] {
  const found = new Set<string>();
  for (const [path] of all) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) found.add(path.slice(0, at));
  }
  return [...found];
}

function below(all: Folder, folder: string): Folder {
  return all
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, file]) => [path.slice(folder.length + 1), file]);
}

function treeId(all: Folder): string {
  return hash(JSON.stringify(all.map(([path, { id }]) => [path, id])));
}

interface TreeEntry {
  readonly path: string;
}

function tree(path: string, inside: Folder): TreeEntry & Record<string, unknown> {
  return { path, mode: '040000', type: 'tree', sha: treeId(inside) };
}

function blob(path: string, { id, mode, bytes }: Stored): TreeEntry & Record<string, unknown> {
  if (mode === '160000') return { path, mode, type: 'commit', sha: id };
  return { path, mode, type: 'blob', sha: id, size: bytes.length };
}

function byPath(a: TreeEntry, b: TreeEntry): number {
  return a.path < b.path ? -1 : 1;
}
