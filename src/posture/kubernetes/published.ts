/** The entry point of an object that is published through others. */
import { identityOf } from '../identity.js';
import type { PublishedEntryPoint } from '../entry-point.js';
import { misplacedOn } from './misplaced.js';
import type { KubernetesObject } from './object.js';
import { fullName, headingOf } from './object.js';
import type { Ways } from './ways.js';
import { unknownWay } from './ways.js';

export function publishedEntryPoint(
  object: KubernetesObject,
  via: PublishedEntryPoint['via'],
  { ways, parts }: Ways,
  readsAnnotations = false,
): PublishedEntryPoint {
  const name = fullName(object);
  const title = `${object.kind} ${name}`;
  const [first, ...others] = ways.length > 0 ? ways : unknownWay(`what publishes ${title}`, [], headingOf(object)).ways;
  if (!first) throw new Error('an unknown way is a way');
  const misplaced = readsAnnotations ? undefined : misplacedOn(object);
  return {
    ...identityOf(object.resource, name, parts),
    kind: 'entry-point',
    via,
    title,
    ways: [first, ...others],
    ...(misplaced ? { misplaced } : {}),
  };
}
