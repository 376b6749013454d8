/** What a schema can't say: rules that exist, days that exist, and marks of which there is one. */
import { isDay } from '../comparison/expiry.js';
import type { Problem } from '../syntax/problem.js';
import type { Document } from './errors.js';
import { problemAt, suggestion } from './errors.js';
import type { Raw } from './raw.js';
import { applianceMarks, gatewayMarks } from './raw.js';

export function furtherProblems(raw: Raw, document: Document, ruleIds: ReadonlySet<string>): readonly Problem[] {
  const at = (path: readonly string[], message: string): Problem => problemAt(document, path, message);
  const missing = (id: string): string => `is no rule${suggestion(id, [...ruleIds])}`;
  return [
    ...(raw.suppressions ?? []).flatMap(({ rule }, index) =>
      ruleIds.has(rule) ? [] : [at(['suppressions', String(index), 'rule'], `${rule.slice(0, 80)} ${missing(rule)}`)],
    ),
    ...(['public-entry-points', 'suppressions'] as const).flatMap((list) =>
      (raw[list] ?? []).flatMap(({ until }, index) =>
        until === undefined || isDay(until) ? [] : [at([list, String(index), 'until'], 'is no day of the calendar')],
      ),
    ),
    ...(raw.gateways ?? []).flatMap((gateway, index) =>
      oneMark(gateway, gatewayMarks, (message) => at(['gateways', String(index)], message)),
    ),
    ...(raw['egress-appliances'] ?? []).flatMap((appliance, index) =>
      oneMark(appliance, applianceMarks, (message) => at(['egress-appliances', String(index)], message)),
    ),
  ];
}

/** Ids that look like those of rules; the schema says it of the others. */
export function unknownRules(raw: Raw, document: Document, ruleIds: ReadonlySet<string>): readonly Problem[] {
  const { rules } = raw as { readonly rules?: unknown };
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  return Object.keys(rules)
    .filter((id) => /^[a-z]+\/[a-z0-9-]+$/.test(id) && !ruleIds.has(id))
    .map((id) => problemAt(document, ['rules', id], `is no rule${suggestion(id, [...ruleIds])}`));
}

function oneMark<Mark extends string>(
  entry: Partial<Record<Mark, string>>,
  marks: readonly Mark[],
  problem: (message: string) => Problem,
): readonly Problem[] {
  const given = marks.filter((mark) => entry[mark] !== undefined);
  return given.length === 1
    ? []
    : [problem(`needs one of ${marks.join(', ')}; it has ${given.join(' and ') || 'none'}`)];
}
