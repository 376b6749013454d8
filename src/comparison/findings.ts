import type { RuleSetting } from '../configuration/configuration.js';
import type { Finding, Severity, Status } from '../report/report.js';
import { dimensions } from '../scoring/ladder.js';
import type { Subject } from '../posture/model.js';
import type { Acceptances } from './acceptance.js';
import { nothingAccepted } from './acceptance.js';
import { announcement } from './expiry.js';
import type { Problem } from '../syntax/problem.js';
import { locate } from '../syntax/source.js';
import { literal } from '../syntax/value.js';
import type { Origin } from '../syntax/value.js';
import { fingerprint } from './fingerprint.js';
import { judgementOf } from './observation.js';
import type { Discovered, Observation } from './observation.js';
import type { IsChanged, Placed } from './place.js';
import { place, placesOf } from './place.js';
import type { Required } from './regression.js';
import { becomesUnknown, trend, isRegression } from './regression.js';
import type { Lines, Misspelled, Suppression, SuppressionOutcome } from './suppression.js';
import { suppressionOf } from './suppression.js';
import type { Taken } from './taken.js';

export interface FindingContext {
  readonly audit: boolean;
  /** What a subject must reach where it is new. */
  readonly required: (subject: Subject) => Required;
  readonly acceptances: Acceptances;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly unknownBlocks: boolean;
  readonly isChanged: IsChanged;
  readonly taken: Taken;
  readonly lines: Lines;
  /** ISO date. */
  readonly today: string;
  readonly misspelled: Misspelled;
  readonly report: (problem: Problem) => void;
}

/**
 * The findings of one subject at the head against the same subject at the base.
 * @param touched an untouched subject is never blamed: all that it shows was there before
 */
export function findingsOf(
  head: Observation,
  base: Observation | undefined,
  touched: boolean,
  context: FindingContext,
): readonly Finding[] {
  const before = new Set(base?.discoveries.map(keyOf));
  const transitions = touched && base ? head.since(base.judged) : [];
  return [...head.discoveries, ...transitions].flatMap((discovered) => {
    const { dimension } = discovered.rule;
    const decides = discovered.level !== undefined && discovered.level === judgementOf(head.judged, dimension)?.level;
    const lost = touched && decides && becomesUnknown(head, base, dimension);
    const worse = touched && decides && isRegression(head, base, dimension, context.required(head.judged.subject));
    const regression = worse || (lost && context.unknownBlocks);
    if (discovered.onlyAsRegression === true && !regression) return [];
    const isNew = !context.audit && touched && (regression || lost || !before.has(keyOf(discovered)));
    const severity = regression ? 'error' : lost ? 'warning' : severityOf(discovered, context);
    return [
      finding(discovered, head, base, { status: isNew ? 'introduced' : 'existing', severity, regression }, context),
    ];
  });
}

/**
 * What the base showed and the head shows no more; told where it stood. A finding that decided a level is fixed when the
 * level rises, or the subject is gone: otherwise it only gave way to another reason. Where a level drops nothing is fixed.
 */
export function fixedFindings(
  base: Observation,
  head: Observation | undefined,
  context: FindingContext,
): readonly Finding[] {
  const now = new Set(head?.discoveries.map(keyOf));
  const nothingChanged: IsChanged = () => false;
  const trends = new Map(dimensions.map((dimension) => [dimension, head ? trend(head, base, dimension) : 1]));
  const isFixed = ({ rule, level }: Discovered): boolean => {
    const risen = trends.get(rule.dimension) ?? 1;
    return level === undefined ? risen >= 0 : risen > 0;
  };
  return base.discoveries
    .filter((discovered) => discovered.onlyAsRegression !== true && !now.has(keyOf(discovered)) && isFixed(discovered))
    .map((discovered) => ({
      ...finding(
        discovered,
        base,
        undefined,
        { status: 'fixed', severity: severityOf(discovered, context), regression: false },
        { ...context, isChanged: nothingChanged, lines: () => '', acceptances: nothingAccepted },
      ),
      subject: head?.judged.subject.id ?? base.judged.subject.id,
      fix: null,
    }));
}

