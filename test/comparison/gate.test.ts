import { gate } from '../../src/comparison/gate.js';
import type { FailOn } from '../../src/comparison/gate.js';
import type { DimensionResult, Finding } from '../../src/report/report.js';

const finding = (overrides: Partial<Finding>): Finding => ({
  rule: 'api/public-endpoint',
  dimension: 'api',
  severity: 'error',
  status: 'introduced',
  message: '',
  subject: 'a#b',
  path: 'a',
  startLine: 1,
  endLine: 1,
  startColumn: 1,
  endColumn: 1,
  fix: null,
  fingerprint: '',
  docs: '',
  title: 'The API server is public',
  remedy: '',
  way: [],
  level: 'open',
  regression: false,
  suppression: null,
  ...overrides,
});
const api: DimensionResult = { level: 'restricted', score: 40, baseLevel: 'restricted', baseScore: 40 };
const results = { api, ingress: null, egress: null };
const verdict = (findings: readonly Finding[], failOn: FailOn, audit = false): string =>
  gate(findings, results, { failOn, minimumScores: {} }, audit).verdict;

test.each([
  ['a regression', finding({ regression: true }), ['fail', 'fail', 'fail', 'pass']],
  ['a new error', finding({}), ['pass', 'fail', 'fail', 'pass']],
  ['a new warning', finding({ severity: 'warning' }), ['pass', 'fail', 'pass', 'pass']],
  ['a new notice', finding({ severity: 'notice' }), ['pass', 'pass', 'pass', 'pass']],
  ['what was there before', finding({ status: 'existing' }), ['pass', 'pass', 'pass', 'pass']],
  ['a suppressed regression', finding({ status: 'suppressed', regression: true }), ['pass', 'pass', 'pass', 'pass']],
  ['what was fixed', finding({ status: 'fixed' }), ['pass', 'pass', 'pass', 'pass']],
])('%s under regression, warning, error, never', (_, one, expected) => {
  expect((['regression', 'warning', 'error', 'never'] as const).map((failOn) => verdict([one], failOn))).toEqual(
    expected,
  );
});

test('an audit judges what is there', () => {
  const existing = [finding({ status: 'existing' })];
  expect(
    (['regression', 'warning', 'error', 'never'] as const).map((failOn) => verdict(existing, failOn, true)),
  ).toEqual(['pass', 'fail', 'fail', 'pass']);
});

test.each([
  [41, 'fail', ['api scores 40, below the minimum of 41']],
  [40, 'pass', []],
])('a minimum score of %i', (minimum, expected, failures) => {
  const outcome = gate([], results, { failOn: 'regression', minimumScores: { api: minimum, egress: 100 } }, false);
  expect(outcome).toEqual({ verdict: expected, failures });
});

test('an unknown level meets no minimum', () => {
  const unknown = { ...results, api: { ...api, level: 'unknown' as const, score: null } };
  expect(gate([], unknown, { failOn: 'error', minimumScores: { api: 1 } }, false)).toEqual({
    verdict: 'fail',
    failures: ['api scores nothing (unknown), below the minimum of 1'],
  });
});

test('nothing to judge is neutral', () => {
  const none = { api: null, ingress: null, egress: null };
  expect(gate([], none, { failOn: 'regression', minimumScores: { api: 80 } }, false).verdict).toBe('neutral');
});
