/** Dependencies that are not in the tree: releases of published charts, as far as these are known. */
import type { Problem } from '../../syntax/problem.js';
import { locate } from '../../syntax/source.js';
import { literal, scalar } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Expansion, ReleaseParts } from '../releases/parts.js';
import type { Writer } from '../resource.js';
import type { Dependency } from './chart/chart.js';
import { textOf } from './chart/metadata.js';
import type { Installed, Missing } from './chart/values.js';
import type { Release } from './release.js';

export type PublishedParts = Pick<ReleaseParts, 'published' | 'generic'>;

export function missingIn(top: Installed, release: Release, parts: PublishedParts): Expansion {
  const found: Expansion[] = [];
  const pending: { readonly one: Installed; readonly path: readonly string[] }[] = [{ one: top, path: [] }];
  for (const { one, path } of pending) {
    found.push(...one.missing.map((missing) => deployed(missing, path, release, parts)));
    pending.push(...one.subcharts.map((sub) => ({ one: sub, path: [...path, sub.as] })));
  }
  return {
    resources: found.flatMap(({ resources }) => resources),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function deployed(missing: Missing, path: readonly string[], release: Release, parts: PublishedParts): Expansion {
  const { dependency, given } = missing;
  const isElsewhere = textOf(dependency.repository)?.startsWith('file:') === true;
  const sub = releaseOf(missing, path, release);
  const known = isElsewhere ? undefined : parts.published(sub);
  if (known) return known;
  const generic = given.kind === 'map' && given.entries.size > 0 ? parts.generic(sub) : { resources: [], problems: [] };
  return { resources: generic.resources, problems: [...generic.problems, problemOf(dependency)] };
}

function problemOf({ name, version, repository, packed, heading }: Dependency): Problem {
  const { path, startLine } = locate(heading.keySpan);
  const words = [name, textOf(version), repository ? `of ${textOf(repository) ?? '?'}` : undefined];
  const what = `the chart ${words.filter((each) => each !== undefined && each !== '').join(' ')}`.slice(0, 300);
  const why = packed ? `is packed (${packed.path})` : 'is not in the repository';
  return { path, line: startLine, message: `${what} ${why}, so what it deploys is not known` };
}

function releaseOf(
  { dependency, given, above, condition }: Missing,
  path: readonly string[],
  release: Release,
): Release {
  const { name, as, heading, declared, packed, version, repository } = dependency;
  const origin = literal(heading.value.origin.span);
  const url = textOf(repository);
  const open = release.condition ?? condition;
  return {
    ...release,
    address: [release.address, ...path, as].filter((each) => each !== '').join('/'),
    chart: {
      kind: 'published',
      name,
      // `@name` and `alias:name` stand for what somebody's machine knows.
      repository: url !== undefined && /^(?:https?|oci):\/\//.test(url) ? url : undefined,
      version: packed ? scalar(packed.version, origin) : version,
    },
    chartOrigin: origin,
    values: given,
    span: declared.origin.span,
    heading: heading.value.origin.span,
    ...(open ? { condition: open } : {}),
    writer: writerFor(as, path.length === 0 ? above : undefined, release),
  };
}

/** Values that are not there yet go below the name of the dependency. */
function writerFor(as: string, above: Value | undefined, { span, writer }: Release): Writer {
  const own = (container: Mapping): Writer => (container.origin.span.file === span.file ? writer : yamlWriter);
  return {
    set(container, path, value) {
      const { start, end } = container.origin.span;
      if (end > start) return own(container).set(container, path, value);
      return above?.kind === 'map' ? own(above).set(above, [as, ...path], value) : undefined;
    },
    replace: (at, value) => (at.file === span.file ? writer : yamlWriter).replace?.(at, value),
  };
}