interface Standing {
  readonly status: Status;
  readonly severity: Severity;
  readonly regression: boolean;
}

function finding(
  discovered: Discovered,
  observation: Observation,
  base: Observation | undefined,
  standing: Standing,
  context: FindingContext,
): Finding {
  const { subject } = observation.judged;
  const { rule } = discovered;
  // A call that is new or changed makes what it calls for new, when nothing closer did.
  const candidates: readonly Origin[] = [
    discovered.origin,
    ...(discovered.also ?? []),
    ...subject.calls.toReversed().map(literal),
  ];
  const { location, way } = placed(candidates, discovered, base, standing, context);
  const heading = locate(subject.heading);
  const outcome = suppressionOf(
    rule.id,
    [
      { path: location.path, line: location.startLine },
      ...candidates.flatMap(placesOf),
      { path: heading.path, line: heading.startLine },
    ],
    context.lines,
    context.today,
    context.misspelled,
  );
  const suppression = accepted(outcome, discovered, observation, context);
  return {
    rule: rule.id,
    dimension: rule.dimension,
    severity: standing.severity,
    status: suppression ? 'suppressed' : standing.status,
    message: discovered.message,
    subject: subject.id,
    ...location,
    fix: discovered.fix ?? null,
    fingerprint: fingerprint(rule.id, base?.judged.subject.id ?? subject.id, discovered.key ?? ''),
    docs: discovered.docs,
    title: rule.title,
    remedy: discovered.remedy ?? rule.remedy,
    way,
    level: discovered.level ?? null,
    regression: standing.regression,
    suppression,
  };
}

/** What got worse because something was taken away stands where that was, when it would stand outside of the diff. */
function placed(
  candidates: readonly Origin[],
  { rule, level }: Discovered,
  base: Observation | undefined,
  { status, regression }: Standing,
  { isChanged, taken }: FindingContext,
): Placed {
  const found = place(candidates, isChanged);
  if (!base || level === undefined || !regression || status === 'existing') return found;
  const location = taken(found.location, judgementOf(base.judged, rule.dimension)?.evidence ?? []);
  if (!location) return found;
  const step = { path: location.path, line: location.startLine, name: '' };
  const effect = { path: found.location.path, line: found.location.startLine, name: '' };
  return { location, way: [step, ...(found.way.length > 0 ? found.way : [effect])] };
}

/** By a comment, by a rule that is off, or by an entry of the configuration; what must be said about it is reported. */
function accepted(
  outcome: SuppressionOutcome | undefined,
  { rule, level }: Discovered,
  { judged }: Observation,
  { rules, acceptances, isChanged, today, report }: FindingContext,
): Suppression | null {
  if (outcome?.kind === 'suppressed') {
    const { suppression, path, line } = outcome;
    const soon = announcement(suppression.until, today);
    if (soon !== undefined)
      report({ path, line, message: `the suppression of ${rule.id} ${soon}; after that it counts again` });
    if (isChanged(path, line)) report({ path, line, message: `a suppression of ${rule.id} is added here` });
    return suppression;
  }
  const setting = rules.get(rule.id);
  if (setting?.kind === 'disabled') return { reason: setting.reason, until: null };
  const entry = acceptances.of(judged.subject, { rule: rule.id, dimension: rule.dimension, level });
  if (!entry && outcome?.kind === 'void') report({ path: outcome.path, line: outcome.line, message: outcome.message });
  return entry ?? null;
}

function severityOf({ severity, rule }: Discovered, { rules }: FindingContext): Severity {
  const setting = rules.get(rule.id);
  return setting?.kind === 'severity' ? setting.severity : (severity ?? rule.severity);
}

function keyOf({ rule, key }: Discovered): string {
  return `${rule.id} ${key ?? ''}`;
}
