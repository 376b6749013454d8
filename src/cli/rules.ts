/** `aks-privacy rules` */
import { displayWidth, wrap } from '../report/text/layout.js';
import type { Paint } from '../report/text/paint.js';
import { plain, severityStyle } from '../report/text/paint.js';
import { dimensionName } from '../report/words.js';
import { rules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { docsOf } from '../rules/rule.js';
import { UsageError } from './errors.js';
import type { Io } from './io.js';
import { exit, wantsColour } from './io.js';
import { closest } from '../rules/closest.js';

export interface RulesArguments {
  readonly rule?: string;
  readonly format: 'text' | 'json';
}

export async function runRules(args: RulesArguments, io: Io): Promise<number> {
  const rule = args.rule === undefined ? undefined : find(args.rule);
  if (args.format === 'json') {
    const data = rule ? { ...ruleJson(rule), related: related(rule).map(({ id }) => id) } : rules.map(ruleJson);
    await io.out.write(`${JSON.stringify(data, null, 2)}\n`);
    return exit.passed;
  }
  const paint = wantsColour(io.env, io.out.isTerminal)
    ? (await import('picocolors')).default.createColors(true)
    : plain;
  const width = Math.min(120, Math.max(60, io.out.columns ?? 100));
  const text = rule ? explained(rule, paint, width) : listed(paint);
  await io.out.write(`${text.join('\n')}\n`);
  return exit.passed;
}

function find(id: string): Rule {
  const wanted = id.toLowerCase();
  const found = rules.find((rule) => rule.id === wanted);
  if (found) return found;
  const near = closest(
    wanted,
    rules.map((rule) => rule.id),
  );
  throw new UsageError(
    `there is no rule ${id}`,
    near === undefined ? 'Run aks-privacy rules to list them' : `Did you mean ${near}?`,
  );
}

function ruleJson({ id, dimension, severity, title, rationale, remedy }: Rule): Readonly<Record<string, string>> {
  return { id, dimension, severity, title, rationale, remedy, docs: docsOf(id) };
}

function listed(paint: Paint): readonly string[] {
  const widest = Math.max(0, ...rules.map(({ id }) => displayWidth(id)));
  return rules.map(
    ({ id, severity, title }) =>
      `${severityStyle(paint, severity)(severity.padEnd(7))}  ${paint.bold(id.padEnd(widest))}  ${title}`,
  );
}

function explained(rule: Rule, paint: Paint, width: number): readonly string[] {
  const others = related(rule);
  const severity = severityStyle(paint, rule.severity)(rule.severity);
  return [
    paint.bold(rule.title),
    paint.dim(`${rule.id} · ${dimensionName[rule.dimension]} · `) + severity,
    '',
    ...wrap(rule.rationale, width),
    '',
    paint.bold('What to do'),
    ...wrap(rule.remedy, width).map((line) => `  ${line}`),
    '',
    `Example, exceptions and sources: ${docsOf(rule.id)}`,
    `To accept a finding: # aks-privacy: ignore ${rule.id} until 2027-01-31 -- reason`,
    ...(others.length > 0 ? ['', paint.bold('Related'), ...others.map(({ id, title }) => `  ${id}  ${title}`)] : []),
  ];
}

/** Words of rule ids that say nothing about kinship. */
const everyday: ReadonlySet<string> = new Set(['without', 'and', 'by', 'on', 'not', 'is']);

/** Rules of the same dimension whose id shares a word. */
function related(rule: Rule): readonly Rule[] {
  const words = (id: string): readonly string[] =>
    (id.split('/')[1] ?? '').split('-').filter((word) => !everyday.has(word));
  const own = new Set(words(rule.id));
  return rules.filter(
    (other) =>
      other.id !== rule.id && other.dimension === rule.dimension && words(other.id).some((word) => own.has(word)),
  );
}
