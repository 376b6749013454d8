/** Values on command lines: of Terraform and of deployments to Azure, in workflows and scripts. */
import { terraformEvaluator } from '../../src/evaluation/terraform/evaluator.js';
import { bicepEvaluator } from '../../src/evaluation/bicep/evaluator.js';
import type { Evaluator } from '../../src/evaluation/evaluator.js';
import { locate } from '../../src/syntax/source.js';
import type { Value } from '../../src/syntax/value.js';
import { filesOf, plain } from './arm/support.js';

const tf = 'variable "a" {\n  type    = any\n  default = "d"\n}\nresource "x" "x" {\n  a = var.a\n}\n';
const bicep = "param a string = 'd'\nresource x 'X.Y/z@1' = {\n  name: 'n'\n  properties: { a: a }\n}\n";

function told(evaluator: Evaluator, texts: Readonly<Record<string, string>>, path: readonly string[]): unknown {
  const files = filesOf(texts);
  const [root] = evaluator.roots(files);
  const resource = root && evaluator.evaluate(root, files).resources[0];
  let at: Value | undefined = resource?.body;
  for (const key of path) at = at?.kind === 'map' ? at.entries.get(key)?.value : undefined;
  return plain(at);
}

describe('Terraform', () => {
  const of = (script: string, name = 'deploy.sh', rest: Readonly<Record<string, string>> = {}): unknown =>
    told(terraformEvaluator, { 'main.tf': tf, [name]: script, ...rest }, ['a']);

  test.each<[string, string, unknown]>([
    ['with an equals sign', 'terraform apply -var=a=1', '1'],
    ['in quotes', `terraform plan -out x -var 'a=b c'`, 'b c'],
    ['in quotes behind the option', 'terraform apply -var="a=${B}"', { open: ['${B}'] }],
    ['on continued lines', 'terraform apply \\\n  -auto-approve \\\n  -var "a=1"', '1'],
    ['a list', `terraform apply -var='a=["x","y"]'`, ['x', 'y']],
    ['of the environment', 'export TF_VAR_a=e\nterraform apply', 'e'],
    ['twice alike', 'terraform plan -var a=1\nterraform apply -var a=1', '1'],
    ['twice differently', 'terraform apply -var a=1\nterraform apply -var a=2', { oneOf: ['1', '2'] }],
    ['of another folder', 'terraform -chdir=infra apply -var a=1', 'd'],
    ['of another variable', 'terraform apply -var b=1', 'd'],
    ['none', 'terraform apply', 'd'],
  ])('%s', (_, script, wanted) => {
    expect(of(script)).toEqual(wanted);
  });

  test('files are stronger than the environment, the command line is stronger than files', () => {
    const file = { 'terraform.tfvars': 'a = "f"\n' };
    expect(of('export TF_VAR_a=e', 'deploy.sh', file)).toBe('f');
    expect(of('terraform apply -var a=1', 'deploy.sh', file)).toBe('1');
  });

  test('a workflow that runs in the folder, with the place in it', () => {
    const texts = {
      'infra/main.tf': tf,
      '.github/workflows/x.yml':
        'jobs:\n  x:\n    defaults:\n      run:\n        working-directory: infra\n    steps:\n      - run: >-\n          terraform apply\n          -var="a=1"\n',
    };
    const files = filesOf(texts);
    const [root] = terraformEvaluator.roots(files, new Set(['.github/workflows/x.yml']));
    const value = root && terraformEvaluator.evaluate(root, files).resources[0]?.body.entries.get('a')?.value;
    expect(plain(value)).toBe('1');
    let origin = value?.origin;
    while (origin?.from[0]) origin = origin.from[0];
    expect(origin && locate(origin.span)).toMatchObject({ path: '.github/workflows/x.yml', startLine: 9 });
  });
});

describe('deployments to Azure', () => {
  const of = (script: string, rest: Readonly<Record<string, string>> = {}): unknown =>
    told(bicepEvaluator, { 'infra/main.bicep': bicep, 'deploy.sh': script, ...rest }, ['properties', 'a']);

  test.each<[string, string, unknown]>([
    ['name and value', 'az deployment group create -g rg -f infra/main.bicep -p a=1', '1'],
    ['among others', 'az deployment sub create --template-file ./infra/main.bicep --parameters b=2 "a=x y" c=3', 'x y'],
    [
      'continued',
      'az deployment group create \\\n --template-file $ROOT/infra/main.bicep \\\n --parameters a=$A',
      { open: ['$A'] },
    ],
    ['of another template', 'az deployment group create -f other.bicep -p a=1', 'd'],
    ['of another option', 'az deployment group create -f infra/main.bicep --tags a=1', 'd'],
  ])('%s', (_, script, wanted) => {
    expect(of(script)).toEqual(wanted);
  });

  test('beside a parameter file that the command names', () => {
    const file = { 'infra/main.bicepparam': "using 'main.bicep'\nparam a = 'f'\n" };
    expect(of('az deployment group create -f infra/main.bicep -p infra/main.bicepparam a=1', file)).toBe('1');
    expect(of('az deployment group create -f infra/main.bicep -p a=1', file)).toBe('f');
  });
});
