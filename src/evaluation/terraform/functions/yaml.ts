/** YAML as Terraform writes it: strings and keys quoted, texts of several lines as blocks. */
import type { Plain } from '../../../syntax/edit.js';
import { numberText } from '../primitives.js';
import { boundText } from '../session.js';
import { compareText } from '../sets.js';

export function encodeYaml(value: Plain): string {
  return `${write(value, '')}\n`;
}

function write(value: Plain, indent: string): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, indent);
  const lines = isList(value) ? listLines(value, indent) : objectLines(value, indent);
  return boundText(lines.length > 0 ? lines.join(`\n${indent}`) : isList(value) ? '[]' : '{}');
}

function listLines(items: readonly Plain[], indent: string): string[] {
  return items.map((item) => `- ${write(item, `${indent}  `)}`);
}

function objectLines(value: Readonly<Record<string, Plain>>, indent: string): string[] {
  return Object.keys(value)
    .sort(compareText)
    .map((key) => {
      const item = value[key] ?? null;
      const isNested = item !== null && typeof item === 'object' && Object.keys(item).length > 0;
      if (!isNested) return `${JSON.stringify(key)}: ${write(item, `${indent}  `)}`;
      const inner = isList(item) ? indent : `${indent}  `;
      return `${JSON.stringify(key)}:\n${inner}${write(item, inner)}`;
    });
}

function writeText(text: string, indent: string): string {
  if (!text.includes('\n') || /^\s|[^\S\n]\n|\r/.test(text)) return JSON.stringify(text);
  const keep = text.endsWith('\n') ? '|' : '|-';
  return `${keep}\n${indent}${text.replace(/\n$/, '').split('\n').join(`\n${indent}`)}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
