/** A look over the tree: what can be deployed, with which parameter files, and what each of that depends on. */
import type { Files } from '../../../tree/files.js';
import { parseJson } from '../../../syntax/json/parser.js';
import { isCompiled, isParameters, isTemplate, mayBeParameters, mayBeTemplate } from '../template/document.js';
import { namesInFile } from '../template/parameter-file.js';
import { section } from '../template/names.js';
import { comesFrom, sourcesBeside } from './compiled.js';
import type { Declared } from './compiled.js';
import type { Candidate, ParameterFile } from './match.js';
import type { Reading } from './reading.js';
import {
  linkedTemplates,
  loadedTemplates,
  modulesOfBicep,
  parametersOfBicep,
  referencesOfBicep,
  referencesOfTemplate,
  usedTemplate,
} from './references.js';

export interface Survey {
  readonly candidates: readonly Candidate[];
  /** `.bicepparam` files by the template that they use. */
  readonly bicepParameters: ReadonlyMap<string, readonly string[]>;
  readonly jsonParameters: readonly ParameterFile[];
  /** Whether what a root reads can contain one of some paths. */
  reaches(start: readonly string[], paths: ReadonlySet<string>): boolean;
}

/** Looks over the tree, as far as it is to be read. */
export function survey(files: Files, reading: Reading): Survey {
  const references = new Map<string, ReadonlySet<string>>();
  const modules = new Set<string>();
  const loads = new Set<string>();
  const bicepParameters = new Map<string, string[]>();
  const bicep: string[] = [];
  const declared = new Map<string, ReadonlySet<string>>();
  for (const path of files.paths) {
    const isParameterFile = /\.bicepparam$/i.test(path);
    if ((!isParameterFile && !/\.bicep$/i.test(path)) || !reading.bicep(path)) continue;
    const text = files.read(path)?.text;
    if (text === undefined) continue;
    references.set(path, referencesOfBicep(path, text));
    for (const loaded of loadedTemplates(path, text)) loads.add(loaded);
    for (const module of modulesOfBicep(path, text)) if (module !== path) modules.add(module);
    const used = isParameterFile ? usedTemplate(path, text) : undefined;
    if (used !== undefined) bicepParameters.set(used, [...(bicepParameters.get(used) ?? []), path]);
    if (isParameterFile) continue;
    bicep.push(path);
    declared.set(path, parametersOfBicep(text));
  }
  const templates: string[] = [];
  const compiled = new Set<string>();
  const jsonParameters: ParameterFile[] = [];
  for (const path of files.paths) {
    if (!/\.json$/i.test(path) || !reading.json(path)) continue;
    const text = files.read(path)?.text;
    if (text === undefined) continue;
    if (mayBeTemplate(text)) {
      if (isCompiled(text) && sourcesBeside(path).some((source) => files.has(source))) continue;
      const document = files.parse(path, parseJson);
      if (!isTemplate(document)) continue;
      references.set(path, referencesOfTemplate(path, text));
      for (const linked of linkedTemplates(path, text)) if (linked !== path) modules.add(linked);
      templates.push(path);
      if (isCompiled(text)) compiled.add(path);
      const names = section(document, 'parameters')?.entries.keys() ?? [];
      declared.set(path, new Set([...names].map((name) => name.toLowerCase())));
    } else if (mayBeParameters(text)) {
      const document = files.parse(path, parseJson);
      if (!isParameters(document)) continue;
      jsonParameters.push({ path, names: namesInFile(document).map((name) => name.toLowerCase()) });
    }
  }
  const declaredIn = (path: string): Declared => ({ path, parameters: declared.get(path) ?? new Set() });
  const sources = bicep.map(declaredIn);
  const isTwin = (path: string): boolean =>
    compiled.has(path) && sources.some((source) => comesFrom(declaredIn(path), source));
  const candidate = (path: string, format: 'bicep' | 'arm'): Candidate => {
    return {
      path,
      format,
      parameters: declared.get(path) ?? new Set(),
      isModule: modules.has(path) || loads.has(path),
    };
  };
  return {
    candidates: [
      ...bicep.map((path) => candidate(path, 'bicep')),
      ...templates.filter((path) => !isTwin(path)).map((path) => candidate(path, 'arm')),
    ],
    bicepParameters,
    // What a template links is deployed by that.
    jsonParameters: jsonParameters.filter(({ path }) => !modules.has(path)),
    reaches: (start, paths) => reaches(references, start, paths),
  };
}

function reaches(
  references: ReadonlyMap<string, ReadonlySet<string>>,
  start: readonly string[],
  paths: ReadonlySet<string>,
): boolean {
  const seen = new Set(start);
  for (const path of seen) {
    if (paths.has(path)) return true;
    for (const next of references.get(path) ?? []) seen.add(next);
  }
  return false;
}
