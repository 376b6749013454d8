import type { Parsed, Problem } from '../syntax/problem.js';
import { SourceFile } from '../syntax/source.js';
import type { Files } from './files.js';
import { keyOf } from './render/renderer.js';
import type { Renderer, Rendering, RenderRequest } from './render/request.js';
import type { SourceCache } from './source-cache.js';
import type { Content, Tree, TreeEntry } from './tree.js';

/**
 * One revision as evaluation sees it. A path that is asked for before it has been brought is noted; `bring` gets all of
 * them at once, so that a tree behind an API is read in few requests, and evaluation is run again.
 */
export class Revision implements Files {
  readonly paths: readonly string[];
  private readonly entries = new Map<string, TreeEntry>();
  private readonly folders = new Map<string, string[]>();
  private readonly texts = new Map<string, SourceFile | Problem>();
  private readonly wanted = new Set<string>();
  private readonly reported = new Map<string, readonly Problem[]>();
  private readonly rendered = new Map<string, Rendering>();
  private readonly requested = new Map<string, { readonly request: RenderRequest; readonly askers: Set<string> }>();

  private constructor(
    private readonly tree: Tree,
    entries: readonly TreeEntry[],
    private readonly cache: SourceCache,
    private readonly renderer: Renderer | undefined,
  ) {
    const paths: string[] = [];
    for (const entry of entries) {
      this.entries.set(entry.path, entry);
      if (entry.kind !== 'file') continue;
      paths.push(entry.path);
      const folder = folderOf(entry.path);
      const siblings = this.folders.get(folder);
      if (siblings) siblings.push(entry.path);
      else this.folders.set(folder, [entry.path]);
    }
    this.paths = paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    for (const siblings of this.folders.values()) siblings.sort();
  }

  /** @param renderer runs real tools; without one nothing is rendered */
  static async open(tree: Tree, cache: SourceCache, renderer?: Renderer): Promise<Revision> {
    return new Revision(tree, await tree.entries(), cache, renderer);
  }

  get commit(): string | null {
    return this.tree.revision;
  }

  has(path: string): boolean {
    return this.entries.get(path)?.kind === 'file';
  }

  entry(path: string): TreeEntry | undefined {
    return this.entries.get(path);
  }

  /** Paths of symbolic links: listed, never followed. */
  links(): readonly string[] {
    return [...this.entries.values()].flatMap(({ path, kind }) => (kind === 'symlink' ? [path] : []));
  }

  inFolder(folder: string): readonly string[] {
    return this.folders.get(folder) ?? [];
  }

  read(path: string): SourceFile | undefined {
    const text = this.texts.get(path) ?? this.lookUp(path);
    return text instanceof SourceFile ? text : undefined;
  }

  parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
    const file = this.read(path);
    if (!file) return undefined;
    const parsed = this.cache.parse(file, parser);
    if (parsed.problems.length > 0) this.reported.set(path, parsed.problems);
    return parsed.result;
  }

  render(request: RenderRequest): Rendering | undefined {
    if (!this.renderer?.has(request.tool)) return undefined;
    const key = keyOf(request);
    const known = this.rendered.get(key);
    if (known) return known;
    const { askers } = this.requested.get(key) ?? { askers: new Set() };
    this.requested.set(key, { request, askers: askers.add(request.asker) });
    return undefined;
  }

  /**
   * Brings every path and every rendering that was asked for since the last call.
   * @returns the paths whose content is new, readable or not, and those that asked for a rendering
   */
  async bring(): Promise<ReadonlySet<string>> {
    const [paths, askers] = await Promise.all([this.bringPaths(), this.bringRenderings()]);
    return new Set([...paths, ...askers]);
  }

  private async bringPaths(): Promise<readonly string[]> {
    const wanted = [...this.wanted];
    this.wanted.clear();
    if (wanted.length === 0) return [];
    const contents = await this.tree.read(wanted);
    for (const path of wanted) {
      this.keep(path, contents.get(path) ?? { problem: 'could not be read: it is listed but its content is missing' });
    }
    return wanted;
  }

  private async bringRenderings(): Promise<readonly string[]> {
    const { renderer } = this;
    const requested = [...this.requested];
    this.requested.clear();
    if (!renderer) return [];
    const answered = await Promise.all(
      requested.map(async ([key, { request, askers }]) => {
        this.rendered.set(key, await renderer.render(request));
        return [...askers];
      }),
    );
    return answered.flat();
  }

  /** What could not be read or parsed among all that was asked for. */
  problems(): readonly Problem[] {
    const unread = [...this.texts.values()].flatMap((text) => (text instanceof SourceFile ? [] : [text]));
    const listing = (this.tree.problems ?? []).map((message) => ({ path: '', message }));
    return [...listing, ...unread, ...[...this.reported.values()].flat()];
  }

  private lookUp(path: string): SourceFile | Problem | undefined {
    const entry = this.entries.get(path);
    if (entry?.kind !== 'file') return undefined;
    const known = this.cache.known(entry);
    if (known) {
      this.texts.set(path, known);
      return known;
    }
    const { readNow } = this.tree;
    if (readNow) return this.keep(path, readNow(path), () => readNow(path));
    this.wanted.add(path);
    return undefined;
  }

  private keep(path: string, content: Content, again?: () => Content): SourceFile | Problem {
    const text = this.cache.accept(this.entries.get(path) ?? { path, kind: 'file' }, content, again);
    this.texts.set(path, text);
    return text;
  }
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
