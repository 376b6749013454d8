import { azureCliEvaluator } from '../../../src/evaluation/azcli/evaluator.js';
import type { Texts } from '../../support/evaluated.js';
import { onlyCluster, subjectsIn } from '../../support/evaluated.js';
import { reviewFiles } from '../../support/review.js';

const read = (texts: Texts): ReturnType<typeof onlyCluster> => onlyCluster(texts, azureCliEvaluator);
const names = (texts: Texts): readonly string[] => subjectsIn(texts, azureCliEvaluator).map(({ name }) => name);
const known = (value: unknown): object => ({ known: true, value });
const create = 'az aks create -n a -g rg $FLAGS\n';
const asked = 'if [ "$PRIVATE" = true ]; then\n';

describe('flags that a condition decides on', () => {
  test.each([
    ['in one arm', `${asked}  FLAGS="--enable-private-cluster"\nfi\n${create}`],
    ['in the first of two arms', `${asked}  FLAGS="--enable-private-cluster"\nelse\n  FLAGS=""\nfi\n${create}`],
    ['in the last of two arms', `${asked}  FLAGS=""\nelse\n  FLAGS="--enable-private-cluster"\nfi\n${create}`],
    ['after &&', `[[ $PRIVATE == 1 ]] && FLAGS="--enable-private-cluster"\n${create}`],
    ['made longer', `FLAGS="--tier free"\n${asked}  FLAGS="$FLAGS --enable-private-cluster"\nfi\n${create}`],
    ['added to', `FLAGS="--tier free"\n${asked}  FLAGS+=" --enable-private-cluster"\nfi\n${create}`],
    ['where a variable is set', 'az aks create -n a ${PRIVATE:+--enable-private-cluster} --tier free\n'],
    [
      'of patterns',
      `case "$MODE" in\n  a) FLAGS="--enable-private-cluster" ;;\n  *) FLAGS="--tier free" ;;\nesac\n${create}`,
    ],
  ])('are open, and the others stay what they are: %s', (_, text) => {
    const { api, egress } = read({ 'a.sh': text });
    expect(api.privateCluster.known).toBe(false);
    expect(egress.outboundType).toMatchObject(known('loadBalancer'));
  });

  test('of PowerShell and Make too', () => {
    const shell =
      'if ($Private) { $flags = @("--enable-private-cluster") } else { $flags = @() }\naz aks create -n a @flags\n';
    expect(read({ 'a.ps1': shell }).api.privateCluster.known).toBe(false);
    const make =
      'ifeq ($(P),true)\nFLAGS = --enable-private-cluster\nelse\nFLAGS =\nendif\nup:\n\taz aks create -n a $(FLAGS)\n';
    expect(read({ Makefile: make }).api.privateCluster.known).toBe(false);
    const inPlace =
      'up:\n\taz aks create -n a $(if $(P),--enable-private-cluster) $(if $(V),--kubernetes-version $(V))\n';
    const { api, egress } = read({ Makefile: inPlace });
    expect(api.privateCluster.known).toBe(false);
    expect(egress.outboundType).toMatchObject(known('loadBalancer'));
  });

  test('count where every arm says the same', () => {
    const text = `${asked}  FLAGS="--enable-private-cluster --tier free"\nelse\n  FLAGS="--enable-private-cluster"\nfi\n${create}`;
    expect(read({ 'a.sh': text }).api.privateCluster).toMatchObject(known(true));
  });

  test.each([
    ['false', '', false],
    ['true', '', true],
    ['${PRIVATE:-false}', '', false],
    ['true', 'PRIVATE=false\n', false],
  ])('are decided by a variable of the script: %s, then %j', (value, more, isPrivate) => {
    const text = `PRIVATE=${value}\n${more}${asked}  FLAGS="--enable-private-cluster"\nelse\n  FLAGS=""\nfi\n${create}`;
    expect(read({ 'a.sh': text }).api.privateCluster).toMatchObject(known(isPrivate));
  });

  test.each([
    ['"${PRIVATE:-false}" == "true"', '', false],
    ['"${PRIVATE:-true}" == "true"', '', true],
    ['"${PRIVATE:-true}" == "true"', 'PRIVATE=false\n', false],
    ['"$1" == "yes"', '', undefined],
  ])('are decided by a default in the condition: %s after %j', (condition, more, isPrivate) => {
    const text = `${more}FLAGS=()\nif [[ ${condition} ]]; then\n  FLAGS=(--enable-private-cluster)\nfi\naz aks create -n a "\${FLAGS[@]}"\n`;
    const { privateCluster } = read({ 'a.sh': text }).api;
    if (isPrivate === undefined) expect(privateCluster.known).toBe(false);
    else expect(privateCluster).toMatchObject(known(isPrivate));
  });

  test('are decided by the arguments of a function', () => {
    const body =
      'make() {\n  local flags=""\n  if [ "$2" = "private" ]; then\n    flags="--enable-private-cluster"\n  fi\n  az aks create -n $1 $flags\n}\n';
    const found = subjectsIn({ 'a.sh': `${body}make one private\nmake two public\n` }, azureCliEvaluator);
    expect(found.map((each) => each.kind === 'cluster' && each.api.privateCluster)).toMatchObject([
      known(true),
      known(false),
    ]);
  });

  test('a default for what nobody gives', () => {
    const text = 'if [ -z "$TYPE" ]; then\n  TYPE=userDefinedRouting\nfi\naz aks create -n a --outbound-type $TYPE\n';
    expect(read({ 'a.sh': text }).egress.outboundType).toMatchObject(known('userDefinedRouting'));
  });

  test('an update in the other arm changes nothing, and one that the script decides against neither', () => {
    const other = `${asked}  az aks create -n a --enable-private-cluster\nelse\n  az aks update -n a --disable-private-cluster\nfi\n`;
    const [first] = subjectsIn({ 'a.sh': other }, azureCliEvaluator);
    expect(first?.kind === 'cluster' && first.api.privateCluster).toMatchObject(known(true));
    const never = `PRIVATE=no\naz aks create -n a\n${asked}az aks update -n a --enable-private-cluster\nfi\n`;
    expect(read({ 'a.sh': never }).api.privateCluster).toMatchObject(known(false));
  });
});

