import { parseJson } from '../../syntax/json/parser.js';
import { lookup } from '../../syntax/value.js';
import { stringOf } from '../arm/functions/operand.js';
import { folderOf } from '../arm/paths.js';
import type { Session } from '../arm/session.js';

/**
 * Writes out an alias of a registry, `br/alias:path:version`, as the nearest `bicepconfig.json` above the file says it
 * (`moduleAliases.br.<alias>`: `registry`, `modulePath`). Aliases that no configuration names stay as they are.
 */
export function withoutAlias(path: string, from: string, session: Session): string {
  const [, alias, rest] = /^br\/([^:]+):(.+)$/i.exec(path) ?? [];
  if (alias === undefined || rest === undefined) return path;
  const config = nearestConfiguration(from, session);
  const found = config === undefined ? undefined : session.parse(config, parseJson);
  const registry = stringOf(lookup(found, ['moduleAliases', 'br', alias, 'registry']));
  if (registry === undefined) return path;
  const folder = stringOf(lookup(found, ['moduleAliases', 'br', alias, 'modulePath']));
  return `br:${[registry, ...(folder === undefined ? [] : [folder]), rest].join('/')}`;
}

function nearestConfiguration(from: string, session: Session): string | undefined {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const path = folder === '' ? 'bicepconfig.json' : `${folder}/bicepconfig.json`;
    if (session.has(path)) return path;
    if (folder === '') return undefined;
  }
}
