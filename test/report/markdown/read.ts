/** Reads Markdown back as a renderer would, to see what GitHub would act on. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';

export interface Effects {
  /** Text outside of code, where mentions, references and addresses would become links. */
  readonly text: string;
  readonly html: readonly string[];
  readonly links: readonly string[];
  readonly images: number;
  readonly headings: number;
  readonly fences: readonly string[];
}

export function effectsOf(markdown: string): Effects {
  const found = { text: [] as string[], html: [] as string[], links: [] as string[], fences: [] as string[] };
  let images = 0;
  let headings = 0;
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
        found.text.push(node.value);
        break;
      case 'html':
        found.html.push(node.value);
        break;
      case 'link':
        found.links.push(node.url);
        break;
      case 'definition':
        found.links.push(node.url);
        break;
      case 'image':
      case 'imageReference':
        images++;
        break;
      case 'heading':
        headings++;
        break;
      case 'code':
        found.fences.push(node.lang ?? '');
        break;
      default:
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { mdastExtensions: [gfmFromMarkdown()] }));
  return { ...found, text: found.text.join('\n'), images, headings };
}
