import { inWords, label, mermaid } from '../../../src/report/markdown/picture.js';
import { waysOf } from '../../../src/report/ways.js';
import { hostileTexts } from '../hostile.js';
import { assessment, cluster, pullRequest, report, service, subject } from '../sample.js';

const drawn = waysOf(report({ subjects: [cluster, service] }));

test('the ways in and out are drawn before and now', () => {
  expect(mermaid(drawn)).toBe(`\`\`\`mermaid
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
\`\`\``);
});

test('the same is told in words', () => {
  expect(inWords(drawn)).toEqual([
    '- Virtual network → API server `aks-prod` (before)',
    '- Internet → API server `aks-prod` (now)',
    '- Virtual network → Entry point `shop/web` (before)',
    '- Internet → Entry point `shop/web` (now)',
    '- Nodes and pods `aks-prod` → Internet (before)',
    '- Nodes and pods `aks-prod` → Firewall or appliance (now)',
  ]);
});

test('what did not change is not drawn, nor what is not touched', () => {
  const same = subject({ ...cluster, api: assessment('isolated', 'x', 'a', 1), egress: null });
  expect(waysOf(report({ subjects: [same, { ...service, touched: false }] })).ways).toEqual([]);
  expect(mermaid({ ways: [], left: 0 })).toBe('');
});

test('an audit draws what leads further than the virtual network', () => {
  const audit = report({
    comparison: { base: null, head: null },
    subjects: [cluster, service].map((one) => ({ ...one, base: null, touched: false })),
  });
  expect(inWords(waysOf(audit))).toEqual(['- Internet → API server `aks-prod`', '- Internet → Entry point `shop/web`']);
});

test('a picture has room for few, and the rest is counted', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ ...service, id: String(index) }));
  const { ways, left } = waysOf(report({ subjects: many }), 10);
  expect(new Set(ways.map((way) => way.subject.id)).size).toBe(10);
  expect(left).toBe(20);
});

test.each(hostileTexts)('%s stays inside of its label', (_, text) => {
  expect(label(text)).toMatch(/^(?:[\p{L}\p{N}\p{M} ./_,-]|#\d+;)*$/u);
  const [first, ...others] = waysOf({ ...pullRequest, subjects: [{ ...service, name: text }] }).ways;
  const lines = mermaid({ ways: [first!, ...others], left: 0 }).split('\n');
  expect(lines).toHaveLength(8);
  expect(lines[3]).toMatch(/^ {2}n1\["Entry point<br\/>[^"<>%{}`|]*"\]$/u);
});
