/** Objects that were rendered and are changed afterwards, as resources again. */
import type { Mapping } from '../../syntax/value.js';
import { objectsIn, typeText } from '../kubernetes/objects.js';
import type { Around, Expansion } from '../releases/parts.js';
import { textAt } from './read.js';

/**
 * @param fields of a kustomization
 * @returns undefined when what the fields do can't be told
 */
export function rewritten(
  { resources, problems }: Expansion,
  fields: Mapping,
  folder: string,
  { files, parts }: Pick<Around, 'files' | 'parts'>,
): Expansion | undefined {
  const objects = resources.filter(({ body }) => objectsIn(body).length > 0);
  const built = parts.transformed(
    objects.map(({ body }) => body),
    fields,
    folder,
    files,
  );
  if (!built) return undefined;
  const byKey = new Map(objects.map((resource) => [keyOf(resource.body), resource]));
  const changed = built.objects.flatMap(({ value: body }) => {
    const before = byKey.get(keyOf(body));
    return before ? [{ ...before, body }] : [];
  });
  const others = resources.filter((resource) => !objects.includes(resource));
  return { resources: [...changed, ...others], problems: [...problems, ...built.problems] };
}

function keyOf(object: Mapping): string {
  const kind = typeText(object, 'kind') ?? '';
  return [kind, textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name')].join('/');
}
