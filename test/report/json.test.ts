import { jsonReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/report.js';
import { hostileTexts } from './hostile.js';
import { pullRequest, report, reportOf } from './sample.js';
import { errorsOf } from './schema.js';

test('the report of the mock-ups fits the schema, and so does an empty one', () => {
  expect(errorsOf(pullRequest)).toEqual([]);
  expect(errorsOf(report())).toEqual([]);
});

test('the schema refuses what the contract does not have', () => {
  const [first] = pullRequest.findings;
  const wrong = (change: Partial<Record<keyof Report, unknown>>): unknown =>
    errorsOf({ ...pullRequest, ...change } as unknown as Report);
  expect(wrong({ verdict: 'maybe' })).not.toEqual([]);
  expect(wrong({ findings: [{ ...first, severity: 'fatal' }] })).not.toEqual([]);
  expect(wrong({ findings: [{ ...first, startLine: 0 }] })).not.toEqual([]);
  expect(wrong({ dimensions: { ...pullRequest.dimensions, api: { level: 'open', score: 101 } } })).not.toEqual([]);
});

test('keys stand in one order, whatever the order of the report', () => {
  const shuffled = Object.fromEntries(Object.entries(pullRequest).reverse()) as unknown as Report;
  const subjects = [...pullRequest.subjects].reverse();
  expect(jsonReport({ ...shuffled, subjects })).toBe(jsonReport(pullRequest));
  expect(Object.keys(JSON.parse(jsonReport(pullRequest)) as object)).toEqual([
    'schemaVersion',
    'tool',
    'comparison',
    'verdict',
    'failures',
    'dimensions',
    'subjects',
    'findings',
    'problems',
    'statistics',
  ]);
});

test.each(hostileTexts)('%s comes back as it was, and is harmless when printed', (_, evil) => {
  const text = jsonReport(reportOf(evil));
  expect(text).toMatch(/\n$/);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|##\[|^\s*::/mu);
  expect((JSON.parse(text) as Report).subjects[0]!.name).toBe(evil);
});
