import { terraformEvaluator } from '../../../src/evaluation/terraform/evaluator.js';
import { filesOf, type Texts } from './support.js';

const r = 'resource "x" "x" {}\n';
const v = 'variable "env" {}\nvariable "size" {}\n';
const call = (source: string): string => `module "m" {\n  source = "${source}"\n}\n`;

/** `id (folder): parameters` of every root. */
function roots(texts: Texts, changed?: readonly string[]): string[] {
  return terraformEvaluator
    .roots(filesOf(texts), changed && new Set(changed))
    .map(({ id, path, parameters }) => `${id} (${path})${parameters.map((one) => ` ${one}`).join('')}`);
}

describe('roots', () => {
  test.each<[string, Texts, string[]]>([
    ['the root of the repository', { 'main.tf': r }, ['. (.)']],
    ['folders', { 'a/main.tf': r, 'b/c/main.tf': r }, ['a (a)', 'b/c (b/c)']],
    ['no Terraform', { 'main.bicep': '', 'x.tfvars': 'a = 1' }, []],
    ['a module is none', { 'main.tf': call('./m'), 'm/main.tf': r }, ['. (.)']],
    ['a module of a neighbour is none', { 'a/main.tf': call('../m'), 'm/main.tf': r }, ['a (a)']],
    [
      'a call in a comment makes no module',
      { 'main.tf': `# ${call('./m')}`.replace(/\n/g, '\n# '), 'm/main.tf': r },
      ['. (.)', 'm (m)'],
    ],
    [
      'a published module is one beside its examples',
      { 'main.tf': r, 'examples/e/main.tf': call('../..') },
      ['examples/e (examples/e)', '. (.)'],
    ],
    [
      'JSON calls make modules too',
      { 'main.tf.json': '{"module":{"m":{"source":"./m"}}}', 'm/main.tf.json': '{}' },
      ['. (.)'],
    ],
    ['OpenTofu', { 'main.tofu': call('./m'), 'main.tf': call('./n'), 'm/x.tofu': r }, ['. (.)']],
    [
      'what tests set up is none',
      { 'main.tf': r, 'tests/a.tftest.hcl': `run "a" {\n  ${call('./tests/setup')}}\n`, 'tests/setup/main.tf': r },
      ['. (.)'],
    ],
    [
      'a folder with a state of its own is one',
      { 'main.tf': call('./m'), 'm/main.tf': 'terraform {\n  backend "azurerm" {}\n}\n' },
      ['m (m)', '. (.)'],
    ],
  ])('%s', (_, texts, wanted) => {
    expect(roots(texts).sort()).toEqual([...wanted].sort());
  });
});

describe('var files', () => {
  test.each<[string, Texts, string[]]>([
    [
      'automatic ones belong to every deployment',
      { 'main.tf': v, 'terraform.tfvars': '', 'b.auto.tfvars': '', 'a.auto.tfvars': '' },
      ['. (.) terraform.tfvars a.auto.tfvars b.auto.tfvars'],
    ],
    [
      'each other one is a deployment',
      { 'i/main.tf': v, 'i/terraform.tfvars': '', 'i/dev.tfvars': 'env = 1', 'i/prod.tfvars': 'env = 2' },
      ['i/dev.tfvars (i) i/terraform.tfvars i/dev.tfvars', 'i/prod.tfvars (i) i/terraform.tfvars i/prod.tfvars'],
    ],
    [
      'also in folders below',
      { 'i/main.tf': v, 'i/env/dev.tfvars': 'env = 1', 'i/env/prod.tfvars': 'size = 2' },
      ['i/env/dev.tfvars (i) i/env/dev.tfvars', 'i/env/prod.tfvars (i) i/env/prod.tfvars'],
    ],
    [
      'terraform.tfvars of a folder below is asked for',
      { 'main.tf': v, 'env/dev/terraform.tfvars': 'env = 1', 'env/prod/terraform.tfvars': 'env = 2' },
      [
        'env/dev/terraform.tfvars (.) env/dev/terraform.tfvars',
        'env/prod/terraform.tfvars (.) env/prod/terraform.tfvars',
      ],
    ],
    [
      'files of an environment that complete each other go together',
      {
        'main.tf': v,
        'env/dev/a.tfvars': 'env = 1',
        'env/dev/b.tfvars': 'size = 1',
        'env/prod/a.tfvars': 'env = 2',
        'env/prod/b.tfvars': 'env = 3',
      },
      [
        'env/dev (.) env/dev/a.tfvars env/dev/b.tfvars',
        'env/prod/a.tfvars (.) env/prod/a.tfvars',
        'env/prod/b.tfvars (.) env/prod/b.tfvars',
      ],
    ],
    [
      'one beside the folder belongs to who declares what it sets',
      { 'tf/main.tf': v, 'other/main.tf': 'variable "x" {}', 'vars/dev.tfvars': 'env = 1\nsize = 2' },
      ['other (other)', 'vars/dev.tfvars (tf) vars/dev.tfvars'],
    ],
    [
      'one in a module belongs to the root around',
      { 'main.tf': v + call('./m'), 'm/main.tf': r, 'm/dev.tfvars': 'env = 1' },
      ['m/dev.tfvars (.) m/dev.tfvars'],
    ],
    [
      'a root around that declares nothing of what they set is passed over',
      { 'i/main.tf': v, 'i/aks/main.tf': '# for the registry', 'i/aks/private/dev.tfvars': 'env = 1' },
      ['i/aks (i/aks)', 'i/aks/private/dev.tfvars (i) i/aks/private/dev.tfvars'],
    ],
    ['JSON', { 'main.tf': v, 'dev.tfvars.json': '{"env": 1}' }, ['dev.tfvars.json (.) dev.tfvars.json']],
  ])('%s', (_, texts, wanted) => {
    expect(roots(texts).sort()).toEqual(wanted);
  });
});

