/** A configuration, explained for a terminal. */
import type { Configuration } from '../configuration/configuration.js';
import type { Explanation, Told } from '../configuration/explain.js';
import { dimensionsOf } from '../configuration/explain.js';
import { name, visible } from '../report/visible.js';
import { dimensionName } from '../report/words.js';

/** More subjects than these are counted. */
const mostSubjects = 200;

export function explained(
  title: string,
  configuration: Configuration,
  { wanted, ends, idle }: Explanation,
  width: number,
): string {
  const { required, rules, unknownBlocks, minimumScores } = configuration;
  const disabled = [...rules].flatMap(([id, setting]) =>
    setting.kind === 'disabled' ? [`${id}: ${visible(setting.reason, 200)}`] : [],
  );
  const severities = [...rules].flatMap(([id, setting]) =>
    setting.kind === 'severity' ? [`${id}: ${setting.severity}`] : [],
  );
  const minimums = Object.entries(minimumScores).map(([dimension, score]) => `${dimension} ${String(score)}`);
  const subjects = wanted.slice(0, mostSubjects).flatMap(({ subject, levels }) => [
    visible(subject.id, Math.max(60, width - 2)),
    ...dimensionsOf(subject).map((dimension) => {
      const { level, because } = levels[dimension];
      return `  ${dimensionName[dimension].padEnd(8)} wanted ${level.padEnd(10)} is ${(subject.levels[dimension] ?? '').padEnd(10)} by ${visible(because, 120)}`;
    }),
  ]);
  const more = wanted.length - mostSubjects;
  return [
    title,
    ...section('Required where nothing narrower is said', [
      `api ${required.api}, ingress ${required.ingress}, egress ${required.egress}`,
      ...(unknownBlocks ? ['a level that becomes unknown blocks'] : []),
      ...(minimums.length > 0 ? [`minimum scores: ${minimums.join(', ')}`] : []),
    ]),
    ...section('Wanted of the subjects of this tree', [
      ...subjects,
      ...(more > 0 ? [`and ${String(more)} more`] : []),
      ...(wanted.length === 0 ? ['it has none'] : []),
    ]),
    ...section('Severities', severities),
    ...section('Rules that are off', disabled),
    ...section('Ends', ends.map(line)),
    ...section('Without effect in this tree', idle.map(line)),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines.map((text) => `  ${text}`)];
}

function line({ place, text }: Told): string {
  return `${place ? `${name(place.path)}:${String(place.line)}  ` : ''}${visible(text, 300)}`;
}