describe('functions', () => {
  const body = '  local name=$1\n  shift\n  az aks create --name "$name" -g rg "$@"\n';

  test.each([
    ['make() {', '}'],
    ['function make {', '}'],
    ['function make() {', '}'],
    ['make()\n{', '}'],
  ])('make a cluster for each call: %j', (start, end) => {
    const text = `${start}\n${body}${end}\nmake one --enable-private-cluster\nmake two\n`;
    const found = subjectsIn({ 'a.sh': text }, azureCliEvaluator);
    expect(found.map((each) => [each.name, each.kind === 'cluster' && each.api.privateCluster])).toEqual([
      ['one', expect.objectContaining(known(true))],
      ['two', expect.objectContaining(known(false))],
    ]);
  });

  test('that nobody calls are read where they stand, and those that call themselves end', () => {
    expect(names({ 'a.sh': 'make() {\n  az aks create -n here\n}\n' })).toEqual(['here']);
    expect(names({ 'a.sh': 'make() {\n  az aks create -n here\n  make\n}\nmake\n' })).toEqual(['here']);
    expect(names({ 'a.sh': 'a() {\n  b\n  az aks create -n $1\n}\nb() {\n  a x\n}\na y\n' })).toContain('x');
  });

  test('an argument that is left out is empty', () => {
    const text = 'make() {\n  az aks create -n $1 $2\n}\nmake one\n';
    expect(read({ 'a.sh': text }).api.privateCluster).toMatchObject(known(false));
  });
});

