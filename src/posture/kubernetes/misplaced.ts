/** The internal annotation on objects whose annotations Azure never sees. */
import { azure, readsTrue } from '../annotations.js';
import { identityOf } from '../identity.js';
import type { Annotation, EntryPoint } from '../entry-point.js';
import { annotationsAt } from './annotations.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';
import { isWorkload, podPath } from './pods.js';

/** The annotation in the metadata of an object, or of the pods that it makes, where it asks for an internal load balancer. */
export function misplacedOn(object: KubernetesObject): Annotation | undefined {
  const paths = [['metadata', 'annotations']];
  if (isWorkload(object)) paths.push([...podPath(object), 'metadata', 'annotations']);
  return paths
    .map((path) => annotationsAt(object.scope, path).annotations.get(azure.internal))
    .find((annotation) => annotation !== undefined && readsTrue(annotation) === true);
}

export function idleEntryPoints(object: KubernetesObject): readonly EntryPoint[] {
  const misplaced = misplacedOn(object);
  if (!misplaced) return [];
  const name = fullName(object);
  const title = `${object.kind} ${name}`;
  return [{ ...identityOf(object.resource, name), kind: 'entry-point', via: 'nothing', title, misplaced }];
}
