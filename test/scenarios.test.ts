/**
 * Whole pull requests: `scenarios/<name>/{base,head}` and what is expected of their review, in `expected.json`:
 * the verdict, the level of each touched dimension (`before -> after`), every finding that is not merely existing
 * (`status severity rule path:line`), and the problems (`path:line message`).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../src/report/report.js';
import { dimensions } from '../src/scoring/ladder.js';
import { reviewFolders } from './support/review.js';

interface Expected {
  readonly title: string;
  readonly verdict: string;
  readonly api: string | null;
  readonly ingress: string | null;
  readonly egress: string | null;
  readonly findings: readonly string[];
  readonly problems?: readonly string[];
}

const folder = fileURLToPath(new URL('scenarios', import.meta.url));
const scenarios = readdirSync(folder).sort();

test.each(scenarios)('%s', async (name) => {
  const at = join(folder, name);
  const { title, problems = [], ...expected } = JSON.parse(readFileSync(join(at, 'expected.json'), 'utf8')) as Expected;
  expect(title).not.toBe('');
  const report = await reviewFolders(existsSync(join(at, 'base')) ? join(at, 'base') : null, join(at, 'head'));
  expect({
    ...summary(report),
    problems: report.problems.map(({ path, line, message }) => `${path}:${String(line ?? 0)} ${message}`),
  }).toEqual({
    ...expected,
    problems,
  });
});

function summary(report: Report): Omit<Expected, 'title' | 'problems'> {
  const [api, ingress, egress] = dimensions.map((dimension) => {
    const result = report.dimensions[dimension];
    return result && `${result.baseLevel ?? 'none'} -> ${result.level}`;
  });
  return {
    verdict: report.verdict,
    api: api ?? null,
    ingress: ingress ?? null,
    egress: egress ?? null,
    findings: report.findings
      .filter(({ status }) => status !== 'existing')
      .map(
        ({ status, severity, rule, path, startLine }) => `${status} ${severity} ${rule} ${path}:${String(startLine)}`,
      ),
  };
}
