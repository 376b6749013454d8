import { reviewFiles } from '../../support/review.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';
const service = (more = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\n${more}spec:\n  type: LoadBalancer\n`;
const annotated = service(`  annotations:\n    ${internal}: "true"\n`);

async function levels(body: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const main = `variable "type" {}\nresource "kubectl_manifest" "web" {\n  yaml_body = ${body}\n}\n`;
  const { subjects, problems } = await reviewFiles(null, { 'main.tf': main, ...more });
  expect(problems).toEqual([]);
  return subjects
    .filter(({ format }) => format === 'terraform')
    .map(
      ({ name, ingress }) =>
        `${name} ${String(ingress?.level)} ${String(ingress?.evidence[0]?.path)}:${String(ingress?.evidence[0]?.line)}`,
    );
}

test.each([
  ['a heredoc', `<<YAML\n${service()}YAML`, 'shop/web open main.tf:10'],
  ['an indented heredoc', `<<-YAML\n${service().replace(/^/gm, '    ').trimEnd()}\n  YAML`, 'shop/web open main.tf:10'],
  ['an internal one', `<<YAML\n${annotated}YAML`, 'shop/web private main.tf:10'],
  [
    'yamlencode',
    'yamlencode({ apiVersion = "v1", kind = "Service", metadata = { name = "web", namespace = "shop" }, spec = { type = "LoadBalancer" } })',
    'shop/web open main.tf:3',
  ],
  [
    'a type that nobody knows',
    `<<YAML\n${service().replace('LoadBalancer', '${var.type}')}YAML`,
    'shop/web unknown main.tf:1',
  ],
])('%s', async (_, body, expected) => {
  expect(await levels(body)).toEqual([expected]);
});

test('a file', async () => {
  expect(await levels('file("${path.module}/files/web.txt")', { 'files/web.txt': service() })).toEqual([
    'shop/web open files/web.txt:7',
  ]);
});

test.each([
  ['no object', '"just a text"'],
  ['nothing known', 'var.type'],
])('nothing: %s', async (_, body) => {
  expect(await levels(body)).toEqual([]);
});
