/** Edits of rendered objects: in the values that they are made of, or in a template that is plain YAML at that place. */
import type { SourceFile } from '../../syntax/source.js';
import type { Entry, Mapping, Origin } from '../../syntax/value.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Writer } from '../resource.js';
import { givenAt } from './origin.js';

export interface Written {
  /** Writes where the user gives values. */
  readonly writer: Writer;
  /** The file that `writer` writes. */
  readonly file: SourceFile | undefined;
  readonly templates: ReadonlySet<SourceFile>;
  /** Empty tables of values that decided that a part is not there: `service.annotations: {}`. */
  readonly empty: readonly Origin[];
}

export function renderedWriter(written: Written): Writer {
  const { templates, writer, file } = written;
  const writerOf = ({ span }: Origin): Writer => (span.file === file ? writer : yamlWriter);
  return {
    set(container, path, value) {
      for (const { mapping, missing } of holdersOf(container, path)) {
        const given = givenAt(mapping.origin, templates);
        if (given) return writerOf(given).set({ ...mapping, origin: given }, missing, value);
      }
      const table = path.length > 1 ? tableFor(path.at(-2) ?? '', written.empty) : undefined;
      const key = path.at(-1);
      if (table && key !== undefined) {
        return writerOf(table).set({ kind: 'map', entries: new Map(), origin: table }, [key], value);
      }
      return yamlWriter.set(container, path, value);
    },
    replace(span, value) {
      const own = span.file === file ? writer : yamlWriter;
      return own.replace?.(span, value);
    },
  };
}

/** The mappings on a path that are there, the innermost first, each with the keys that lead on. */
function holdersOf(
  container: Mapping,
  path: readonly string[],
): readonly { readonly mapping: Mapping; readonly missing: readonly string[] }[] {
  const found: { mapping: Mapping; missing: readonly string[] }[] = [];
  let at: Mapping | undefined = container;
  for (let depth = 0; at && depth < path.length; depth++) {
    found.unshift({ mapping: at, missing: path.slice(depth) });
    const next: Entry | undefined = at.entries.get(path[depth] ?? '');
    at = next?.value.kind === 'map' ? next.value : undefined;
  }
  return found;
}

/** The one table of that name: with several, which of them the template reads is not known here. */
function tableFor(name: string, empty: readonly Origin[]): Origin | undefined {
  const own = empty.filter((each) => each.from.length === 0 && keyOf(each) === name);
  return own.length === 1 ? own[0] : undefined;
}

/** The key in front of a value on its line: `annotations: {}`. */
function keyOf({ span: { file, start } }: Origin): string | undefined {
  const { line, column } = file.position(start);
  return /([\w-]+)["']?\s*:\s*$/.exec(file.line(line).slice(0, column - 1))?.[1];
}
