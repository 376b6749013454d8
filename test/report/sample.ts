/** Reports for the tests of renderers: small builders, and the pull request of the mock-ups. */
import type { Assessment, Finding, Report, ReportedSubject } from '../../src/report/report.js';
import type { Lines } from '../../src/report/lines.js';
import type { Level } from '../../src/scoring/ladder.js';
import { score } from '../../src/scoring/ladder.js';

export function assessment(level: Level, because: string, path: string, line: number): Assessment {
  return { level, score: score(level), because, evidence: [{ path, line }], dependsOn: [] };
}

export function subject(overrides: Partial<ReportedSubject> = {}): ReportedSubject {
  return {
    id: 'live#module.aks.azurerm_kubernetes_cluster.main',
    kind: 'cluster',
    name: 'aks-prod',
    format: 'terraform',
    path: 'modules/aks/main.tf',
    line: 1,
    root: 'live',
    api: null,
    ingress: null,
    egress: null,
    base: null,
    touched: true,
    ...overrides,
  };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'api/public-endpoint',
    dimension: 'api',
    severity: 'error',
    status: 'introduced',
    message:
      'The API server of aks-prod is reachable from the whole Internet. Terraform replaces the cluster for this change.',
    subject: 'live#module.aks.azurerm_kubernetes_cluster.main',
    path: 'live/terraform.tfvars',
    startLine: 1,
    endLine: 1,
    startColumn: 1,
    endColumn: 20,
    fix: null,
    fingerprint: 'f1',
    docs: 'docs/rules/api/public-endpoint.md',
    title: 'The API server is public, open to every address',
    remedy: 'Make the cluster private.',
    way: [],
    level: 'open',
    regression: true,
    suppression: null,
    ...overrides,
  };
}

export function report(overrides: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'aks-privacy', version: '0.1.0' },
    comparison: {
      base: '77b2c10000000000000000000000000000000000',
      head: '9d1f3ac000000000000000000000000000000000',
    },
    verdict: 'pass',
    failures: [],
    dimensions: { api: null, ingress: null, egress: null },
    subjects: [],
    findings: [],
    problems: [],
    statistics: { files: 6, parsed: 6, bytes: 2048, milliseconds: 140, apiRequests: 0 },
    ...overrides,
  };
}

export const cluster = subject({
  api: assessment('open', 'public endpoint, open to any source', 'live/terraform.tfvars', 1),
  egress: assessment('private', 'routed to the firewall 10.0.1.4', 'modules/aks/main.tf', 9),
  base: { api: { level: 'isolated', score: 100 }, ingress: null, egress: { level: 'open', score: 0 } },
});

export const service = subject({
  id: 'k8s/web.yaml#Service/shop/web',
  kind: 'entry-point',
  name: 'shop/web',
  format: 'kubernetes',
  path: 'k8s/web.yaml',
  line: 4,
  root: 'k8s/web.yaml',
  ingress: assessment('open', 'public load balancer, open to any source', 'k8s/web.yaml', 4),
  base: { api: null, ingress: { level: 'private', score: 80 }, egress: null },
});

export const undecided = subject({
  id: 'dev#azurerm_kubernetes_cluster.main',
  name: 'aks-dev',
  path: 'dev/main.tf',
  line: 3,
  root: 'dev',
  egress: {
    level: 'unknown',
    score: null,
    because: 'the outbound type depends on var.outbound_type',
    evidence: [{ path: 'dev/main.tf', line: 12 }],
    dependsOn: ['var.outbound_type'],
  },
  base: { api: null, ingress: null, egress: { level: 'unknown', score: null } },
});

export const endpoint = finding({
  way: [
    { path: 'live/terraform.tfvars', line: 1, name: 'exposure' },
    { path: 'live/main.tf', line: 3, name: 'local.private' },
    { path: 'modules/aks/main.tf', line: 5, name: 'private_cluster_enabled' },
  ],
});

