import { parseBicep } from '../../syntax/bicep/parser.js';
import type { BicepProgram, Expression } from '../../syntax/bicep/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { Value } from '../../syntax/value.js';
import { deepestNesting } from '../arm/deployed.js';
import type { Deployed, DeploymentSettings } from '../arm/deployed.js';
import { lazily } from '../arm/lazy.js';
import { joinPath } from '../arm/paths.js';
import { scopeOfKind } from '../arm/scope.js';
import type { Scope } from '../arm/scope.js';
import { openTemplate } from '../arm/template/deployment.js';
import { emitModule, emitResource } from './emit.js';
import { spanOf } from './environment.js';
import type { Environment, Symbol } from './environment.js';
import { evaluate } from './expression.js';
import { fileScope } from './file-scope.js';
import { openImport } from './imports.js';
import { declareModule } from './module.js';
import type { DeclaredModule } from './module.js';
import { parameterValue } from './parameters.js';
import { declareResource } from './resource.js';
import type { DeclaredResource } from './resource.js';

type Declared =
  | { readonly kind: 'resource'; readonly declared: DeclaredResource }
  | { readonly kind: 'module'; readonly declared: DeclaredModule };

/** Opens a deployment of a Bicep file. Nothing is evaluated before it is asked for. */
export function openBicep(program: BicepProgram, settings: DeploymentSettings): Deployed {
  const { session } = settings;
  const symbols = new Map<string, Symbol>();
  const outputs = new Map<string, () => Value>();
  const deployments: Declared[] = [];
  const env: Environment = {
    session,
    scope: ownScope(program, settings.scope),
    file: program.file,
    symbol: (name) => symbols.get(name) ?? names.symbol(name),
    locals: new Map(),
  };
  const inside: DeploymentSettings = { ...settings, scope: env.scope };
  const names = fileScope(program, env, openImport);
  for (const declaration of program.declarations) {
    switch (declaration.kind) {
      case 'param': {
        const name = declaration.name.name;
        const compute = (): Value => parameterValue(declaration, settings.given(name), env, names.findType);
        const value = lazily(session, `param ${name}`, spanOf(declaration, env), compute);
        symbols.set(name, { kind: 'value', label: `param ${name}`, value });
        break;
      }
      case 'resource': {
        const declared = declareResource(declaration, env);
        symbols.set(declaration.name.name, { kind: 'resource', resource: declared });
        deployments.push({ kind: 'resource', declared });
        break;
      }
      case 'module': {
        const declared = declareModule(declaration, env, inside, openModule);
        symbols.set(declaration.name.name, { kind: 'module', module: declared });
        deployments.push({ kind: 'module', declared });
        break;
      }
      case 'output':
        outputs.set(declaration.name.name, outputCell(declaration.name.name, declaration.value, env));
        break;
      default:
        break;
    }
  }
  return {
    resources: () =>
      deployments.flatMap((each) =>
        each.kind === 'resource' ? emitResource(each.declared, inside, env) : emitModule(each.declared, inside, env),
      ),
    output: (name) => outputs.get(name)?.(),
    outputNames: [...outputs.keys()],
  };
}

function outputCell(name: string, value: Expression, env: Environment): () => Value {
  return lazily(env.session, `output ${name}`, spanOf(value, env), () => evaluate(value, env));
}

/** Opens the file of a module, Bicep or ARM; nothing when it is not there, or when it contains the file that asks. */
function openModule(relative: string, from: Environment, settings: DeploymentSettings): Deployed | undefined {
  const wanted = joinPath(from.file.path, relative);
  const path = wanted === undefined ? undefined : from.session.find(wanted);
  const whole = { file: from.file, start: 0, end: 0 };
  if (path === undefined) {
    from.session.problem(whole, `the module ${relative} does not exist`);
    return undefined;
  }
  if (settings.around.includes(path) || settings.around.length > deepestNesting) {
    from.session.problem(whole, `the module ${path} contains itself`);
    return undefined;
  }
  const inside: DeploymentSettings = { ...settings, around: [...settings.around, path] };
  if (path.toLowerCase().endsWith('.json')) {
    const template = from.session.parse(path, parseJson);
    return template?.kind === 'map' ? openTemplate(template, inside) : undefined;
  }
  const program = from.session.parse(path, parseBicep);
  return program && openBicep(program, inside);
}

/** The scope that a file says it is for, inside the one that it is deployed to. */
function ownScope(program: BicepProgram, given: Scope): Scope {
  const declared = program.declarations.find((each) => each.kind === 'targetScope');
  const value = declared?.value;
  const kind = scopeOfKind(value?.kind === 'string' ? value.value : undefined).kind;
  if (kind === given.kind) return given;
  const { subscription } = given;
  return kind === 'resourceGroup' || kind === 'subscription'
    ? { kind, ...(subscription ? { subscription } : {}) }
    : { kind };
}
