/** YAML text -> positioned values, by js-yaml's events. */
import { EVENT_ID, YAMLException, parseEvents } from 'js-yaml';
import type { Event } from 'js-yaml';
import type { Parsed, Problem } from '../problem.js';
import type { SourceFile } from '../source.js';
import type { Value } from '../value.js';
import { build, tooDeep } from './builder.js';
import type { Budget, Built, Failure, Limits, Piece } from './builder.js';
import { documentRanges } from './documents.js';
import { flatten } from './flatten.js';

/**
 * Schemas of custom resources, the deepest real files, nest some 60 levels. go-yaml refuses documents by their share of
 * aliased values, from 400,000 values on less than all of them; no real manifest comes near a quarter of that.
 */
const LIMITS: Limits = { depth: 500, aliased: 100_000 };
/** A file that is not YAML at all (a template) says so a few times, not once a document. */
const PROBLEMS_PER_FILE = 10;
/** After so many documents that can't be read, the rest of a file is not tried: each costs far more than one that can. */
const BROKEN_PER_FILE = 200;

/**
 * One value per document, in order; an empty document is null. Scalars are resolved as Kubernetes resolves them (see
 * `scalar.ts`), `raw` keeps how they are written. A repeated key keeps the last entry and the others in `repeated`; an alias
 * shares the anchored value and goes through the place of the alias.
 *
 * A document that can't be read gives a problem with its line; the documents before and after it are kept.
 */
export function parseYaml(file: SourceFile): Parsed<readonly Value[]> {
  const whole = parsePiece({ file, text: file.text, offset: 0 }, { aliased: LIMITS.aliased });
  if (!whole.broken) return { result: whole.values, problems: problemsOf(file, whole.failures) };
  return parseRanges(file, documentRanges(file.text));
}

/**
 * The same for a file of which some documents can't matter: they are left out, unread.
 * @param matters looks at the text of one document, with the marker line before it
 */
export function parseYamlWhere(file: SourceFile, matters: (text: string) => boolean): Parsed<readonly Value[]> {
  const ranges = documentRanges(file.text);
  const chosen = ranges.filter(({ start, end }) => matters(file.text.slice(start, end)));
  return chosen.length < ranges.length ? parseRanges(file, chosen, copied) : parseYaml(file);
}

/** A text of its own: a part of a text keeps the whole of it in memory, here that of documents that nobody reads. */
function copied(part: string): string {
  return Buffer.from(part, 'utf8').toString('utf8');
}

function parseRanges(
  file: SourceFile,
  ranges: ReturnType<typeof documentRanges>,
  own: (part: string) => string = (part) => part,
): Parsed<readonly Value[]> {
  const budget: Budget = { aliased: LIMITS.aliased };
  const values: Value[] = [];
  const failures: Failure[] = [];
  let broken = 0;
  for (const { start, end } of ranges) {
    const part = parsePiece({ file, text: own(file.text.slice(start, end)), offset: start }, budget);
    values.push(...part.values);
    failures.push(...part.failures);
    if (part.broken) broken++;
    if (broken === BROKEN_PER_FILE) break;
  }
  return { result: values, problems: problemsOf(file, failures) };
}

/** `broken`: the text is not YAML, and nothing of it has been read. */
function parsePiece(piece: Piece, budget: Budget): Built & { readonly broken: boolean } {
  try {
    return { ...build(piece, eventsOf(piece.text), LIMITS, budget), broken: false };
  } catch (error) {
    return { values: [], failures: [failureOf(piece, error)], broken: true };
  }
}

function eventsOf(text: string): readonly Event[] {
  const options = { maxDepth: LIMITS.depth };
  try {
    return parseEvents(text, options);
  } catch (error) {
    if (!(error instanceof YAMLException) || !isLenient(text, error)) throw error;
    return parseEvents(flatten(text), options).map((event) =>
      // "fast" says that a text has no line break; the text that it is taken from may have one.
      event.type === EVENT_ID.SCALAR && event.fast
        ? { ...event, fast: !text.slice(event.valueStart, event.valueEnd).includes('\n') }
        : event,
    );
  }
}

/** Whether go-yaml may read on where js-yaml stopped: at a line that is not indented, or at a comment without a space before it. */
function isLenient(text: string, { reason, mark }: YAMLException): boolean {
  return reason === 'deficient indentation' || (mark !== undefined && text[mark.position] === '#');
}

function failureOf(piece: Piece, error: unknown): Failure {
  if (!(error instanceof YAMLException)) return { offset: piece.offset, message: 'the YAML parser gave up' };
  const message = error.reason.startsWith('nesting exceeded') ? tooDeep(LIMITS.depth) : error.reason;
  return { offset: piece.offset + (error.mark?.position ?? 0), message };
}

/** A line that another language owns: Go templates, Helm, Jinja, ERB. */
const directive = /^[ \t]*(?:\{\{|\{%|<%)/m;

function problemsOf(file: SourceFile, failures: readonly Failure[]): readonly Problem[] {
  const template = failures.length > 0 ? directive.exec(file.text) : null;
  if (template) {
    const { line } = file.position(template.index);
    return [{ path: file.path, line, message: 'is a template of YAML, and nothing here says what fills it' }];
  }
  const shown = failures.slice(0, PROBLEMS_PER_FILE).map(({ offset, message }): Problem => ({
    path: file.path,
    line: file.position(offset).line,
    message: `YAML can't be read: ${message}`,
  }));
  const rest = failures.length - shown.length;
  if (rest === 0) return shown;
  return [...shown, { path: file.path, message: `YAML can't be read in ${rest} or more further documents` }];
}
