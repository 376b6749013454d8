/** An object of a release as a resource. */
import { lookup } from '../../syntax/value.js';
import type { Mapping, Undetermined } from '../../syntax/value.js';
import type { Release } from '../helm/release.js';
import type { PublishedUse, Resource } from '../resource.js';
import type { ObjectKind } from './definition.js';
import { apiVersionOf } from './kinds.js';
import { releaseWriter } from './writer.js';
import type { Places } from './writer.js';

export interface ReleasedObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly body: Mapping;
  readonly condition?: Undetermined;
}

export function resourceFor(
  { kind, name, body, condition }: ReleasedObject,
  release: Release,
  published: PublishedUse | undefined,
  places: Places,
): Resource {
  const { format, root, span, heading, calls } = release;
  const own = `${kind}/${release.namespace ?? 'default'}/${name}`;
  // What a release waits for, its objects wait for.
  const waiting = release.condition ?? condition;
  return {
    format,
    root,
    type: `${apiVersionOf(kind)}/${kind}`,
    address: release.address === '' ? own : `${release.address}/${own}`,
    name: lookup(body, ['metadata', 'name']),
    body,
    span,
    heading,
    ...(waiting ? { condition: waiting } : {}),
    ...(calls ? { calls } : {}),
    ...(published ? { published } : {}),
    writer: releaseWriter(release, places),
  };
}
