/** The whole pipeline on one page: revisions in, report out. */
import type { CompareOptions, Comparison, History } from './comparison/compare.js';
import { compare } from './comparison/compare.js';
import { continued } from './comparison/continued.js';
import { decidedFromAfar } from './comparison/joined.js';
import type { Observed } from './comparison/joined.js';
import { observe } from './comparison/observation.js';
import { matchSubjects } from './comparison/match.js';
import { withoutDoubles } from './comparison/plans.js';
import { unreadAtHead } from './comparison/unread.js';
import type { Observation } from './comparison/observation.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { Evaluations } from './evaluation/evaluations.js';
import type { Estate } from './posture/kubernetes/estate.js';
import type { Subject } from './posture/model.js';
import type { Report } from './report/report.js';
import type { Rule } from './rules/rule.js';
import type { Evaluation, Move, Resource } from './evaluation/resource.js';
import type { Problem } from './syntax/problem.js';
import type { Change } from './tree/change.js';
import type { Renderer } from './tree/render/request.js';
import { Revision } from './tree/revision.js';
import type { Decoder } from './tree/source-cache.js';
import { SourceCache } from './tree/source-cache.js';
import type { Tree } from './tree/tree.js';

/** What is reviewed. Without a base all of the head is audited. */
export interface ReviewRequest {
  readonly base: Tree | null;
  readonly head: Tree;
  /** From base to head; empty in an audit. */
  readonly changes: readonly Change[];
  readonly options: ReviewOptions;
  /** Runs helm and kustomize; without one, charts and overlays are read statically only. */
  readonly renderer?: Renderer | undefined;
}

export interface ReviewOptions extends CompareOptions {
  /** Which subjects are reviewed, by the path that they stand on. */
  readonly includes: (path: string) => boolean;
  /** A subject as the team knows it, which may know more than the text. */
  readonly known?: (subject: Subject) => Subject;
  readonly version: string;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Requests to an API so far, for the statistics. */
  readonly apiRequests?: () => number;
}

/** What the pipeline is made of; passed in, so that each entry point and each test says what it has. */
export interface Parts {
  readonly decode: Decoder;
  readonly evaluators: readonly Evaluator[];
  /** Of the resources of one root those that can matter to any subject. */
  readonly keep: (resources: readonly Resource[]) => readonly Resource[];
  /** Brings, in a pull request, roots that are not reviewed themselves but that changed ones are joined to. */
  readonly surroundings: readonly Evaluator[];
  /** Finds what roots are joined to beyond themselves, among all that was evaluated. */
  readonly estateOf: (resources: readonly Resource[]) => Estate;
  /** Maps the resources of one root to subjects. */
  readonly subjectsOf: (resources: readonly Resource[], estate: Estate) => readonly Subject[];
  /** What a subject of the base is at the head, which has none of its id: pods that no policy selects any more. */
  readonly becomes: (subject: Subject, base: Estate, head: Estate) => Subject | undefined;
  /** What a subject of the head was at the base, which has none of its id. */
  readonly was: (subject: Subject, base: Estate) => Subject | undefined;
  readonly rules: readonly Rule[];
}

/** How often evaluation may ask for further files: as deep as modules are nested, with room. */
const rounds = 25;

export async function review({ base, head, changes, options, renderer }: ReviewRequest, parts: Parts): Promise<Report> {
  const started = options.clock();
  const cache = new SourceCache(parts.decode);
  const changed = base ? new Set(changes.flatMap(({ path, previousPath }) => [path, previousPath ?? path])) : undefined;
  const sides = await Promise.all(
    [base, head].flatMap((tree) => (tree ? [openSide(tree, cache, parts, changed, renderer)] : [])),
  );
  await settle(sides);
  const headSide = sides.at(-1);
  const baseSide = base ? sides[0] : undefined;
  if (!headSide) throw new Error('a review has a head');
  const observed = ({ evaluations, surroundings }: Side): Observed & { readonly estate: Estate } => {
    const all = [...evaluations.results(), ...surroundings.results()];
    const estate = parts.estateOf(all.flatMap(({ resources }) => resources));
    const among = (results: readonly Evaluation[]): readonly Observation[] =>
      results.flatMap(({ resources }) =>
        parts
          .subjectsOf(resources, estate)
          .filter((subject) => options.includes(subject.span.file.path))
          .map((subject) => observe(options.known?.(subject) ?? subject, parts.rules)),
      );
    return {
      estate,
      reviewed: withoutDoubles(among(evaluations.results()), changed),
      around: among(surroundings.results()),
    };
  };
  const lines = (path: string, line: number): string => headSide.revision.read(path)?.line(line) ?? '';
  const before = baseSide && observed(baseSide);
  const now = observed(headSide);
  const history = { changes, moves: movesIn(headSide) };
  const joined = before && joinedSides(before, now, history, parts);
  const unread = baseSide && joined ? unreadSubjects(baseSide, headSide, joined, history, parts) : [];
  const shown = [...(joined?.head ?? now.reviewed), ...unread];
  const comparison = compare(joined?.base ?? null, shown, history, lines, {
    ...options,
    ruleIds: parts.rules.map(({ id }) => id),
  });
  return {
    schemaVersion: 1,
    tool: { name: 'aks-privacy', version: options.version },
    comparison: { base: base?.revision ?? null, head: head.revision },
    ...comparison,
    problems: problemsOf(headSide, changed, comparison),
    statistics: {
      ...cache.statistics,
      milliseconds: Math.round(options.clock() - started),
      apiRequests: options.apiRequests?.() ?? 0,
    },
  };
}

