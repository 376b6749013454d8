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
    ...Object.keys(raw.rules ?? {})
      .filter((id) => !ruleIds.has(id))
      .map((id) => at(['rules', id], missing(id))),
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
