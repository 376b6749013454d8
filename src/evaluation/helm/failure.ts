/** What Helm says when it can't render a chart, told where it happened. */
import type { Problem } from '../../syntax/problem.js';
import { locate } from '../../syntax/source.js';
import type { Rendering } from '../../tree/render/request.js';
import type { Installed } from './chart/values.js';
import { templatesByName } from './output.js';
import type { Release } from './release.js';

/** Quotes Helm: in the template that it names, else where the release is named. */
export function failureOf({ message, by }: Rendering & { kind: 'failed' }, top: Installed, release: Release): Problem {
  const said = message
    .replace(/(?:\.\/)?chart\/(?=templates\/|charts\/|values|Chart)/g, '')
    .replace(/values\/\d+\//g, '');
  // Where in the template it happened is told by the place of the problem.
  const short = said.replace(/^(?:template: )?\S.*?:\d+:\d+:? executing "[^"]*" at /, 'at ');
  const quoted = `${by} could not render the chart ${top.chart.name}: ${short}; it is read without`;
  for (const [name, source] of templatesByName(top)) {
    const at = message.indexOf(`${name}:`);
    const line = at < 0 ? undefined : /^\d+/.exec(message.slice(at + name.length + 1))?.[0];
    if (line !== undefined) return { path: source.path, line: Number(line), message: quoted };
  }
  const { path, startLine } = locate(release.heading);
  return { path, line: startLine, message: quoted };
}

/** Templates of one rendition whose failures are told one by one. */
const TOLD = 3;

/** Where values come from elsewhere, nearly every template fails alike. */
export function shortened(problems: readonly Problem[], chart: string): readonly Problem[] {
  const further = problems.slice(TOLD);
  const [first] = further;
  if (!first || further.length === 1) return problems;
  const message = `${String(further.length)} further problems in templates of the chart ${chart}, this is the first: ${first.message}`;
  return [...problems.slice(0, TOLD), { ...first, message }];
}