describe('var files that commands name together', () => {
  const both = {
    'i/main.tf': v,
    'i/common.tfvars': 'size = 1',
    'i/env/dev.tfvars': 'env = 1',
    'i/env/prod.tfvars': 'env = 2',
  };
  const together = [
    'i/env/dev.tfvars (i) i/common.tfvars i/env/dev.tfvars',
    'i/env/prod.tfvars (i) i/common.tfvars i/env/prod.tfvars',
  ];

  test.each<[string, string, string]>([
    ['a script', 'deploy.sh', 'terraform plan -var-file=common.tfvars -var-file="env/$ENV.tfvars"\n'],
    [
      'the other way round',
      'deploy.sh',
      'terraform -chdir=i plan -var-file env/${ENV}.tfvars -var-file common.tfvars\n',
    ],
    [
      'a workflow',
      '.github/workflows/d.yml',
      'run: |\n  terraform apply \\\n    -var-file=common.tfvars \\\n    -var-file=env/${{ inputs.env }}.tfvars \\\n',
    ],
    [
      'a pipeline',
      'azure-pipelines.yml',
      "commandOptions: '-var-file=$(Build.SourcesDirectory)/i/common.tfvars -var-file=$(dir)/env/$(env).tfvars'\n",
    ],
    [
      'each by its name',
      'Makefile',
      'dev:\n\ttf -var-file common.tfvars -var-file env/dev.tfvars\n\nprod:\n\ttf -var-file common.tfvars -var-file env/prod.tfvars\n',
    ],
  ])('%s', (_, path, text) => {
    const swapped = text.includes('-chdir')
      ? together.map((line) => line.replace(/ (i\/common.*) (i\/env.*)$/, ' $2 $1'))
      : together;
    expect(roots({ ...both, [path]: text })).toEqual(swapped);
  });

  test('commands that say nothing of them change nothing', () => {
    const text =
      'terraform plan -var-file=$A/$B/$C/$D.tfvars -var-file=x.tfvars\nterraform plan -var-file=common.tfvars\n';
    expect(roots({ ...both, 'deploy.sh': text })).toHaveLength(3);
  });

  test('scripts are read only where var files are a choice', () => {
    const files = filesOf({ 'main.tf': v, 'dev.tfvars': 'env = 1', 'deploy.sh': '' });
    terraformEvaluator.roots(files);
    expect([...files.seen]).not.toContain('deploy.sh');
  });
});

describe('with changed paths', () => {
  const texts: Texts = {
    'a/main.tf': `${call('../modules/x')}locals {\n  t = templatefile("t.tftpl", {})\n}\n`,
    'a/t.tftpl': '',
    'b/main.tf': call('../modules/y'),
    'b/env/dev.tfvars': 'env = 1',
    'b/variables.tf': v,
    'modules/x/main.tf': call('../y'),
    'modules/y/main.tf': r,
    'run/main.tf': 'terraform {\n  backend "azurerm" {}\n}\n',
    'k8s/deploy.yaml': '',
  };

  test.each<[string, string[], string[]]>([
    ['the folder itself', ['a/main.tf'], ['a (a)']],
    ['a file that is not in this revision', ['a/gone.tf'], ['a (a)']],
    ['a module', ['modules/x/main.tf'], ['a (a)']],
    ['a module of a module', ['modules/y/main.tf'], ['a (a)', 'b/env/dev.tfvars (b) b/env/dev.tfvars']],
    ['a var file', ['b/env/dev.tfvars'], ['b/env/dev.tfvars (b) b/env/dev.tfvars']],
    ['a file that is named', ['a/t.tftpl'], ['a (a)']],
    ['the lock file', ['run/.terraform.lock.hcl'], ['run (run)']],
    ['something else', ['k8s/deploy.yaml', 'README.md'], []],
    ['nothing', [], []],
  ])('%s', (_, changed, wanted) => {
    expect(roots(texts, changed).sort()).toEqual(wanted);
  });

  test('one var file of many, and those beside it', () => {
    const many: Texts = {
      'main.tf': v,
      'dev/a.tfvars': 'env = 1',
      'test/a.tfvars': 'env = 1',
      'test/b.tfvars': 'size = 1',
      'prod/terraform.tfvars': 'env = 2',
    };
    expect(roots(many, ['dev/a.tfvars'])).toEqual(['dev/a.tfvars (.) dev/a.tfvars']);
    expect(roots(many, ['test/gone.tfvars'])).toEqual(['test (.) test/a.tfvars test/b.tfvars']);
    expect(roots(many, ['prod/terraform.tfvars'])).toEqual(['prod/terraform.tfvars (.) prod/terraform.tfvars']);
    expect(roots(many, ['prod/terraform.tfvars', 'main.tf'])).toHaveLength(3);
  });

  test('a folder that Terraform is run in is found without reading the rest', () => {
    const files = filesOf(texts);
    terraformEvaluator.roots(files, new Set(['run/main.tf']));
    expect([...files.seen]).toEqual(['run/main.tf']);
  });

  test('what is no Terraform reads little', () => {
    const files = filesOf(texts);
    terraformEvaluator.roots(files, new Set(['README.md']));
    expect([...files.seen]).toEqual([]);
  });
});
