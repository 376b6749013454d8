/** Functions that read files of the tree when a Bicep file is compiled. */
import type { Span } from '../../syntax/source.js';
import { parseJson } from '../../syntax/json/parser.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import { list, literal, mapping, scalar, through } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { element, property } from '../arm/access.js';
import { stringOf } from '../arm/functions/operand.js';
import { joinPath } from '../arm/paths.js';
import type { Environment } from './environment.js';

type Load = (operands: readonly Value[], span: Span, env: Environment) => Value | undefined;

/** By name in lower case. Nothing comes back for a file that is not there, whose value then stays undetermined. */
export const loadFunctions: Readonly<Record<string, Load>> = {
  loadtextcontent: ([path], span, env) => text(path, span, env, (content) => content),
  loadfileasbase64: ([path], span, env) =>
    text(path, span, env, (content) => Buffer.from(content, 'utf8').toString('base64')),
  loadjsoncontent: ([path, query], span, env) => {
    const file = fileOf(path, span, env);
    const value = file === undefined ? undefined : env.session.parse(file, parseJson);
    return value && selected(through(value, span, `loadJsonContent('${file ?? ''}')`), query, span);
  },
  loadyamlcontent: ([path, query], span, env) => {
    const file = fileOf(path, span, env);
    const [value] = (file === undefined ? undefined : env.session.parse(file, parseYaml)) ?? [];
    return value && selected(through(value, span, `loadYamlContent('${file ?? ''}')`), query, span);
  },
  loaddirectoryfileinfo: ([path, pattern], span, env) => directory(path, pattern, span, env),
};

/** One object a file of a folder: `{ relativePath, baseName, extension }`. */
function directory(
  path: Value | undefined,
  pattern: Value | undefined,
  span: Span,
  env: Environment,
): Value | undefined {
  const relative = stringOf(path);
  const wanted = pattern ? stringOf(pattern) : '*';
  const folder = relative === undefined ? undefined : joinPath(env.file.path, relative);
  if (folder === undefined || wanted === undefined) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = env.session.inFolder(folder).map((each) => each.slice(prefix.length));
  const fits = globOf(wanted);
  const origin = literal(span);
  const items = names
    .filter((name) => fits.test(name))
    .map((name) => {
      const [, baseName = name, extension = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
      const own = (relative ?? '').replace(/\/+$/, '');
      const facts = { relativePath: own === '' || own === '.' ? name : `${own}/${name}`, baseName, extension };
      const entries = Object.entries(facts).map(([key, value]) => ({
        key,
        keySpan: span,
        value: scalar(value, origin),
      }));
      return mapping(entries, origin);
    });
  return list(items, origin);
}

/** `*` and `?` of file names. */
function globOf(pattern: string): RegExp {
  const source = pattern
    .split('')
    .map((sign) => (sign === '*' ? '[^/]*' : sign === '?' ? '[^/]' : sign.replace(/[.+^${}()|[\]\\]/, '\\$&')))
    .join('')
    .replace(/(?:\[\^\/\]\*)+/g, '[^/]*');
  return new RegExp(`^${source}$`, 'i');
}

function fileOf(path: Value | undefined, span: Span, env: Environment): string | undefined {
  const relative = stringOf(path);
  const file = relative === undefined ? undefined : joinPath(env.file.path, relative);
  if (file === undefined) {
    env.session.problem(span, 'the path of this file is not known, or leads out of the tree');
    return undefined;
  }
  const found = env.session.find(file);
  if (found === undefined) env.session.problem(span, `${file} does not exist`);
  return found;
}

function text(
  path: Value | undefined,
  span: Span,
  env: Environment,
  convert: (content: string) => string,
): Value | undefined {
  const file = fileOf(path, span, env);
  const source = file === undefined ? undefined : env.session.read(file);
  if (!source || !env.session.spend(source.text.length >> 8, span)) return undefined;
  const origin = { span, from: [literal({ file: source, start: 0, end: 0 })] };
  return scalar(convert(source.text), origin);
}

/** The part of a document at a path: `$.a.b[0]`, also without the dollar. Other queries are left open. */
function selected(value: Value, query: Value | undefined, span: Span): Value | undefined {
  if (!query) return value;
  const path = stringOf(query)?.replace(/^\$?\.?/, '');
  if (path === undefined || !/^[\w-]*(?:\.[\w-]+|\[\d+\]|\['[^']+'\])*$/.test(path)) return undefined;
  let at = value;
  for (const [, name, index, quoted] of path.matchAll(/([\w-]+)(?![\w-]*\])|\[(\d+)\]|\['([^']+)'\]/g)) {
    if (index !== undefined) at = element(at, scalar(Number(index), literal(span)), span);
    else at = property(at, name ?? quoted ?? '', span);
  }
  return at;
}
