/** How a fact is set to another value by one edit: at the literal that it comes from, or in the resource that omits it. */
import type { Writer } from '../../evaluation/resource.js';
import type { Edit, Plain } from '../../syntax/edit.js';
import type { Value } from '../../syntax/value.js';
import type { Holder } from './descend.js';
import { holderOf } from './descend.js';
import { literalOf } from './literal.js';
import type { Scope } from './scope.js';
import { writerOf } from './writers.js';
import { startOf } from '../../syntax/value.js';

export type Set = (value: Plain) => Edit | undefined;

/**
 * @param value what stands at the path now; undefined when nothing does
 * @returns undefined when no single edit can do it: a computed value, a mapping that was merged from several
 */
export function settingOf(scope: Scope, path: readonly string[], value: Value | undefined): Set | undefined {
  // Nobody wrote it: the call of the module is where it can be set.
  if (value?.origin.published) return inserting(scope, path);
  if (value?.kind === 'scalar' && value.origin.from.length > 0) {
    const literal = literalOf(value);
    const writer = literal && writerOf(literal.file.path);
    return literal && writer?.replace ? (plain) => writer.replace?.(literal, plain) : undefined;
  }
  if (value?.kind === 'scalar' && value.value !== null && !literalOf(value)) return undefined;
  return inserting(scope, path);
}

function inserting({ resource, dialect, root, base }: Scope, path: readonly string[]): Set | undefined {
  const holder = holderOf(root, [...base, ...path], dialect.ignoreCase);
  const place = holder && inPlace(holder);
  if (!place) return undefined;
  const { path: file } = place.mapping.origin.span.file;
  const writer: Writer | undefined = file === resource.span.file.path ? resource.writer : writerOf(file);
  return writer && ((plain) => writer.set(place.mapping, place.missing, plain));
}

/** The holder as it stands in its file, not as it is seen through the references that lead to it. */
function inPlace({ mapping, missing }: Holder): Holder | undefined {
  const start = startOf(mapping.origin);
  if (!start) return undefined;
  return { mapping: start === mapping.origin ? mapping : { ...mapping, origin: start }, missing };
}
