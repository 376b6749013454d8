/** What `helm template` prints, as documents that know the template that they come from. */
import { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { isNull } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Installed } from './chart/values.js';

export interface PrintedDocument {
  readonly template: SourceFile;
  /** Its places are in the output, which nobody can edit. */
  readonly value: Value;
}

const SOURCE = /^# Source: ([^\n]+)$/gm;

/** Documents in their order; `unread`: whether a part of the output is no YAML. */
export function documentsIn(
  output: string,
  installed: Installed,
): { readonly documents: readonly PrintedDocument[]; readonly unread: boolean } {
  const file = new SourceFile('output of helm', output.replace(/\r\n/g, '\n'));
  const templates = templatesByName(installed);
  const marks = [...file.text.matchAll(SOURCE)].map(({ index, 1: name = '' }) => ({ index, name: name.trim() }));
  const { result, problems } = parseYaml(file);
  let mark = 0;
  const documents: PrintedDocument[] = [];
  for (const value of result) {
    const { start } = value.origin.span;
    while (mark + 1 < marks.length && (marks[mark + 1]?.index ?? 0) <= start) mark++;
    const template = templates.get(marks[mark]?.name ?? '');
    if (template && !isNull(value)) documents.push({ template, value });
  }
  return { documents, unread: problems.length > 0 };
}

/** `shop/charts/redis/templates/service.yaml`: charts by the names under which they are used. */
export function templatesByName(installed: Installed): ReadonlyMap<string, SourceFile> {
  const found = new Map<string, SourceFile>();
  const pending: { readonly at: string; readonly one: Installed }[] = [{ at: installed.as, one: installed }];
  for (const { at, one } of pending) {
    for (const { name, source } of one.chart.templates) found.set(`${at}/${name}`, source);
    pending.push(...one.subcharts.map((sub) => ({ at: `${at}/charts/${sub.as}`, one: sub })));
  }
  return found;
}
