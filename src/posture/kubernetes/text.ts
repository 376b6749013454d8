/** A text of an object that is certain and not empty. */
import { textOf } from '../identity.js';
import { valueAt } from '../reading/scope.js';
import type { KubernetesObject } from './object.js';

export function textIn({ scope }: KubernetesObject, path: readonly string[]): string | undefined {
  return textOf(valueAt(scope, path));
}
