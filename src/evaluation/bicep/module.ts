import type { ModuleDeclaration } from '../../syntax/bicep/ast.js';
import { entry, literal, mapping, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { runtimeObject } from '../arm/access.js';
import type { Deployed, DeploymentSettings } from '../arm/deployed.js';
import { stringOf } from '../arm/functions/operand.js';
import { lazily, once } from '../arm/lazy.js';
import { runtime } from '../arm/partial.js';
import { scopeOf } from '../arm/scope-of.js';
import { openPart } from '../arm/template/instances.js';
import { withoutAlias } from './aliases.js';
import { fieldOf, place, symbolValue } from './deployments.js';
import type { Placed, PlacedAll } from './deployments.js';
import { headingOf, spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';
import { moduleSource } from './modules.js';
import type { ModuleSource } from './modules.js';

/** A `module` declaration: what its symbol names. Nothing is evaluated before it is asked for. */
export interface DeclaredModule {
  readonly instances: () => readonly ModuleInstance[];
  readonly single: () => ModuleInstance | undefined;
  readonly at: (index: number) => ModuleInstance | undefined;
  readonly value: () => Value;
}

export interface ModuleInstance {
  readonly declaration: ModuleDeclaration;
  readonly placed: Placed;
  readonly address: string;
  readonly source: ModuleSource;
  readonly condition: Value | undefined;
  readonly off: boolean;
  /** The deployment of a module of the tree; nothing for one of a registry, or that can't be read. */
  readonly deployed: () => Deployed | undefined;
  parameters(): Mapping;
  output(name: string): Value | undefined;
  value(): Value;
}

/** Opens the file of a module. Handed in, because a file declares modules that are files again. */
export type OpenModule = (path: string, from: Environment, settings: DeploymentSettings) => Deployed | undefined;

export function declareModule(
  declaration: ModuleDeclaration,
  env: Environment,
  settings: DeploymentSettings,
  open: OpenModule,
): DeclaredModule {
  let placedAll: PlacedAll | undefined;
  let made: readonly ModuleInstance[] | undefined;
  let busy = false;
  const instances = (): readonly ModuleInstance[] => {
    if (made) return made;
    if (busy) {
      env.session.problem(spanOf(declaration, env), `${declaration.name.name} depends on itself`);
      return [];
    }
    busy = true;
    placedAll = place(declaration.body, env);
    made = placedAll.all.map((each) => instance(declaration, each, settings, open));
    busy = false;
    return made;
  };
  const loops = declaration.body.kind === 'for';
  return {
    instances,
    single: () => (loops ? undefined : instances()[0]),
    at: (index) => (loops ? instances().filter((each) => each.placed.suffix !== '[*]')[index] : undefined),
    value: () => {
      const values = instances().map((each) => () => each.value());
      const name = declaration.name.name;
      const value = placedAll && symbolValue(placedAll, values, declaration.body, env);
      return value ?? undetermined(name, [name], literal(spanOf(declaration, env)));
    },
  };
}

function instance(
  declaration: ModuleDeclaration,
  placed: Placed,
  settings: DeploymentSettings,
  open: OpenModule,
): ModuleInstance {
  const { env } = placed;
  const span = spanOf(declaration, env);
  const address = declaration.name.name + placed.suffix;
  const path = stringOf(evaluate(declaration.path, env)) ?? '';
  const source = moduleSource(withoutAlias(path, env.file.path, env.session));
  const parameters = lazily(env.session, address, span, () => {
    const written = fieldOf(placed.object, 'params', env);
    return written ?? mapping([], literal(spanOf(placed.object, env)));
  });
  const condition = openPart([settings.condition, ...placed.conditions], span);
  const deployed = once(() => {
    if (source.kind !== 'file') return undefined;
    return open(source.path, env, inside(settings, declaration, placed, address, condition, parameters));
  });
  const made: ModuleInstance = {
    declaration,
    placed,
    address,
    source,
    condition,
    off: placed.off,
    deployed,
    parameters() {
      const value = parameters();
      return value.kind === 'map'
        ? value
        : mapping([], value.origin, value.kind === 'undetermined' ? value : undefined);
    },
    output: (name) => deployed()?.output(name),
    value: () => symbolObject(made, env),
  };
  return made;
}

/** What the module is deployed with: its own scope, the parameters that are passed, its address. */
function inside(
  settings: DeploymentSettings,
  declaration: ModuleDeclaration,
  placed: Placed,
  address: string,
  condition: Value | undefined,
  parameters: () => Value,
): DeploymentSettings {
  const scope = fieldOf(placed.object, 'scope', placed.env);
  return {
    session: settings.session,
    root: settings.root,
    scope: (scope && scopeOf(scope)) ?? settings.scope,
    given(name) {
      const passed = parameters();
      if (passed.kind === 'map') return entry(passed, name)?.value ?? passed.rest;
      return passed.kind === 'undetermined' ? passed : undefined;
    },
    prefix: `${settings.prefix}${address}::`,
    around: settings.around,
    callers: [...settings.callers, headingOf(declaration, placed.object, placed.env)],
    ...(condition ? { condition } : {}),
  };
}

function symbolObject(made: ModuleInstance, env: Environment): Value {
  const keySpan = spanOf(made.declaration.name, env);
  const origin = literal(keySpan);
  const name = fieldOf(made.placed.object, 'name', made.placed.env);
  const entries: Entry[] = name ? [{ key: 'name', keySpan, value: name }] : [];
  const deployed = made.deployed();
  if (deployed) {
    const outputs = deployed.outputNames.flatMap((key) => {
      const value = deployed.output(key);
      return value ? [{ key, keySpan, value }] : [];
    });
    entries.push({ key: 'outputs', keySpan, value: mapping(outputs, origin) });
  } else {
    entries.push({ key: 'outputs', keySpan, value: runtime(`${made.address}.outputs`, origin) });
  }
  return runtimeObject(mapping(entries, origin), made.address);
}
