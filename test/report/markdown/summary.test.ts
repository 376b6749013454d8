import { bytes, summaryMarkdown } from '../../../src/report/markdown.js';
import type { Finding } from '../../../src/report/report.js';
import { endpoint, existing, pullRequest, report, service, subject } from '../sample.js';

const links = {
  fileUrl: (path: string, line: number): string => `https://github.example/${path}#L${String(line)}`,
  docsUrl: (path: string): string => `https://docs.example/${path}`,
};

test('a summary says what happens, shows the levels, a picture, and folds the rest', () => {
  expect(summaryMarkdown(pullRequest, { ...links, baseName: 'main', notes: ['Nothing was posted.'] }))
    .toBe(`### AKS privacy: this pull request opens the API server and one way in; closes one way out

| | before | now | weakest point now |
| - | - | - | - |
| **API** | isolated · 100 | **open · 0** ▼ | \`aks-prod\`: public endpoint, open to any source — [\`live/terraform.tfvars:1\`](https://github.example/live/terraform.tfvars#L1) |
| **Ingress** | private · 80 | **open · 0** ▼ | \`shop/web\`: public load balancer, open to any source — [\`k8s/web.yaml:4\`](https://github.example/k8s/web.yaml#L4) |
| **Egress** | open · 0 | unknown | \`aks-dev\`: the outbound type depends on \`var.outbound_type\` — [\`dev/main.tf:12\`](https://github.example/dev/main.tf#L12) |

- **Failed**: api privacy gets worse: The API server is public, open to every address (api/public-endpoint)

\`\`\`mermaid
flowchart LR
  n0([Virtual network])
  n1["API server<br/>aks-prod"]
  n2((Internet))
  n3["Entry point<br/>shop/web"]
  n4["Nodes and pods<br/>aks-prod"]
  n5([Firewall or appliance])
  n0 -.->|before| n1
  n2 ==>|now| n1
  n0 -.->|before| n3
  n2 ==>|now| n3
  n4 -.->|before| n2
  n4 ==>|now| n5
\`\`\`

<details><summary>2 introduced · 1 fixed · 1 unknown · 1 suppressed · 1 problem</summary>

**Introduced**

- **error** Service \`shop/web\` gets a public IP, reachable from the whole Internet — [\`k8s/web.yaml:4\`](https://github.example/k8s/web.yaml#L4) · [\`ingress/public-load-balancer\`](https://docs.example/docs/rules/ingress/public-load-balancer.md)
- **error** The API server of \`aks-prod\` is reachable from the whole Internet — [\`live/terraform.tfvars:1\`](https://github.example/live/terraform.tfvars#L1) · [\`api/public-endpoint\`](https://docs.example/docs/rules/api/public-endpoint.md)

**Not decided by the text**

- egress of \`aks-dev\`: the outbound type depends on \`var.outbound_type\` — [\`dev/main.tf:12\`](https://github.example/dev/main.tf#L12)

**Problems**

- [\`k8s/broken.yaml:3\`](https://github.example/k8s/broken.yaml#L3): could not be read: bad indentation

**Fixed**

- **warning** Outbound type loadBalancer of \`aks-prod\` reaches the whole Internet — \`modules/aks/main.tf:9\` · [\`egress/unrestricted-outbound\`](https://docs.example/docs/rules/egress/unrestricted-outbound.md)

**Accepted by a suppression**

- **notice** Run command is on — [\`modules/aks/main.tf:7\`](https://github.example/modules/aks/main.tf#L7) · [\`api/run-command\`](https://docs.example/docs/rules/api/run-command.md) · accepted until \`2027-01-31\`: used by the platform team

**Ways in and out**

- Virtual network → API server \`aks-prod\` (before)
- Internet → API server \`aks-prod\` (now)
- Virtual network → Entry point \`shop/web\` (before)
- Internet → Entry point \`shop/web\` (now)
- Nodes and pods \`aks-prod\` → Internet (before)
- Nodes and pods \`aks-prod\` → Firewall or appliance (now)

</details>

<details><summary>1 there before</summary>

- **notice** Run command is on — [\`modules/aks/main.tf:7\`](https://github.example/modules/aks/main.tf#L7) · [\`api/run-command\`](https://docs.example/docs/rules/api/run-command.md)

</details>

- Nothing was posted.

<sub>9d1f3ac against \`main@77b2c10\` · 6 files read · [how scores work](https://docs.example/docs/scoring.md)</sub>`);
});

