import { chart, ingressOf, internal } from '../gitops/audit.js';

const dotted = internal.replaceAll('.', '\\\\.');

async function levelOf(body: string, files: Record<string, string> = {}): Promise<readonly string[]> {
  const text = `resource "helm_release" "web" {\n  name = "web"\n  chart = "./charts/web"\n  namespace = "shop"\n${body}\n}\n`;
  const found = await ingressOf({ ...chart('charts/web'), ...files, 'main.tf': text });
  return found.filter((each) => each.includes('helm_release')).map((each) => each.replace(/^.*: /, ''));
}

const loadBalancer = 'set {\n  name = "service.type"\n  value = "LoadBalancer"\n}\n';

test.each<[string, string, string]>([
  ['a block of version 2', loadBalancer, 'open'],
  ['a list of version 3', 'set = [{ name = "service.type", value = "LoadBalancer" }]', 'open'],
  [
    'the annotation, its dots escaped',
    `${loadBalancer}set {\n  name = "service.annotations.${dotted}"\n  value = "true"\n  type = "string"\n}`,
    'private',
  ],
  [
    'the annotation as another map',
    `${loadBalancer}set {\n  name = "service.annotations.service"\n  value = "x"\n}`,
    'open',
  ],
  ['a text of values', 'values = [<<-EOT\n  service:\n    type: LoadBalancer\n  EOT\n]', 'open'],
  ['an encoded object', 'values = [yamlencode({ service = { type = "LoadBalancer" } })]', 'open'],
  ['a file', 'values = [file("${path.module}/prod.yaml")]', 'open'],
  [
    'settings over values',
    `values = [file("prod.yaml")]\nset {\n  name = "service.type"\n  value = "NodePort"\n}`,
    'private',
  ],
  ['later values over earlier ones', 'values = [file("prod.yaml"), "service: {type: NodePort}"]', 'private'],
  ['a value that is not known', 'set {\n  name = "service.type"\n  value = var.type\n}', 'unknown'],
  ['a template with a hole elsewhere', 'values = [templatefile("prod.tftpl", { host = var.type })]', 'open'],
])('%s', async (_, body, level) => {
  const files = {
    'prod.yaml': 'service:\n  type: LoadBalancer\n',
    'prod.tftpl': 'host: ${host}\nservice:\n  type: LoadBalancer\n',
    'variables.tf': 'variable "type" {}\n',
  };
  expect(await levelOf(body, files)).toEqual([level]);
});

test('a chart that nobody knows', async () => {
  const text =
    'resource "helm_release" "web" {\n  name = "web"\n  repository = "https://example.com"\n  chart = "web"\n}\n';
  expect(await ingressOf({ 'main.tf': text })).toEqual([expect.stringMatching(/helm_release\.web: unknown$/)]);
});
