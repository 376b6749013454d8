/** A Kubernetes object as a resource, whichever carrier it comes from. */
import type { Span } from '../../syntax/source.js';
import { entry, lookup } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import type { Format, Resource, Root, Writer } from '../resource.js';
import { typeText } from './objects.js';

/**
 * An object as a resource: type `networking.k8s.io/v1/Ingress`, address `Ingress/<namespace>/<name>`, where an object
 * without a namespace is in `default`.
 */
export function resourceOf(object: Mapping, root: Root, format: Format, writer: Writer): Resource {
  const kind = typeText(object, 'kind') ?? '';
  const name = lookup(object, ['metadata', 'name']) ?? lookup(object, ['metadata', 'generateName']);
  const namespace = lookup(object, ['metadata', 'namespace']);
  return {
    format,
    root,
    type: `${typeText(object, 'apiVersion') ?? ''}/${kind}`,
    address: `${kind}/${words(namespace) ?? 'default'}/${words(name) ?? ''}`,
    name,
    body: object,
    span: object.origin.span,
    heading: headingOf(object),
    writer,
  };
}

/** The same resources, of which a second one at an address is `…#2`, a third `…#3`. */
export function numbered(resources: readonly Resource[]): readonly Resource[] {
  const counts = new Map<string, number>();
  return resources.map((resource) => {
    const count = (counts.get(resource.address) ?? 0) + 1;
    counts.set(resource.address, count);
    return count === 1 ? resource : { ...resource, address: `${resource.address}#${count}` };
  });
}

/** `metadata.name` with its key, or what else tells the object from others: what a comment on it points at. */
function headingOf(object: Mapping): Span {
  const metadata = entry(object, 'metadata')?.value;
  const named = metadata?.kind === 'map' ? (entry(metadata, 'name') ?? entry(metadata, 'generateName')) : undefined;
  const naming = named ?? entry(object, 'kind');
  if (!naming) return object.origin.span;
  const { file, start, end } = naming.keySpan;
  const value = naming.value.origin.span;
  return { file, start, end: value.file === file ? Math.max(end, value.end) : end };
}

function words(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'undetermined':
      return value.expression;
    case 'scalar':
      return value.value === null ? undefined : String(value.value);
    default:
      return undefined;
  }
}
