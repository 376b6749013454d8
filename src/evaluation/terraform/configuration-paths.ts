/** Which files hold configuration, and in which syntax: Terraform's own, its JSON, and both with the endings of OpenTofu. */
import { parseHcl } from '../../syntax/hcl/parser.js';
import type { HclBody } from '../../syntax/hcl/ast.js';
import { hclWriter } from '../../syntax/hcl/writer.js';
import { jsonWriter } from '../../syntax/json/writer.js';
import type { Parsed } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Mapping } from '../../syntax/value.js';
import type { Writer } from '../resource.js';
import { parseJsonConfiguration } from './json-syntax.js';
import { baseName } from './paths.js';

const ending = /\.(?:tf|tofu)(?:\.json)?$/;

export function isConfiguration(path: string): boolean {
  return ending.test(path);
}

/** The configuration among the files of a folder. OpenTofu reads `x.tofu` in place of `x.tf`. */
export function configurationIn(paths: readonly string[]): readonly string[] {
  const all = new Set(paths.filter(isConfiguration));
  return [...all].filter(
    (path) => !/\.tf(?:\.json)?$/.test(path) || !all.has(path.replace(/\.tf(\.json)?$/, '.tofu$1')),
  );
}

export function isOverride(path: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(baseName(path));
}

export function parserOf(path: string): (file: SourceFile) => Parsed<HclBody> {
  return path.endsWith('.json') ? parseJsonConfiguration : parseHcl;
}

export function configurationWriter(path: string): Writer {
  return path.endsWith('.json') ? jsonConfigurationWriter : hclWriter;
}

/** A block stands from its name on, and its object follows. */
const jsonConfigurationWriter: Writer = {
  ...jsonWriter,
  set(container, path, value) {
    const { span } = container.origin;
    const name = /^"(?:[^"\\]|\\.)*"\s*:\s*\[?\s*(?=\{)/.exec(span.file.text.slice(span.start, span.start + 500))?.[0];
    if (name === undefined) return jsonWriter.set(container, path, value);
    const inside: Mapping = { ...container, origin: { span: { ...span, start: span.start + name.length }, from: [] } };
    return jsonWriter.set(inside, path, value);
  },
};
