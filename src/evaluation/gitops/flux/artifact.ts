/** `ExternalArtifact`: folders of the repository that an ArtifactGenerator copies together (source.extensions.fluxcd.io). */
import type { Around } from '../../releases/parts.js';
import { folderOf, inside } from '../folders.js';
import { isFolder } from '../../../tree/below.js';
import { objectsOfKind } from '../objects.js';
import { itemsAt, textAt } from '../read.js';

/** The folder of the tree that a folder of an artifact is copied from. */
export function copiedFolder(artifact: string, folder: string, around: Around): string | undefined {
  const copies = objectsOfKind('ArtifactGenerator', around)
    .flatMap((generator) => itemsAt(generator, 'spec', 'artifacts'))
    .filter((each) => textAt(each, 'name') === artifact)
    .flatMap((each) => itemsAt(each, 'copy'));
  for (const copy of copies) {
    const to = folderOf((textAt(copy, 'to') ?? '').replace(/^@artifact\/?/, ''));
    const from = folderOf((textAt(copy, 'from') ?? '').replace(/^@[\w.-]+\/?/, '').replace(/\/?\*\*?$/, ''));
    if (to === undefined || from === undefined) continue;
    if (to !== '' && folder !== to && !folder.startsWith(`${to}/`)) continue;
    const rest = to === '' ? folder : folder.slice(to.length + 1);
    const found = rest === '' ? from : inside(from, rest);
    if (found !== '' && isFolder(around.files, found)) return found;
  }
  return undefined;
}
