import { azureCliEvaluator } from '../../../src/evaluation/azcli/evaluator.js';
import type { Texts } from '../../support/evaluated.js';
import { onlyCluster, subjectsIn } from '../../support/evaluated.js';

const read = (texts: Texts): ReturnType<typeof onlyCluster> => onlyCluster(texts, azureCliEvaluator);
const names = (texts: Texts): readonly string[] => subjectsIn(texts, azureCliEvaluator).map(({ name }) => name);
const known = (value: unknown): object => ({ known: true, value });

describe('az aks create', () => {
  test('is a cluster with the defaults of Azure, named by its argument', () => {
    const { id, format, api, egress } = read({ 'a.sh': 'az aks create -g rg -n aks-lb --generate-ssh-keys\n' });
    expect([id, format]).toEqual(['a.sh#aks-lb', 'azcli']);
    expect(api.privateCluster).toMatchObject({ ...known(false), byDefault: true });
    expect(egress.outboundType).toMatchObject(known('loadBalancer'));
  });

  test.each([
    [
      'continued lines of a shell',
      'a.sh',
      'NAME=aks1\naz aks create -n "$NAME" \\\n  --enable-private-cluster \\\n --disable-public-fqdn\n',
    ],
    [
      'continued lines of PowerShell',
      'a.ps1',
      '$name = "aks1"\naz aks create -n $name `\r\n  --enable-private-cluster `\r\n --disable-public-fqdn\n',
    ],
    [
      'an array of a shell',
      'a.sh',
      'ARGS=(-n aks1 --enable-private-cluster)\nARGS+=(--disable-public-fqdn)\naz aks create "${ARGS[@]}"\n',
    ],
    [
      'a splatted array',
      'a.ps1',
      '$args1 = @("-n", "aks1", "--enable-private-cluster", "--disable-public-fqdn")\naz aks create @args1\n',
    ],
    [
      'a recipe of Make',
      'Makefile',
      'NAME ?= aks1\nup:\n\t@az aks create -n $(NAME) --enable-private-cluster --disable-public-fqdn\n',
    ],
    [
      'a workflow',
      '.github/workflows/a.yml',
      'env:\n  NAME: aks1\njobs:\n  a:\n    steps:\n      - run: |\n          az aks create -n ${{ env.NAME }} \\\n            --enable-private-cluster --disable-public-fqdn\n',
    ],
    [
      'a folded script of a pipeline',
      'azure-pipelines.yml',
      'steps:\n  - task: AzureCLI@2\n    inputs:\n      inlineScript: >\n        az aks create -n aks1\n        --enable-private-cluster\n        --disable-public-fqdn\n',
    ],
    [
      'a substitution',
      'a.sh',
      'if true; then\n  OUT=$(az aks create -n aks1 --enable-private-cluster --disable-public-fqdn)\nfi\n',
    ],
  ])('in %s', (_, path, text) => {
    const { name, api } = read({ [path]: text });
    expect(name).toBe('aks1');
    expect(api.privateCluster).toMatchObject(known(true));
    expect(api.publicFqdn).toMatchObject(known(false));
  });

  test('is none in a comment, in a text or in a document', () => {
    const text =
      '# az aks create -n a\necho "az aks create -n b"\ncat <<EOF\naz aks create -n c\nEOF\necho az aks create -n d\n';
    expect(names({ 'a.sh': text })).toEqual([]);
    expect(names({ 'a.ps1': '<#\naz aks create -n a\n#>\n# az aks create -n b\n' })).toEqual([]);
  });

  test('waits for variables without a value', () => {
    const { name, egress } = read({ 'a.sh': 'az aks create -n aks1 --outbound-type "$TYPE"\n' });
    expect(name).toBe('aks1');
    expect(egress.outboundType).toMatchObject({ known: false, dependsOn: ['$TYPE'] });
  });

  test('may be told anything by arguments that are not known', () => {
    const { api, egress } = read({ 'a.sh': 'az aks create -n aks1 $EXTRA --outbound-type none\n' });
    expect(api.privateCluster).toMatchObject({ known: false, dependsOn: ['$EXTRA'] });
    expect(egress.outboundType).toMatchObject(known('none'));
  });

  test('leaves open what is added under a condition', () => {
    const text =
      'ARGS=(-n aks1)\nif [ "$P" = 1 ]; then\n  ARGS+=(--enable-private-cluster)\nfi\naz aks create "${ARGS[@]}"\n';
    expect(read({ 'a.sh': text }).api.privateCluster).toMatchObject({
      known: false,
      candidates: [known(false), known(true)],
    });
  });

  test('splits address ranges at commas; the empty text is none', () => {
    const ranges = (text: string): unknown =>
      read({ 'a.sh': `az aks create -n a1 --api-server-authorized-ip-ranges ${text}\n` }).api.authorizedRanges;
    expect(ranges('203.0.113.0/28,198.51.100.7')).toMatchObject(
      known([known('203.0.113.0/28'), known('198.51.100.7')]),
    );
    expect(ranges('""')).toMatchObject(known([]));
  });

  test('switches on add-ons that open something', () => {
    const { openings } = read({ 'a.sh': 'az aks create -n a1 -a monitoring,ingress-appgw\n' });
    expect(openings.find(({ via }) => via === 'application-gateway')?.exposure).toMatchObject(known('public'));
  });
});

