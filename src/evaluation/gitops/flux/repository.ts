/** Whether what a source of Flux holds can be this repository, which its files nowhere call by name. */
import type { Value } from '../../../syntax/value.js';
import type { Around } from '../../releases/parts.js';
import { objectNamed, objectsOfKind } from '../objects.js';
import { textAt } from '../read.js';

/** What `flux bootstrap` calls the source of the repository that it writes itself to. */
const own = 'flux-system';

/**
 * A folder that is here is assumed to be the one that is meant, unless the source is a git repository of another name than the one that
 * Flux was set up with. The top is in every repository, and says nothing: it is this one's only for the source of the set-up.
 * @param reference `sourceRef`
 * @param folder in the source, `` for the top
 */
export function isElsewhere(
  reference: Value | undefined,
  folder: string,
  { namespace, near }: { readonly namespace: string | undefined; readonly near: string },
  around: Around,
): boolean {
  const kind = textAt(reference, 'kind') ?? '';
  const name = textAt(reference, 'name') ?? '';
  if (kind !== 'GitRepository') return folder === '';
  if (name === own) return false;
  const wanted = { kind, name, namespace: textAt(reference, 'namespace') ?? namespace };
  const url = nameIn(textAt(objectNamed(wanted, around, near), 'spec', 'url'));
  if (url === undefined) return folder === '';
  const home = objectsOfKind(kind, around)
    .filter((object) => textAt(object, 'metadata', 'name') === own)
    .flatMap((object) => nameIn(textAt(object, 'spec', 'url')) ?? []);
  return home.length === 0 ? folder === '' : !home.includes(url);
}

/** `ssh://git@github.com/org/Fleet.git` -> `fleet`: the same repository has several addresses. */
function nameIn(url: string | undefined): string | undefined {
  const last = url
    ?.replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split(/[/:]/)
    .at(-1);
  return last === undefined || last === '' || /[${}]/.test(last) ? undefined : last.toLowerCase();
}
