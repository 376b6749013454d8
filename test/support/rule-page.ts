/** A rule's page in docs/rules, in the parts that tests hold to the rule. */
import { readFileSync } from 'node:fs';

export interface RulePage {
  /** First heading. */
  readonly heading: string;
  /** The paragraph under it. */
  readonly title: string;
  /** The table of facts, by row. */
  readonly table: ReadonlyMap<string, string>;
  /** Second-level headings in order. */
  readonly sections: readonly string[];
  /** Fenced blocks of a section. */
  readonly blocks: (section: string) => readonly Block[];
  /** Targets of all links. */
  readonly links: readonly string[];
  readonly text: (section: string) => string;
}

export interface Block {
  readonly language: string;
  readonly code: string;
}

export function readRulePage(path: string): RulePage {
  const text = readFileSync(path, 'utf8');
  const [top = '', ...parts] = text.split(/^## /m);
  const sections = new Map(
    parts.map((part) => {
      const [name = '', ...body] = part.split('\n');
      return [name.trim(), body.join('\n')];
    }),
  );
  const lines = top.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim()));
  return {
    heading: lines[0]?.replace(/^# /, '') ?? '',
    title: lines[1] ?? '',
    table: new Map(rows.flatMap(([, name = '', value = '']) => (/^(-*)$/.test(name) ? [] : [[name, value]]))),
    sections: [...sections.keys()],
    blocks: (section) => blocksOf(sections.get(section) ?? ''),
    links: [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    text: (section) => sections.get(section)?.trim() ?? '',
  };
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
}