export const loadBalancer = finding({
  rule: 'ingress/public-load-balancer',
  dimension: 'ingress',
  message: 'Service shop/web gets a public IP, reachable from the whole Internet.',
  subject: service.id,
  path: 'k8s/web.yaml',
  startLine: 4,
  endLine: 4,
  startColumn: 3,
  endColumn: 11,
  fix: {
    description: 'Put the Service on an internal load balancer',
    edits: [
      {
        path: 'k8s/web.yaml',
        startLine: 4,
        endLine: 4,
        text: '  name: web\n  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"',
      },
    ],
  },
  fingerprint: 'f2',
  docs: 'docs/rules/ingress/public-load-balancer.md',
  title: 'A Service gets a public load balancer',
  remedy: 'Add the annotation for an internal load balancer.',
});

export const fixed = finding({
  rule: 'egress/unrestricted-outbound',
  dimension: 'egress',
  status: 'fixed',
  severity: 'warning',
  message: 'Outbound type loadBalancer of aks-prod reaches the whole Internet.',
  path: 'modules/aks/main.tf',
  startLine: 9,
  endLine: 9,
  fingerprint: 'f3',
  docs: 'docs/rules/egress/unrestricted-outbound.md',
  title: 'Nodes and pods reach the whole Internet',
  regression: false,
});

export const suppressed = finding({
  rule: 'api/run-command',
  severity: 'notice',
  status: 'suppressed',
  message: 'Run command is on.',
  path: 'modules/aks/main.tf',
  startLine: 7,
  endLine: 7,
  fingerprint: 'f5',
  docs: 'docs/rules/api/run-command.md',
  title: 'The run command is on',
  level: null,
  regression: false,
  suppression: { reason: 'used by the platform team', until: '2027-01-31' },
});

export const existing = finding({ ...suppressed, status: 'existing', suppression: null, fingerprint: 'f4' });

/** The pull request of the mock-ups. */
export const pullRequest = report({
  verdict: 'fail',
  failures: ['api privacy gets worse: The API server is public, open to every address (api/public-endpoint)'],
  dimensions: {
    api: { level: 'open', score: 0, baseLevel: 'isolated', baseScore: 100 },
    ingress: { level: 'open', score: 0, baseLevel: 'private', baseScore: 80 },
    egress: { level: 'unknown', score: null, baseLevel: 'open', baseScore: 0 },
  },
  subjects: [cluster, service, undecided],
  findings: [endpoint, loadBalancer, existing, suppressed, fixed],
  problems: [{ path: 'k8s/broken.yaml', line: 3, message: 'could not be read: bad indentation' }],
});

const texts: Readonly<Record<string, readonly string[]>> = {
  'live/terraform.tfvars': ['exposure = "partner"'],
  'k8s/web.yaml': ['apiVersion: v1', 'kind: Service', 'metadata:', '  name: web'],
};

export const lines: Lines = (path, line) => texts[path]?.[line - 1];

/** A report in which every text that comes from the reviewed files is the given one. */
export function reportOf(text: string): Report {
  const evil = { because: text, dependsOn: [text], evidence: [{ path: text, line: 1 }] };
  const subjects = [
    { ...cluster, id: `a${text}`, name: text, path: text, root: text, api: { ...cluster.api!, ...evil } },
    { ...service, id: `b${text}`, name: text, path: text, ingress: { ...service.ingress!, ...evil } },
    { ...undecided, id: `c${text}`, name: text, path: text, egress: { ...undecided.egress!, ...evil } },
  ];
  const own = {
    subject: `a${text}`,
    path: text,
    message: `The API server of ${text} is open: “${text}”. It is ${text}.`,
  };
  return {
    ...pullRequest,
    subjects,
    findings: [
      {
        ...endpoint,
        ...own,
        way: [
          { path: text, line: 1, name: text },
          { path: text, line: 2, name: text },
        ],
        fix: { description: `Set ${text}`, edits: [{ path: text, startLine: 1, endLine: 2, text }] },
      },
      { ...fixed, ...own },
      { ...existing, ...own, remedy: `Change ${text}` },
      { ...suppressed, ...own, suppression: { reason: text, until: null } },
    ],
    problems: [{ path: text, line: 1, message: `could not be read: ${text}` }],
  };
}

/** Looks up a line that is the given text, wherever it is asked. */
export function linesOfText(text: string): Lines {
  return () => text.split('\n')[0];
}
