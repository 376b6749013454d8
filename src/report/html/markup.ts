/** HTML by tagged templates: whatever is put into one is escaped, unless it is markup itself. */
import { visible } from '../visible.js';

export interface Markup {
  readonly html: string;
}

type Content = Markup | string | number | readonly Content[] | undefined;

export function markup(strings: readonly string[], ...values: readonly Content[]): Markup {
  return { html: strings.map((part, index) => (index === 0 ? part : render(values[index - 1]) + part)).join('') };
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escapeHtml(content);
  return isList(content) ? content.map(render).join('') : content.html;
}

function isList(content: Markup | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}

const longestText = 2000;

/** Text that neither HTML nor an attribute in double quotes can be broken by. */
export function escapeHtml(text: string): string {
  return visible(text, longestText).replace(/[&<>"'`]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
