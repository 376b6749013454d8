/** Deployments inside a template: a template in it, or a link to one by its path. */
import { entry, isNull, lookup } from '../../../syntax/value.js';
import type { SourceFile } from '../../../syntax/source.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { parseJson } from '../../../syntax/json/parser.js';
import { property } from '../access.js';
import { stringOf } from '../functions/operand.js';
import type { Environment } from '../interpreter.js';
import { once } from '../lazy.js';
import { joinPath } from '../paths.js';
import { linkedTemplates } from '../roots/references.js';
import { textOf } from '../partial.js';
import type { Scope } from '../scope.js';
import { scopeOfFields } from './instances.js';
import { givenByFile } from './parameter-file.js';
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

export function isDeployment(type: string): boolean {
  return type.toLowerCase() === deploymentType;
}

/** The template that a resource deploys; `undefined` when the resource is no deployment or the template is not to be had. */
export function nestedTemplate(declaration: Mapping, type: string, env: Environment): NestedTemplate | undefined {
  if (!isDeployment(type)) return undefined;
  const read = (path: readonly string[]): Value | undefined => {
    const found = lookup(declaration, path, true);
    return found && evaluateTree(found, env);
  };
  const from = declaration.origin.span.file;
  const parameters = lookup(declaration, ['properties', 'parameters'], true);
  const linkedFile = once(() => {
    const path = pathOf('parametersLink', read, from, env);
    const file = path === undefined ? undefined : env.session.parse(path, parseJson);
    return file && givenByFile(file);
  });
  const given = (name: string): Value | undefined => {
    const passed = parameters?.kind === 'map' ? entry(parameters, name, true)?.value : undefined;
    return passed ? passedValue(passed, env) : linkedFile()?.(name);
  };
  const scope = scopeOfFields(env.scope, (key) => read([key]));
  const embedded = lookup(declaration, ['properties', 'template'], true);
  if (embedded?.kind === 'map') {
    const option = stringOf(read(['properties', 'expressionEvaluationOptions', 'scope']));
    return { template: embedded, path: undefined, inner: option?.toLowerCase() === 'inner', scope, given };
  }
  const path = pathOf('templateLink', read, from, env);
  const linked: Value | undefined = path === undefined ? undefined : env.session.parse(path, parseJson);
  return linked?.kind === 'map' ? { template: linked, path, inner: true, scope, given } : undefined;
}

/** What a deployment links that is not in the tree, for people: a template spec, an address. */
export function linkedElsewhere(declaration: Mapping, env: Environment): Value | undefined {
  for (const key of ['id', 'uri', 'relativePath']) {
    const found = lookup(declaration, ['properties', 'templateLink', key], true);
    if (found) return evaluateTree(found, env);
  }
  return undefined;
}

type Read = (path: readonly string[]) => Value | undefined;

function pathOf(link: string, read: Read, { path: from, text }: SourceFile, env: Environment): string | undefined {
  const relative = stringOf(read(['properties', link, 'relativePath']));
  if (relative !== undefined) return joinPath(from, relative);
  const uri = read(['properties', link, 'uri']);
  return linkedPath(uri, from) ?? rawPath(stringOf(uri), env) ?? namedPath(uri, from, text, env);
}

/** A file that is linked where GitHub serves it, as samples do; only when the tree has it. */
function rawPath(uri: string | undefined, env: Environment): string | undefined {
  const [, path] =
    /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/heads\/)?[^/]+\/([^?#]+\.json)/i.exec(uri ?? '') ??
    [];
  return path !== undefined && env.session.has(path) ? path : undefined;
}

/**
 * A file beside the template that the template names, `uri(parameters('artifactsLocation'), 'nested/aks.json')`, wherever the
 * samples were published from: such a file is deployed by the template that links it, and by nothing else.
 */
function namedPath(uri: Value | undefined, from: string, text: string, env: Environment): string | undefined {
  const end = uri && (textOf(uri) ?? []).findLast((part) => typeof part === 'string' && /\.json/i.test(part));
  if (typeof end !== 'string') return undefined;
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const written = `/${end.replace(/[?#].*$/s, '')}`;
  return [...linkedTemplates(from, text)].find(
    (path) => path !== from && written.endsWith(`/${path.slice(folder.length)}`) && env.session.has(path),
  );
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
  // What follows the file is a token for its storage.
  const [base, file] = (uri && textOf(uri)) ?? [];
  if (base === undefined || typeof base === 'string' || typeof file !== 'string') return undefined;
  if (!/templateLink\.uri|_artifactsLocation/i.test(base.expression)) return undefined;
  return /^\/?[\w\-./ ]+\.json$/i.test(file) ? joinPath(from, file.replace(/^\//, '')) : undefined;
}
