/** Where values of rendered objects are written. */
import type { SourceFile } from '../../syntax/source.js';
import type { Origin } from '../../syntax/value.js';
import { origins, startOf } from '../../syntax/value.js';

/** The place that an author edits, when the value comes from one place alone and that is in none of the templates. */
export function givenAt(origin: Origin, templates: ReadonlySet<SourceFile>): Origin | undefined {
  const start = startOf(origin);
  return start && isGiven(start, templates) ? start : undefined;
}

/** The first of all places that a value is computed from that is in none of the templates. */
export function firstGiven(origin: Origin, templates: ReadonlySet<SourceFile>): Origin | undefined {
  return (
    givenAt(origin, templates) ?? origins(origin).find((each) => each.from.length === 0 && isGiven(each, templates))
  );
}

function isGiven({ span }: Origin, templates: ReadonlySet<SourceFile>): boolean {
  return span.end > span.start && !templates.has(span.file) && !span.file.path.endsWith('Chart.yaml');
}
