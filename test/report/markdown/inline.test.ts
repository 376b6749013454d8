import { bytes, inlineBody, suggestibleEdit } from '../../../src/report/markdown.js';
import type { Finding } from '../../../src/report/report.js';
import { cluster, endpoint, existing, finding, lines, loadBalancer, service } from '../sample.js';

const links = {
  fileUrl: (path: string, line: number): string => `https://github.example/${path}#L${String(line)}`,
  docsUrl: (path: string): string => `https://docs.example/${path}`,
};

test('a fix inside of the diff is a suggestion', () => {
  expect(inlineBody(loadBalancer, { ...links, subject: service, suggestion: true, until: '2027-03-31' }))
    .toBe(`**Ingress: \`private\` → \`open\`** · Service \`shop/web\` gets a public IP, reachable from the whole Internet

Put the Service on an internal load balancer:

\`\`\`suggestion
  name: web
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
\`\`\`

<sub>[ingress/public-load-balancer](https://docs.example/docs/rules/ingress/public-load-balancer.md) · accept it: \`# aks-privacy: ignore ingress/public-load-balancer until 2027-03-31 -- reason\`</sub>`);
});

test('a fix elsewhere is a small diff', () => {
  expect(inlineBody(loadBalancer, { ...links, subject: service, lines })).toContain(`:

\`\`\`diff
   name: web
+  annotations:
+    service.beta.kubernetes.io/azure-load-balancer-internal: "true"
\`\`\``);
});

test('the way of a value is told with links, and the remedy where no edit is enough', () => {
  expect(inlineBody(endpoint, { ...links, subject: cluster }))
    .toBe(`**API: \`isolated\` → \`open\`** · The API server of \`aks-prod\` is reachable from the whole Internet

Terraform replaces the cluster for this change.

[\`live/terraform.tfvars:1\`](https://github.example/live/terraform.tfvars#L1) \`exposure\` → [\`live/main.tf:3\`](https://github.example/live/main.tf#L3) \`local.private\` → [\`modules/aks/main.tf:5\`](https://github.example/modules/aks/main.tf#L5) \`private_cluster_enabled\`

Make the cluster private.

<sub>[api/public-endpoint](https://docs.example/docs/rules/api/public-endpoint.md) · accept it: \`# aks-privacy: ignore api/public-endpoint -- reason\`</sub>`);
});

test('a finding that decides no level is told by its severity, one of a new subject by its level', () => {
  expect(inlineBody(existing)).toMatch(/^\*\*API: notice\*\* · Run command is on\n/);
  expect(inlineBody(endpoint)).toMatch(/^\*\*API: `open`\*\* · /);
});

test('a file without comments is accepted by configuration', () => {
  expect(inlineBody({ ...endpoint, path: 'azuredeploy.json' })).toContain('accept it in `.github/aks-privacy.yml`');
});

test('without addresses there are no links', () => {
  expect(inlineBody(endpoint, { subject: cluster })).not.toMatch(/\]\(/);
});

test.each<[string, Partial<Finding>]>([
  ['several edits', { fix: { description: 'x', edits: [edit(), edit()] } }],
  ['an edit of another file', { fix: { description: 'x', edits: [edit({ path: 'other.yaml' })] } }],
  ['hidden characters', { fix: { description: 'x', edits: [edit({ text: 'a\u202eb' })] } }],
  ['a mark of a comment', { fix: { description: 'x', edits: [edit({ text: '# <!-- marker -->' })] } }],
  ['a whole file', { fix: { description: 'x', edits: [edit({ text: 'x\n'.repeat(100) })] } }],
  ['no fix', { fix: null }],
])('%s: no suggestion', (_, overrides) => {
  const wanting = { ...loadBalancer, ...overrides };
  expect(suggestibleEdit(wanting)).toBeUndefined();
  expect(inlineBody(wanting, { suggestion: true })).not.toContain('```suggestion');
});

test('an edit that only removes lines is an empty suggestion', () => {
  const removing = { ...loadBalancer, fix: { description: 'Remove it', edits: [edit({ text: '' })] } };
  expect(inlineBody(removing, { suggestion: true })).toContain('```suggestion\n```');
});

test('a fence is longer than any in the text', () => {
  const fenced = { ...loadBalancer, fix: { description: 'x', edits: [edit({ text: '# ```\n# ````' })] } };
  expect(inlineBody(fenced, { suggestion: true })).toContain('`````suggestion\n# ```\n# ````\n`````');
});

test('a long way is told by its ends', () => {
  const way = Array.from({ length: 20 }, (_, index) => ({ path: 'a.tf', line: index + 1, name: '' }));
  const body = inlineBody(finding({ way }));
  expect(body).toContain('`a.tf:4` → … 12 more … → `a.tf:17`');
});

test.each([300, 500, 700, 1000])('a comment keeps within %d bytes, and what happens stands first', (limit) => {
  const body = inlineBody(loadBalancer, { ...links, subject: service, suggestion: true, limit });
  expect(bytes(body)).toBeLessThanOrEqual(limit);
  expect(body).toMatch(/^\*\*Ingress: `private` → `open`\*\* · Service `shop\/web` gets a public IP/);
  expect((body.match(/^```/gm) ?? []).length % 2).toBe(0);
});

function edit(overrides = {}): NonNullable<Finding['fix']>['edits'][number] {
  return { path: 'k8s/web.yaml', startLine: 4, endLine: 4, text: 'x', ...overrides };
}
