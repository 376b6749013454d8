import type { Log, Result } from 'sarif';
import { sarifReport } from '../../src/report/sarif.js';
import type { Finding, Report } from '../../src/report/report.js';
import { hostileTexts } from './hostile.js';
import { sarifErrorsOf } from './sarif-schema.js';
import { endpoint, existing, loadBalancer, pullRequest, report, reportOf } from './sample.js';

const docsUrl = (path: string): string => `https://docs.example/${path}`;

function runOf(one: Report): Log['runs'][number] {
  return (JSON.parse(sarifReport(one, { docsUrl })) as Log).runs[0]!;
}

function resultOf(finding: Finding): Result {
  return runOf(report({ findings: [finding] })).results![0]!;
}

test('every finding but the fixed and the suppressed is a result, what blocks first', () => {
  expect(runOf(pullRequest).results!.map(({ ruleId, level, baselineState }) => [ruleId, level, baselineState])).toEqual(
    [
      ['ingress/public-load-balancer', 'error', 'new'],
      ['api/public-endpoint', 'error', 'new'],
      ['api/run-command', 'note', 'unchanged'],
    ],
  );
});

test('rules are described once, and results point at them', () => {
  const { tool, results } = runOf(pullRequest);
  const rules = tool.driver.rules!;
  expect(rules.map(({ id }) => id)).toEqual(['api/public-endpoint', 'api/run-command', 'ingress/public-load-balancer']);
  expect(rules[0]).toMatchObject({
    shortDescription: { text: 'The API server is public, open to every address' },
    helpUri: 'https://docs.example/docs/rules/api/public-endpoint.md',
  });
  for (const { ruleId, ruleIndex } of results!) expect(rules[ruleIndex!]!.id).toBe(ruleId);
});

test('a result has its place, its fingerprint and the way of the value', () => {
  const result = resultOf(endpoint);
  expect(result.locations![0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'live/terraform.tfvars', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 21 },
  });
  expect(result.partialFingerprints).toEqual({ primaryLocationLineHash: 'f1' });
  const steps = result.codeFlows![0]!.threadFlows[0]!.locations;
  expect(steps.map(({ location }) => location!.message!.text)).toEqual([
    'exposure',
    'local.private',
    'private_cluster_enabled',
  ]);
});

test('a fix replaces whole lines; an empty text takes the line break along', () => {
  const changes = (finding: Finding): unknown => resultOf(finding).fixes![0]!.artifactChanges[0]!.replacements;
  expect(changes(loadBalancer)).toEqual([
    { deletedRegion: { startLine: 4, endLine: 4 }, insertedContent: { text: loadBalancer.fix!.edits[0]!.text } },
  ]);
  const removing = { ...loadBalancer.fix!.edits[0]!, endLine: 5, text: '' };
  expect(changes({ ...loadBalancer, fix: { description: 'x', edits: [removing] } })).toEqual([
    { deletedRegion: { startLine: 4, startColumn: 1, endLine: 6, endColumn: 1 } },
  ]);
});

test('a problem and a suppressed finding are notifications', () => {
  const at = (uri: string, startLine: number): object => ({
    physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine } },
  });
  expect(runOf(pullRequest).invocations![0]!.toolExecutionNotifications).toEqual([
    {
      level: 'warning',
      message: { text: 'could not be read: bad indentation' },
      locations: [at('k8s/broken.yaml', 3)],
    },
    {
      level: 'note',
      message: { text: 'api/run-command is suppressed until 2027-01-31: used by the platform team' },
      locations: [at('modules/aks/main.tf', 7)],
    },
  ]);
});

test('what is written is SARIF', () => {
  for (const one of [pullRequest, report(), report({ findings: [{ ...loadBalancer, fix: null, way: [] }] })]) {
    expect(sarifErrorsOf(JSON.parse(sarifReport(one, { docsUrl })))).toEqual([]);
    expect(sarifErrorsOf(JSON.parse(sarifReport(one)))).toEqual([]);
  }
});

test('more results than GitHub shows are left out, and that is said', () => {
  const many = Array.from({ length: 5001 }, (_, index) => ({ ...existing, startLine: index + 1 }));
  const run = runOf(report({ findings: [...many, endpoint] }));
  expect(run.results).toHaveLength(5000);
  expect(run.results![0]!.ruleId).toBe('api/public-endpoint');
  expect(run.invocations![0]!.toolExecutionNotifications!.at(-1)!.message.text).toBe('2 findings are left out');
});

test.each(hostileTexts)('%s makes no link, no placeholder and no address', (_, evil) => {
  const text = sarifReport(reportOf(evil), { docsUrl });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|##\[|^\s*::/mu);
  const log = JSON.parse(text) as Log;
  expect(sarifErrorsOf(log)).toEqual([]);
  const run = log.runs[0]!;
  for (const { message, locations } of run.results!) {
    expect(message.text).not.toMatch(/\]\(|\{\d/);
    expect(message.text!.length).toBeLessThan(3000);
    expect(locations![0]!.physicalLocation!.artifactLocation!.uri).toMatch(/^[\w%.!~*'()/-]*$/);
  }
});
