import { alsoFor, together } from '../../src/report/together.js';
import { inlineBody, summaryMarkdown } from '../../src/report/markdown.js';
import { placements } from '../../src/github/publish/placement.js';
import type { Finding, Report } from '../../src/report/report.js';
import { cluster, endpoint, report } from './sample.js';

/** One module with two parameter files: the same line decides for both. */
const east = { ...cluster, id: 'east.json#aks', root: 'east.json' };
const west = { ...cluster, id: 'west.json#aks', root: 'west.json' };
const ofEast: Finding = { ...endpoint, subject: east.id, fingerprint: 'b' };
const ofWest: Finding = { ...endpoint, subject: west.id, fingerprint: 'a' };
const twice: Report = report({ subjects: [east, west], findings: [ofEast, ofWest] });

test('what one line decides for two deployments is told once, with the other one named', () => {
  const told = together(twice.findings);
  expect(told).toEqual([{ finding: ofWest, others: [ofEast] }]);
  expect(told.map((one) => alsoFor(one, twice))).toEqual([['aks-prod of east.json']]);
});

test('two clusters of one deployment are told apart by their names', () => {
  const other = { ...west, id: 'west.json#aks2', name: 'aks-two' };
  const both = report({ subjects: [west, other], findings: [ofWest, { ...ofEast, subject: other.id }] });
  expect(together(both.findings).map((one) => alsoFor(one, both))).toEqual([['aks-two']]);
});

test.each<Partial<Finding>>([
  { startLine: 99, endLine: 99 },
  { status: 'existing' },
  { rule: 'api/other' },
  { severity: 'notice' },
  { regression: !endpoint.regression },
])('a finding of its own is told by itself: %j', (difference) => {
  expect(together([ofWest, { ...ofEast, ...difference }])).toHaveLength(2);
});

test('a pull request gets one comment', () => {
  const changes = [{ path: endpoint.path, status: 'modified' as const, hunks: [] }];
  expect(placements(twice.findings, changes).map(({ finding }) => finding)).toEqual([ofWest]);
  expect(inlineBody(ofWest, { also: ['aks-prod of east.json'] })).toContain('The same for `aks-prod of east.json`.');
});

test('the summary lists it once', () => {
  const text = summaryMarkdown(twice);
  expect(text.match(/is reachable from the whole Internet/g)).toHaveLength(1);
  expect(text).toContain('; the same for `aks-prod of east.json`');
});
