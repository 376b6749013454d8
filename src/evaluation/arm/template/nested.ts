/** Deployments inside a template: a template in it, or a link to one by its path. */
import { entry, isNull, lookup } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { parseJson } from '../../../syntax/json/parser.js';
import { property } from '../access.js';
import { stringOf } from '../functions/operand.js';
import type { Environment } from '../interpreter.js';
import { joinPath } from '../paths.js';
import { textOf } from '../partial.js';
import type { Scope } from '../scope.js';
import { scopeOfFields } from './instances.js';
import { evaluateTree } from './tree.js';

export interface NestedTemplate {
  readonly template: Mapping;
  /** The file of a linked template; `undefined` for one that stands in the template itself. */
  readonly path: string | undefined;
  /** Whether its expressions are evaluated with its own parameters and variables. */
  readonly inner: boolean;
  readonly scope: Scope;
  given(name: string): Value | undefined;
}

const deploymentType = 'microsoft.resources/deployments';

/** The template that a resource deploys; `undefined` when the resource is no deployment or the template is not to be had. */
export function nestedTemplate(declaration: Mapping, type: string, env: Environment): NestedTemplate | undefined {
  if (type.toLowerCase() !== deploymentType) return undefined;
  const read = (path: readonly string[]): Value | undefined => {
    const found = lookup(declaration, path, true);
    return found && evaluateTree(found, env);
  };
  const parameters = lookup(declaration, ['properties', 'parameters'], true);
  const given = (name: string): Value | undefined => {
    const passed = parameters?.kind === 'map' ? entry(parameters, name, true)?.value : undefined;
    return passed && passedValue(passed, env);
  };
  const scope = scopeOfFields(env.scope, (key) => read([key]));
  const embedded = lookup(declaration, ['properties', 'template'], true);
  if (embedded?.kind === 'map') {
    const option = stringOf(read(['properties', 'expressionEvaluationOptions', 'scope']));
    return { template: embedded, path: undefined, inner: option?.toLowerCase() === 'inner', scope, given };
  }
  const from = declaration.origin.span.file.path;
  const relative = stringOf(read(['properties', 'templateLink', 'relativePath']));
  const path =
    relative === undefined ? linkedPath(read(['properties', 'templateLink', 'uri']), from) : joinPath(from, relative);
  const linked: Value | undefined = path === undefined ? undefined : env.session.parse(path, parseJson);
  return linked?.kind === 'map' ? { template: linked, path, inner: true, scope, given } : undefined;
}

/** `{ "value": … }`, or an expression that gives such an object or null, as Bicep writes what it passes under a condition. */
function passedValue(passed: Value, env: Environment): Value | undefined {
  const written = lookup(passed, ['value'], true);
  if (written) return evaluateTree(written, env);
  if (passed.kind !== 'scalar') return undefined;
  const wrapper = evaluateTree(passed, env);
  return isNull(wrapper) ? undefined : property(wrapper, 'value', passed.origin.span, 'null');
}

/**
 * The file that a link names when it is put together from the address of the template itself, as
 * `uri(deployment().properties.templateLink.uri, 'nested/x.json')` and the older `_artifactsLocation` convention do.
 */
function linkedPath(uri: Value | undefined, from: string): string | undefined {
  const [base, file] = (uri && textOf(uri)) ?? [];
  if (base === undefined || typeof base === 'string' || typeof file !== 'string') return undefined;
  if (!/templateLink\.uri|_artifactsLocation/i.test(base.expression)) return undefined;
  return /^\/?[\w\-./ ]+\.json$/i.test(file) ? joinPath(from, file.replace(/^\//, '')) : undefined;
}
