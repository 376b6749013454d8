/** Which files a file names, by a look at its text: enough to tell what a change can affect, without parsing. */
import { joinPath } from '../paths.js';

const inBicep = [
  /\bmodule\s+\w+\s+'([^'$]+)'/g,
  /\bfrom\s+'([^'$]+)'/g,
  /^[ \t]*(?:using|extends)\s+'([^'$]+)'/gm,
  /\bload\w+\(\s*'([^'$]+)'/g,
];
const inTemplate = [/([\w./-]+\.json)\b/g];

/** Paths in the tree that a Bicep file or a parameter file of Bicep names. */
export function referencesOfBicep(path: string, text: string): ReadonlySet<string> {
  return collect(path, text, inBicep);
}

/** Paths in the tree that a template may link. */
export function referencesOfTemplate(path: string, text: string): ReadonlySet<string> {
  return collect(path, text, inTemplate);
}

/** Files that a Bicep file deploys as modules. */
export function modulesOfBicep(path: string, text: string): ReadonlySet<string> {
  return collect(path, text, inBicep.slice(0, 1));
}

/** Templates that a Bicep file loads to deploy them as they are. */
export function loadedTemplates(path: string, text: string): ReadonlySet<string> {
  if (!text.includes('Microsoft.Resources/deployments@')) return new Set();
  return collect(path, text, [/\bloadJsonContent\(\s*'([^'$]+)'/g, /\brelativePath:\s*'([^'$]+)'/g]);
}

/** Templates, and parameter files of them, that a template links by their path beside its own. */
export function linkedTemplates(path: string, text: string): ReadonlySet<string> {
  return collect(path, text, [
    /"(?:templateLink|parametersLink)"\s*:\s*\{[^{}]*?"relativePath"\s*:\s*"([^"[\]]+)"/gi,
    /"\[uri\([^"]*'\/?([\w./-]+\.json)'[^"]*"/gi,
    /"\[concat\(parameters\('_artifactsLocation'\)[^"]*'\/?([\w./-]+\.json)'[^"]*"/gi,
  ]);
}

/** The template that a parameter file of Bicep is for. */
export function usedTemplate(path: string, text: string): string | undefined {
  const used = /^[ \t]*using\s+'([^'$]+)'/m.exec(text)?.[1];
  return used === undefined || isRegistry(used) ? undefined : joinPath(path, used);
}

/** Names of the parameters of a Bicep file, in lower case. */
export function parametersOfBicep(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?:^|\))[ \t]*param[ \t]+(\w+)/gm)].map(([, name = '']) => name.toLowerCase()));
}

function collect(path: string, text: string, patterns: readonly RegExp[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    for (const [, relative = ''] of text.matchAll(pattern)) {
      const target = isRegistry(relative) ? undefined : joinPath(path, relative);
      if (target !== undefined) found.add(target);
    }
  }
  return found;
}

function isRegistry(path: string): boolean {
  return /^(?:br|ts)[/:]/i.test(path);
}
