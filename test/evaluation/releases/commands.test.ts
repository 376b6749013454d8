import { chart, ingressOf, internal } from '../gitops/audit.js';

const dotted = internal.replaceAll('.', '\\.');
const name = 'web.sh#Release/shop/web/Service/shop/web';

async function levelOf(script: string, files: Record<string, string> = {}): Promise<readonly string[]> {
  const found = await ingressOf({ ...chart('charts/web'), ...files, 'web.sh': script });
  return found.filter((each) => each.startsWith('web.sh'));
}

const command = 'helm upgrade --install web ./charts/web -n shop';

describe('a chart of the repository', () => {
  test.each<[string, string, string]>([
    ['a setting', `${command} --set service.type=LoadBalancer`, 'open'],
    ['settings on further lines', `${command} \\\n  --set service.type=LoadBalancer \\\n  --wait`, 'open'],
    ['a flag with an equals sign', `${command} --set=service.type=LoadBalancer`, 'open'],
    [
      'the annotation, its dots escaped in quotes',
      `${command} --set service.type=LoadBalancer --set-string "service.annotations.${dotted}=true"`,
      'private',
    ],
    [
      'the annotation in quotes that stay',
      `${command} --set service.type=LoadBalancer --set 'service.annotations.${dotted}="true"'`,
      'open',
    ],
    ['files below settings', `${command} --set service.type=NodePort -f prod.yaml`, 'private'],
    ['a literal variable', `TYPE=LoadBalancer\n${command} --set service.type=$TYPE`, 'open'],
    ['a variable of the environment', `${command} --set service.type=$TYPE`, 'unknown'],
    ['a JSON setting', `${command} --set-json 'service={"type":"LoadBalancer"}'`, 'open'],
    [
      'typed settings over JSON ones',
      `${command} --set service.type=NodePort --set-json 'service.type="LoadBalancer"'`,
      'private',
    ],
    ['arguments that may say anything', `${command} --set service.type=LoadBalancer $MORE`, 'unknown'],
    ['values of a here-document', `${command} --set x=y -f - <<EOF\nservice:\n  type: LoadBalancer\nEOF`, 'open'],
  ])('%s', async (_, script, level) => {
    const files = { 'prod.yaml': 'service:\n  type: LoadBalancer\n' };
    expect(await levelOf(`#!/bin/sh\n${script}\n`, files)).toEqual([`${name}: ${level}`]);
  });

  test('dots that the shell takes the escapes of, which make other keys', async () => {
    const script = `${command} --set service.type=LoadBalancer --set service.annotations.${dotted}=true\n`;
    expect(await levelOf(script)).not.toContain(`${name}: private`);
  });
});

describe('a chart that a script finds from elsewhere', () => {
  test.each<[string, string, string]>([
    ['after cd', 'cd charts\nhelm install web ./web -n shop -f ../prod.yaml', 'open'],
    [
      'after cd in a list',
      'set -e && cd charts && helm install web ./web -n shop --set service.type=NodePort',
      'private',
    ],
    [
      'behind a variable',
      'DIR="$(cd "$(dirname "$0")" && pwd)"\nhelm install web $DIR/charts/web -n shop --set service.type=NodePort',
      'private',
    ],
    [
      'behind a variable, with a file of values',
      'helm install web "${ROOT}/charts/web" --namespace=shop -f prod.yaml',
      'open',
    ],
  ])('%s', async (_, script, level) => {
    const files = { 'prod.yaml': 'service:\n  type: LoadBalancer\n' };
    expect(await levelOf(`#!/bin/sh\n${script}\n`, files)).toEqual([`${name}: ${level}`]);
  });

  test('a check that prints a chart after cd deploys nothing', async () => {
    expect(await levelOf('cd charts/web\nhelm template . --set service.type=LoadBalancer | kubeconform\n')).toEqual([]);
  });

  test('no chart behind a variable with values that may be anything', async () => {
    const script = 'cat values | helm install web $DIR/charts/web -n shop --values -\n';
    expect(await levelOf(script)).toEqual(['web.sh#Release/shop/web: unknown']);
  });

  test('no folder of the same end somewhere else', async () => {
    const found = await ingressOf({
      ...chart('other/charts/web'),
      'a/web.sh': 'helm install web $DIR/charts/web -n shop\n',
    });
    expect(found).toContain('a/web.sh#Release/shop/web: unknown');
  });

  test('a namespace that is not known, in the name of the release', async () => {
    const found = await ingressOf({ 'web.sh': 'helm install web acme/web --namespace=$SPACE\n' });
    expect(found).toEqual(['web.sh#Release/$SPACE/web: unknown']);
  });
});

describe('published charts', () => {
  const controller = (path: string, level: string): string =>
    `${path}#Release/ingress/nginx/Service/ingress/nginx-ingress-nginx-controller: ${level}`;
  const install = 'helm upgrade --install nginx ingress-nginx/ingress-nginx -n ingress --version 4.11.3';
  const repository = 'helm repo add ingress-nginx https://kubernetes.github.io/ingress-nginx';

  test.each<[string, string, string]>([
    ['a script', 'a.sh', `${repository}\n${install}\n`],
    [
      'a workflow',
      '.github/workflows/a.yml',
      `jobs:\n  a:\n    steps:\n      - run: |\n          ${repository}\n          ${install}\n`,
    ],
    ['a recipe', 'Makefile', `up:\n\t${repository}\n\t${install}\n`],
    ['PowerShell', 'a.ps1', `${repository}\n${install.replace(' -n', ' `\n  -n')}\n`],
    [
      'a task of a pipeline',
      'azure-pipelines.yml',
      'steps:\n  - task: HelmDeploy@0\n    inputs:\n      command: upgrade\n      chartName: ingress-nginx/ingress-nginx\n      chartVersion: 4.11.3\n      releaseName: nginx\n      namespace: ingress\n',
    ],
    [
      'a repository as an argument',
      'a.sh',
      'helm install nginx ingress-nginx --repo https://kubernetes.github.io/ingress-nginx -n ingress --version 4.11.3\n',
    ],
  ])('%s', async (_, path, text) => {
    expect(await ingressOf({ [path]: text })).toContain(controller(path, 'open'));
  });

  test.each<[string, string]>([
    ['a comment', `# ${install}\n`],
    ['a dry run', `${install} --dry-run\n`],
    ['a rendering of what nobody knows', 'helm template web "$chart"\n'],
  ])('nothing of %s', async (_, text) => {
    expect(await ingressOf({ 'a.sh': text })).toEqual([]);
  });

  test('a chart that nobody knows', async () => {
    expect(await ingressOf({ 'a.sh': 'helm install web other/web -n shop\n' })).toEqual([
      'a.sh#Release/shop/web: unknown',
    ]);
  });
});