test('lists can be unfolded, and the picture left out', () => {
  const text = summaryMarkdown(pullRequest, { unfolded: true, picture: false });
  expect(text).toContain('<details open><summary>2 introduced');
  expect(text).toContain('<details><summary>1 there before');
  expect(text).not.toContain('mermaid');
  expect(text).toContain('- Internet → API server `aks-prod` (now)');
});

test('an audit has one column of levels, and shows what was found', () => {
  const audit = report({
    comparison: { base: null, head: 'a'.repeat(40) },
    dimensions: { api: null, ingress: { level: 'open', score: 0, baseLevel: null, baseScore: null }, egress: null },
    subjects: [{ ...service, base: null, touched: false }],
    findings: [{ ...endpoint, status: 'existing' }],
  });
  const text = summaryMarkdown(audit);
  expect(text).toContain('### AKS privacy: one way in is open\n\n| | level | weakest point |');
  expect(text).toContain('| **API** | – | |');
  expect(text).toContain('<details><summary>1 finding</summary>\n\n**Found**\n\n- **error** The API server');
  expect(text).toContain('<sub>aaaaaaa · 6 files read · how scores work</sub>');
  expect(text).not.toContain('before');
});

test('a new dimension has nothing before it', () => {
  const fresh = report({
    dimensions: { api: null, ingress: { level: 'open', score: 0, baseLevel: null, baseScore: null }, egress: null },
    subjects: [{ ...service, base: null }],
  });
  expect(summaryMarkdown(fresh)).toContain('| **Ingress** | new | open · 0 | `shop/web`');
});

test('many reasons are told by the first', () => {
  const text = summaryMarkdown({ ...pullRequest, failures: ['a', 'b', 'c', 'd', 'e'] });
  expect(text).toContain('- **Failed**: c\n- … and 2 more\n');
});

test.each([1500, 5_000, 65_000])(
  'a summary of 5,000 findings keeps within %d bytes and loses none silently',
  (limit) => {
    const many = (status: Finding['status'], count: number): Finding[] =>
      Array.from({ length: count }, (_, index) => ({ ...existing, status, startLine: index + 1 }));
    const text = summaryMarkdown(
      { ...pullRequest, findings: [endpoint, ...many('introduced', 1999), ...many('existing', 3000)] },
      { ...links, limit },
    );
    expect(bytes(text)).toBeLessThanOrEqual(limit);
    expect(text).toContain('2000 introduced · 0 fixed');
    expect(text).toContain('3000 there before');
    const listed = (text.match(/^- \*\*(error|notice)\*\* /gm) ?? []).length;
    const left = [...text.matchAll(/^- (?:… and (\d+) more|\*\*Introduced\*\*: (\d+) left out)$/gm)].map(([, a, b]) =>
      Number(a ?? b),
    );
    expect(listed + left.reduce((sum, count) => sum + count, 0)).toBe(5000);
    expect(text.match(/<details/g)).toHaveLength(2);
    expect(text.match(/<\/details>/g)).toHaveLength(2);
    expect(text).toMatch(/<\/sub>$/);
  },
);

test('the weakest point is the one that got worse among equals', () => {
  const old = subject({
    ...service,
    id: 'a',
    name: 'shop/old',
    base: { api: null, ingress: { level: 'open', score: 0 }, egress: null },
  });
  const text = summaryMarkdown({ ...pullRequest, subjects: [old, service] });
  expect(text).toContain('| **Ingress** | private · 80 | **open · 0** ▼ | `shop/web`: ');
});
