/** Writes where the values of a built object come from: into a patch what the patch sets, into the object's file what nothing sets yet. */
import type { Plain } from '../../syntax/edit.js';
import type { Span } from '../../syntax/source.js';
import { lookup } from '../../syntax/value.js';
import type { Mapping } from '../../syntax/value.js';
import { writerOf } from '../kubernetes/documents.js';
import type { Writer } from '../resource.js';

/**
 * The writer for one object.
 * @param source the object as it is declared: what it has there and not in the end, a layer takes away, whatever is written
 */
export function overlayWriter(source: Mapping): Writer {
  return {
    ...kustomizeWriter,
    set(container, path, value) {
      const isWhole = container.origin.span === source.origin.span;
      const isTakenAway = isWhole && !lookup(container, path) && lookup(source, path) !== undefined;
      return isTakenAway ? undefined : kustomizeWriter.set(container, path, value);
    },
  };
}

export const kustomizeWriter: Writer = {
  set(container, path, value) {
    let at = container;
    for (const [index, key] of path.entries()) {
      const inner = at.entries.get(key)?.value;
      if (!inner) return setIn(at, path.slice(index), value);
      const last = index === path.length - 1;
      if (last && inner.kind === 'scalar' && isElsewhere(inner.origin.span, at.origin.span)) {
        const { span } = inner.origin;
        return inner.origin.from.length === 0 ? writerOf(span.file.path).replace?.(span, value) : undefined;
      }
      if (last || inner.kind !== 'map') return setIn(at, path.slice(index), value);
      at = inner;
    }
    return undefined;
  },
  replace: (span, value) => writerOf(span.file.path).replace?.(span, value),
};

function setIn(map: Mapping, path: readonly string[], value: Plain): ReturnType<Writer['set']> {
  // A place that only says which directive made the map can't take entries.
  return map.origin.from.length === 0 ? writerOf(map.origin.span.file.path).set(map, path, value) : undefined;
}

function isElsewhere(inner: Span, outer: Span): boolean {
  return inner.file !== outer.file || inner.start < outer.start || outer.end < inner.end;
}
