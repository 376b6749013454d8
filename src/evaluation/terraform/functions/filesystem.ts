/** Functions that read files: only those of the reviewed tree, never anything else on the machine. */
import { parseHclTemplate } from '../../../syntax/hcl/parser.js';
import { SourceFile } from '../../../syntax/source.js';
import { list, scalar, undetermined, type Value } from '../../../syntax/value.js';
import { evaluate } from '../expressions.js';
import { Fault } from '../fault.js';
import { joinPath } from '../paths.js';
import { compileRegex } from '../regex/match.js';
import type { Names } from '../scope.js';
import { boundText, parseFile, readText, spend } from '../session.js';
import { compareText } from '../sets.js';
import { computed } from '../values.js';
import type { HclExpression } from '../../../syntax/hcl/ast.js';
import { given, opened, result, scalars, structural, textIn, type Call, type Functions } from './definition.js';
import { globPattern } from './glob.js';
import { digest } from './hashing.js';

export const filesystemFunctions: Functions = {
  abspath: (call) => opened(call),
  basename: scalars(['string'], (path) => path.replace(/\/+$/, '').split('/').at(-1) ?? ''),
  dirname: scalars(['string'], (path) => path.replace(/\/*[^/]*$/, '') || (path.startsWith('/') ? '/' : '.')),
  file: content((text) => text),
  filebase64: content((text) => Buffer.from(text, 'utf8').toString('base64')),
  filebase64sha256: content((text) => digest('sha256', text, 'base64')),
  filebase64sha512: content((text) => digest('sha512', text, 'base64')),
  fileexists: structural(([path], call) => {
    const found = pathIn(path, call);
    if (found === undefined) return opened(call);
    call.scope.session.asked.add(found);
    return result(call, call.scope.session.files.has(found));
  }),
  filemd5: content((text) => digest('md5', text, 'hex')),
  fileset: structural(([folder, pattern], call) => fileSet(pathIn(folder, call), textIn(pattern), call)),
  filesha1: content((text) => digest('sha1', text, 'hex')),
  filesha256: content((text) => digest('sha256', text, 'hex')),
  filesha512: content((text) => digest('sha512', text, 'hex')),
  pathexpand: structural(([path], call) => (textIn(path).startsWith('~') ? opened(call) : result(call, textIn(path)))),
  templatefile: structural(([path, variables], call) => {
    const found = pathIn(path, call);
    const file = found === undefined ? undefined : readText(call.scope.session, found);
    const template = found === undefined ? undefined : parseFile(call.scope.session, found, parseHclTemplate);
    return file && template ? render(template, file, variables, call) : unread(path, call);
  }),
  templatestring: structural(([text, variables], call) => {
    const file = new SourceFile(call.span.file.path, textIn(text));
    const template = parseHclTemplate(file).result;
    if (!template) throw new Fault('the text is no template');
    // Places in a text that was made stand nowhere: only the call does.
    return { ...render(template, file, variables, call), origin: computed(call.span, call.args) };
  }),
};

/** A path relative to the folder that Terraform runs in; `undefined` outside of the tree. */
function pathIn(value: Value | undefined, call: Call): string | undefined {
  const path = textIn(value);
  return path.startsWith('~') ? undefined : joinPath(call.scope.session.folder, path);
}

/** A file that is not in the tree may be made before the deployment: what is in it is open. */
function unread(path: Value | undefined, call: Call): Value {
  const waits = `${call.name}(${JSON.stringify(textIn(path))})`;
  return undetermined(waits, [waits], computed(call.span, call.args));
}

function content(read: (text: string) => string): Functions[string] {
  return structural(([path], call) => {
    const found = pathIn(path, call);
    const file = found === undefined ? undefined : readText(call.scope.session, found);
    if (!file) return unread(path, call);
    const whole = { span: { file, start: 0, end: file.text.length }, from: [] };
    return scalar(boundText(read(file.text)), {
      span: call.span,
      from: [whole, ...computed(call.span, call.args).from],
    });
  });
}

function fileSet(folder: string | undefined, pattern: string, call: Call): Value {
  if (folder === undefined) return opened(call);
  const { session } = call.scope;
  const regex = compileRegex(globPattern(pattern), () => spend(session, call.span));
  const prefix = folder === '' ? '' : `${folder}/`;
  spend(session, call.span, session.files.paths.length / 100);
  const names = session.files.paths
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .filter((name) => regex.find(name, 0) !== undefined);
  const origin = computed(call.span, call.args);
  for (const name of names) session.asked.add(prefix + name);
  return list(
    names.sort(compareText).map((name) => scalar(name, origin)),
    origin,
  );
}

function render(template: HclExpression, file: SourceFile, variables: Value | undefined, call: Call): Value {
  const values = given(variables);
  if (values.kind !== 'map') throw new Fault('the variables of a template are an object');
  let names: Names | undefined;
  for (const { key, value } of values.entries.values()) names = { name: key, value, outer: names };
  const value = evaluate(template, { session: call.scope.session, module: undefined, file, names });
  return { ...value, origin: computed(call.span, [value, ...call.args]) };
}
