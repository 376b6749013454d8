import type { TextOptions } from '../../../src/report/text.js';
import { textReport } from '../../../src/report/text.js';
import { plain } from '../../../src/report/text/paint.js';
import { hasHidden } from '../../../src/report/visible.js';
import { hostileTexts } from '../hostile.js';
import {
  endpoint,
  existing,
  finding,
  lines,
  linesOfText,
  loadBalancer,
  pullRequest,
  report,
  reportOf,
  service,
  subject,
} from '../sample.js';

const options: TextOptions = { lines, paint: plain, width: 100, all: false };

test('a pull request is told by levels, findings with code, and one line at the end', () => {
  expect(textReport(pullRequest, options)).toBe(`
  API      isolated   100 → open         0 ▼
  Ingress  private     80 → open         0 ▼
  Egress   open         0 → unknown

  error  Service shop/web gets a public IP, reachable from the whole Internet
    k8s/web.yaml:4  private → open                                      ingress/public-load-balancer
      4 │   name: web
        │   ^^^^^^^^^
    fix  Put the Service on an internal load balancer
             name: web
         +   annotations:
         +     service.beta.kubernetes.io/azure-load-balancer-internal: "true"

  error  The API server of aks-prod is reachable from the whole Internet
    live/terraform.tfvars:1  isolated → open                                     api/public-endpoint
      1 │ exposure = "partner"
        │ ^^^^^^^^^^^^^^^^^^^^
    → live/main.tf:3 local.private → modules/aks/main.tf:5 private_cluster_enabled
    Terraform replaces the cluster for this change.
    fix  Make the cluster private.

  unknown  egress of aks-dev: the outbound type depends on var.outbound_type          dev/main.tf:12

  fixed  Nodes and pods reach the whole Internet  modules/aks/main.tf:9  egress/unrestricted-outbound

  suppressed  The run command is on  modules/aks/main.tf:7  api/run-command
    used by the platform team (until 2027-01-31)

  problem  k8s/broken.yaml:3  could not be read: bad indentation

  failed  api privacy gets worse: The API server is public, open to every address (api/public-endpoint)

  2 introduced, 1 fixed, 1 there before (--all to see them), 1 unknown, 1 suppressed, 1 problem · 6 files, 140 ms · failed: 2 regressions
`);
});

test('what was there before is shown when it is asked for', () => {
  const text = textReport(pullRequest, { ...options, all: true });
  expect(text).toContain('  notice  Run command is on\n    modules/aks/main.tf:7');
  expect(text).toContain('1 there before,');
  expect(textReport(pullRequest, options)).not.toContain('notice');
});

test('an audit shows what it found, and compares nothing', () => {
  const audited = report({
    comparison: { base: null, head: null },
    dimensions: { api: { level: 'open', score: 0, baseLevel: null, baseScore: null }, ingress: null, egress: null },
    subjects: [subject({ touched: false })],
    findings: [{ ...endpoint, status: 'existing', way: [], regression: false }],
  });
  expect(textReport(audited, options)).toBe(`
  API      open         0
  Ingress  nothing found
  Egress   nothing found

  error  The API server of aks-prod is reachable from the whole Internet
    live/terraform.tfvars:1  open                                                api/public-endpoint
      1 │ exposure = "partner"
        │ ^^^^^^^^^^^^^^^^^^^^
    Terraform replaces the cluster for this change.
    fix  Make the cluster private.

  1 finding · 6 files, 140 ms · passed
`);
});

test('a change that touches nothing says so', () => {
  const neutral = report({ verdict: 'neutral', findings: [], subjects: [] });
  expect(textReport(neutral, options)).toContain('0 introduced, 0 fixed · 6 files, 140 ms · nothing to judge\n');
});

test('an unknown level that an introduced finding explains is not told twice', () => {
  const [, , undecided] = pullRequest.subjects;
  const told = finding({ subject: undecided!.id, dimension: 'egress', level: 'unknown', rule: 'egress/undetermined' });
  const text = textReport({ ...pullRequest, findings: [told] }, options);
  expect(text).not.toContain('egress of aks-dev');
  expect(text).toContain('egress/undetermined');
});

test('colours go around words, never into the code', () => {
  const paint = {
    ...plain,
    red: (text: string) => `<red>${text}</red>`,
    green: (text: string) => `<green>${text}</green>`,
  };
  const text = textReport(pullRequest, { ...options, paint });
  expect(text).toContain('<red>error</red>');
  expect(text).toContain('<green>+   annotations:</green>');
  expect(text).toContain('<red>failed: 2 regressions</red>');
});

test('tabs and wide characters are underlined where they stand', () => {
  const shown = finding({ path: 'a.tf', startColumn: 7, endColumn: 9 });
  const text = textReport(report({ findings: [shown] }), { ...options, lines: () => '\t日本 = 123' });
  expect(text).toContain(`1 │   日本 = 123\n        │ ${' '.repeat(9)}^^^\n`);
});

test('a finding without its file is told without code', () => {
  const text = textReport(report({ findings: [loadBalancer], subjects: [service] }), {
    ...options,
    lines: () => undefined,
  });
  expect(text).toContain('k8s/web.yaml:4  private → open');
  expect(text).not.toContain('│');
  expect(text).toContain('+     service.beta.kubernetes.io/azure-load-balancer-internal: "true"');
});

test('long passages, ways and fixes are cut', () => {
  const text = 'x\n'.repeat(500);
  const long = finding({
    startLine: 1,
    endLine: 90,
    fix: { description: 'Change all', edits: [{ path: 'a', startLine: 1, endLine: 90, text }] },
  });
  const shown = textReport(report({ findings: [long, existing] }), { ...options, lines: () => 'line' });
  expect(shown).toContain('… and 561 more lines');
  expect(shown.split('\n').length).toBeLessThan(60);
});

test('many reasons are told by the first', () => {
  const text = textReport(
    { ...pullRequest, failures: Array.from({ length: 20 }, (_, index) => `reason ${index}`) },
    options,
  );
  expect(text).toContain('  failed  reason 4\n          … and 15 more reasons\n');
});

test.each(hostileTexts)('%s does no harm on a terminal', (_, evil) => {
  const text = textReport(reportOf(evil), { ...options, lines: linesOfText(evil), all: true });
  expect(hasHidden(text, '\n')).toBe(false);
  expect(text).not.toMatch(/^\s*::|##\[/m);
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain('1 introduced, 1 fixed');
});
