/** Links to the reviewed files and to the documentation; whoever posts the text knows the addresses. */
import type { PhrasingContent } from 'mdast';
import { name } from '../visible.js';
import { code, link } from './nodes.js';

export interface Links {
  /** Address of a line at the head; `undefined`: no link. Paths must be percent-encoded. */
  readonly fileUrl?: (path: string, line: number) => string | undefined;
  /** Address of a page of the project, given its path: `docs/scoring.md`. */
  readonly docsUrl?: (path: string) => string | undefined;
}

/** `k8s/web.yaml:4` as code, linked when possible. */
export function fileLink({ fileUrl }: Links, path: string, line: number): readonly PhrasingContent[] {
  return link(fileUrl?.(path, line), code(`${name(path)}:${line}`, 200));
}

export function docsLink(
  { docsUrl }: Links,
  path: string,
  ...children: readonly PhrasingContent[]
): readonly PhrasingContent[] {
  return link(docsUrl?.(path), ...children);
}
