/** The declarations of one Terraform folder, whatever file they stand in. */
import type { HclBlock, HclBody, HclExpression } from '../../syntax/hcl/ast.js';
import { configurationIn, isOverride, parserOf } from './configuration-paths.js';
import { argumentOf, type Argument, type Layered } from './layers.js';
import { parseFile, type Session } from './session.js';

export interface Declaration extends Layered {
  /** The block in the file that declares it first. */
  readonly block: HclBlock;
}

export interface ResourceDeclaration extends Declaration {
  readonly mode: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
}

export interface Configuration {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, Argument>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  /** By mode and address: `resource azurerm_subnet.nodes`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly modules: ReadonlyMap<string, Declaration>;
  /** `terraform`, `provider` and `moved` blocks. */
  readonly settings: readonly HclBlock[];
  /** Every file of the folder is there: a name that is not declared does not exist. */
  readonly isComplete: boolean;
}

interface Draft {
  readonly declarations: Map<string, Declaration>;
  readonly locals: Map<string, Argument>;
  readonly settings: HclBlock[];
}

export function loadConfiguration(session: Session, folder: string): Configuration {
  const known = session.configurations.get(folder);
  if (known) return known;
  const configuration = load(session, folder);
  session.configurations.set(folder, configuration);
  return configuration;
}

function load(session: Session, folder: string): Configuration {
  const paths = configurationIn(session.files.inFolder(folder));
  const draft: Draft = { declarations: new Map(), locals: new Map(), settings: [] };
  let isComplete = paths.length > 0;
  // Terraform merges override files last, in the order of their names.
  for (const path of [...paths.filter((path) => !isOverride(path)), ...paths.filter(isOverride)]) {
    const body = parseFile(session, path, parserOf(path));
    if (body) body.blocks.forEach((block) => add(draft, block, body));
    else isComplete = false;
  }
  return assemble(folder, draft, isComplete);
}

function add(draft: Draft, block: HclBlock, body: HclBody): void {
  switch (block.type.text) {
    case 'locals':
      for (const { name } of block.body.attributes) {
        const found = argumentOf({ layers: [block.body] }, name.text);
        if (found) draft.locals.set(name.text, found);
      }
      return;
    case 'terraform':
    case 'provider':
    case 'moved':
      draft.settings.push(block);
      return;
    case 'resource':
    case 'data':
    case 'variable':
    case 'output':
    case 'module':
      declare(draft, block, body);
      return;
    default:
  }
}

/** A second declaration of the same name is an override, or an error of which the last one is kept all the same. */
function declare({ declarations }: Draft, block: HclBlock, { file }: HclBody): void {
  const key = [block.type.text, ...block.labels.map(({ text }) => text)].join(' ');
  const known = declarations.get(key);
  if (!known) declarations.set(key, { block, layers: [block.body] });
  else if (isOverride(file.path)) declarations.set(key, { ...known, layers: [...known.layers, block.body] });
}

function assemble(folder: string, { declarations, locals, settings }: Draft, isComplete: boolean): Configuration {
  const variables = new Map<string, Declaration>();
  const outputs = new Map<string, Declaration>();
  const modules = new Map<string, Declaration>();
  const resources = new Map<string, ResourceDeclaration>();
  for (const declaration of declarations.values()) {
    const { type, labels } = declaration.block;
    const [first, second] = labels.map(({ text }) => text);
    if (first === undefined) continue;
    if (type.text === 'variable') variables.set(first, declaration);
    else if (type.text === 'output') outputs.set(first, declaration);
    else if (type.text === 'module') modules.set(first, declaration);
    else if (second !== undefined) {
      const mode = type.text === 'data' ? 'data' : 'resource';
      resources.set(`${mode} ${first}.${second}`, { ...declaration, mode, type: first, name: second });
    }
  }
  return { folder, variables, locals, outputs, resources, modules, settings, isComplete };
}

/** A setting that is a literal string: `source`, `version`. */
export function literalText(declaration: Layered, name: string): string | undefined {
  return textOf(argumentOf(declaration, name)?.expression);
}

export function textOf(expression: HclExpression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}
