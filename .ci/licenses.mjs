import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages that are in a bundle, as their authors ask for.
 * @param root folder of the project
 * @param inputs paths of all bundled files, relative to it
 */
export function licenses(root, inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(?:.*node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(input)?.[0] ?? []),
  );
  return [...packages]
    .map((folder) => describe(join(root, folder)))
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = existsSync(folder) && readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
  return `${name} ${version} (${license ?? 'see its licence'})\n\n${text}\n`;
}
