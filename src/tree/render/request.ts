/** What an evaluator asks of a real tool, and what it gets. */

export type Tool = 'helm' | 'kustomize';

export interface RenderRequest {
  /** `helm` is run as `helm template`, `kustomize` as `kustomize build` or `kubectl kustomize`. */
  readonly tool: Tool;
  /** What is written to an empty folder before the tool is run in it: texts by `/`-separated paths that stay inside. */
  readonly inputs: ReadonlyMap<string, string>;
  /** What follows the tool's command, one argument an item: no shell reads them. Paths are relative to that folder. */
  readonly arguments: readonly string[];
  /** One of the files that the evaluation has asked for: it is evaluated anew when the answer is there. */
  readonly asker: string;
}

export type Rendering =
  | { readonly kind: 'rendered'; readonly text: string; /** For people: `helm`. */ readonly by: string }
  /** `message`: what the tool said, on one line, printable, without the paths of this machine. */
  | { readonly kind: 'failed'; readonly message: string; readonly by: string };

/** Runs requests. Shared by the revisions of a review: a request that both make is run once. */
export interface Renderer {
  /** Whether the tool is there. */
  readonly has: (tool: Tool) => boolean;
  readonly render: (request: RenderRequest) => Promise<Rendering>;
}