/** What the roots of a side say about where their resources were, by the id of the root. */
function movesIn({ evaluations }: Side): ReadonlyMap<string, readonly Move[]> {
  return new Map(evaluations.results().flatMap(({ root, moves }) => (moves ? [[root.id, moves] as const] : [])));
}

/** What is compared: what is reviewed, what that decides from afar, and what is only left of a subject on one side. */
function joinedSides(
  before: Observed & { readonly estate: Estate },
  now: Observed & { readonly estate: Estate },
  history: History,
  { becomes, was, rules }: Parts,
): { readonly base: readonly Observation[]; readonly head: readonly Observation[] } {
  const afar = decidedFromAfar(before, now);
  const base = [...before.reviewed, ...afar.base];
  const head = [...now.reviewed, ...afar.head];
  const elsewhere = {
    atHead: (subject: Subject) => becomes(subject, before.estate, now.estate),
    atBase: (subject: Subject) => was(subject, before.estate),
  };
  const left = continued(base, head, history, elsewhere, (subject) => observe(subject, rules));
  return { base: [...base, ...left.base], head: [...head, ...left.head] };
}

/** Subjects of the base that the head does not show, since it can't be read where they stand. */
function unreadSubjects(
  baseSide: Side,
  headSide: Side,
  { base, head }: { readonly base: readonly Observation[]; readonly head: readonly Observation[] },
  history: History,
  { rules }: Parts,
): readonly Observation[] {
  const before = new Set(readingProblems(baseSide).map(({ path }) => path));
  const problems = readingProblems(headSide).filter(({ path }) => !before.has(path));
  if (problems.length === 0) return [];
  const shown = new Set(matchSubjects(base, head, history).values());
  const gone = base.filter((observation) => !shown.has(observation));
  return unreadAtHead({ gone, problems, fileOf: (path) => headSide.revision.read(path), rules });
}

function readingProblems({ revision, evaluations }: Side): readonly Problem[] {
  return [...revision.problems(), ...evaluations.results().flatMap(({ problems }) => problems)];
}

interface Side {
  readonly revision: Revision;
  readonly evaluations: Evaluations;
  readonly surroundings: Evaluations;
}

async function openSide(
  tree: Tree,
  cache: SourceCache,
  { evaluators, surroundings, keep }: Parts,
  changed: ReadonlySet<string> | undefined,
  renderer: Renderer | undefined,
): Promise<Side> {
  const revision = await Revision.open(tree, cache, renderer);
  const over = (some: readonly Evaluator[]): Evaluations => new Evaluations(some, revision, changed, keep);
  return { revision, evaluations: over(evaluators), surroundings: over(changed ? surroundings : []) };
}

/** Evaluates both sides until neither asks for a file that has not been brought, reading for both at once. */
async function settle(sides: readonly Side[]): Promise<void> {
  let news: readonly ReadonlySet<string>[] = sides.map(() => new Set<string>());
  for (let round = 0; round < rounds; round++) {
    sides.forEach(({ evaluations, surroundings }, index) => {
      evaluations.update(news[index] ?? new Set());
      surroundings.update(news[index] ?? new Set());
    });
    news = await Promise.all(sides.map(({ revision }) => revision.bring()));
    if (news.every((paths) => paths.size === 0)) return;
  }
}

/**
 * Problems of the head: of what was read, of what was evaluated, and of suppressions. Each is told once. In a pull request a
 * file that was only looked over, and that nothing depends on, is nobody's concern.
 */
function problemsOf(head: Side, changed: ReadonlySet<string> | undefined, comparison: Comparison): readonly Problem[] {
  const results = [...head.evaluations.results(), ...head.surroundings.results()];
  const read = changed && new Set(['', ...changed, ...results.flatMap(({ files }) => [...files])]);
  const own = readingProblems(head).filter(({ path }) => read?.has(path) ?? true);
  const all = [...own, ...symlinks(head.revision, changed), ...comparison.problems].map(({ path, line, message }) =>
    line === undefined ? { path, message } : { path, line, message },
  );
  const distinct = new Map(all.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0),
  );
}

const configuration = /\.(ya?ml|json|bicep|bicepparam|tf|tofu|tfvars)$/;

function symlinks(revision: Revision, changed: ReadonlySet<string> | undefined): readonly Problem[] {
  return revision
    .links()
    .filter((path) => configuration.test(path) && (changed?.has(path) ?? true))
    .map((path) => ({ path, message: 'is a symbolic link and was not followed' }));
}