describe('commands inside of others', () => {
  test.each([
    'AZ=az\n$AZ aks create -n a --enable-private-cluster\n',
    'CMD="az aks create -n a --enable-private-cluster"\n$CMD --no-wait\n',
    'CMD="az aks create -n a $UNKNOWN"\nCMD+=" --enable-private-cluster"\neval "$CMD"\n',
    'eval "az aks create -n a --enable-private-cluster"\n',
    'retry 3 az aks create -n a --enable-private-cluster\n',
    'timeout 30m az aks create -n a --enable-private-cluster &\n',
    'docker run --rm mcr.microsoft.com/azure-cli az aks create -n a --enable-private-cluster\n',
  ])('%j', (text) => {
    expect(read({ 'a.sh': text }).api.privateCluster).toMatchObject(known(true));
  });

  test('lists of words that Make keeps', () => {
    const text =
      'AZ ?= docker run --rm image az\nBASE = $(AZ) aks create -g rg \\\n\t--tier free\nFLAGS = --enable-private-cluster --disable-public-fqdn\nup:\n\t$(BASE) -n a $(FLAGS)\n';
    const { api } = read({ Makefile: text });
    expect([api.privateCluster, api.publicFqdn]).toMatchObject([known(true), known(false)]);
  });

  test.each([
    'echo az aks create -n a\n',
    'echo "az aks create -n a"\n',
    'printf "%s" "az aks create -n a"\n',
    'log "az aks create -n a"\n',
  ])('what is only printed is none: %j', (text) => {
    expect(names({ 'a.sh': text })).toEqual([]);
  });
});

describe('what a person may give has its default', () => {
  test('parameters of PowerShell', () => {
    const text =
      'param(\n  [string]$Name = "a",\n  [Parameter(Mandatory=$true)][string]$Group,\n  [string]$Type = "userDefinedRouting",\n  [switch]$Other\n)\naz aks create -n $Name -g $Group --outbound-type $Type\n';
    const { name, egress } = read({ 'a.ps1': text });
    expect(name).toBe('a');
    expect(egress.outboundType).toMatchObject(known('userDefinedRouting'));
  });

  test('parameters of pipelines, inputs of workflows', () => {
    const pipeline =
      'parameters:\n  - name: type\n    default: userDefinedRouting\nsteps:\n  - bash: az aks create -n a --outbound-type ${{ parameters.type }}\n';
    expect(read({ 'p.yml': pipeline }).egress.outboundType).toMatchObject(known('userDefinedRouting'));
    const workflow =
      'on:\n  workflow_dispatch:\n    inputs:\n      type:\n        default: userDefinedRouting\njobs:\n  a:\n    steps:\n      - run: az aks create -n a --outbound-type ${{ inputs.type }}\n';
    expect(read({ '.github/workflows/w.yml': workflow }).egress.outboundType).toMatchObject(
      known('userDefinedRouting'),
    );
  });

  test('a matrix has several', () => {
    const text = (values: string): string =>
      `jobs:\n  a:\n    strategy:\n      matrix:\n        flags: ${values}\n    steps:\n      - run: az aks create -n a \${{ matrix.flags }}\n`;
    expect(read({ 'w.yml': text('["--enable-private-cluster", ""]') }).api.privateCluster.known).toBe(false);
    expect(read({ 'w.yml': text('["--enable-private-cluster"]') }).api.privateCluster).toMatchObject(known(true));
  });
});

describe('ranges that are partly open', () => {
  const level = async (ranges: string): Promise<string | undefined> => {
    const { subjects } = await reviewFiles(null, {
      'a.sh': `az aks create -n a --api-server-authorized-ip-ranges ${ranges}\n`,
    });
    return subjects[0]?.api?.level;
  };

  test.each([
    '"$MINE/32,1.2.3.4/32"',
    '"$MINE/32"',
    '$(curl -s https://ifconfig.me)',
    '$(curl -s https://ifconfig.me)/32',
  ])('%s', async (ranges) => {
    expect(await level(ranges)).toBe('restricted');
  });

  test.each(['$MINE', '"$MINE,1.2.3.4/32"'])('%s may be anything', async (ranges) => {
    expect(await level(ranges)).toBe('unknown');
  });
});

test('words of zsh fall apart', () => {
  const text = 'flags="--enable-private-cluster --disable-public-fqdn"\naz aks create -n a ${(z)flags}\n';
  expect(read({ 'a.sh': text }).api.publicFqdn).toMatchObject(known(false));
});

test.each([
  '{\n'.repeat(20_000),
  'if x; then\n'.repeat(20_000),
  'f() {\nf\n'.repeat(5_000),
  'fi\n}\ndone\n'.repeat(5_000),
])('endless blocks end: %.20j', (text) => {
  expect(names({ 'a.sh': `${text}\naz aks create -n a\n` })).toEqual(['a']);
});