describe('az aks update', () => {
  test('changes the cluster that the same script makes', () => {
    const text = 'az aks create -g rg -n a1\naz aks update -g rg -n a1 --outbound-type none\n';
    expect(read({ 'a.sh': text }).egress.outboundType).toMatchObject(known('none'));
  });

  test('of another cluster says only what it says', () => {
    const { api, egress } = read({ 'a.sh': 'az aks update -g rg -n a1 --outbound-type loadBalancer\n' });
    expect(egress.outboundType).toMatchObject(known('loadBalancer'));
    expect(api.privateCluster).toMatchObject({ known: false, dependsOn: ['the command that made a1'] });
  });

  test('of other things is no subject', () => {
    expect(names({ 'a.sh': 'az aks update -g rg -n a1 --attach-acr images\n' })).toEqual([]);
  });
});

describe('commands that switch ways in on or off', () => {
  const opened = (text: string): readonly (readonly [string, unknown])[] =>
    read({ 'a.sh': text }).openings.flatMap(({ via, exposure }) =>
      exposure.known && exposure.value !== 'none' ? [[via, exposure.value] as const] : [],
    );
  const create = 'az aks create -g rg -n a1\n';

  test.each([
    ['az aks approuting enable -g rg -n a1', [['application-routing', 'public']]],
    ['az aks approuting enable -g rg -n a1 --nginx Internal', [['application-routing', 'internal']]],
    ['az aks enable-addons -g rg -n a1 -a ingress-appgw', [['application-gateway', 'public']]],
    [
      'az aks mesh enable-ingress-gateway -g rg -n a1 --ingress-gateway-type external',
      [['istio-external-gateway', 'public']],
    ],
  ])('%s', (command, expected) => {
    expect(opened(`${create}${command}\n`)).toEqual(expected);
  });

  test('both gateways of a mesh', () => {
    const gateway = (type: string): string =>
      `az aks mesh enable-ingress-gateway -g rg -n a1 --ingress-gateway-type ${type}\n`;
    expect(opened(`${create}${gateway('internal')}${gateway('external')}`)).toHaveLength(2);
  });

  test('a disabled add-on opens nothing', () => {
    const text = 'az aks create -n a1 -a ingress-appgw\naz aks disable-addons -n a1 -a ingress-appgw\n';
    expect(opened(text)).toEqual([]);
  });
});

test('az aks nodepool add belongs to the cluster that it names', () => {
  const text = 'az aks create -n a1\naz aks nodepool add --cluster-name a1 -n user --enable-node-public-ip\n';
  expect(read({ 'a.sh': text }).egress.pools.at(-1)).toMatchObject({ name: 'user', nodePublicIp: known(true) });
});
