/** Names of the objects of a release, as `helm create` has charts build them. */
import type { Value } from '../../syntax/value.js';
import type { Release } from '../helm/release.js';
import { valueAt } from './values.js';

/** Names of Kubernetes objects that become names in DNS end here. */
const longest = 63;

/** @param key of the entry that the object is made for */
export function nameFrom(template: string, chart: string, release: Release, key: string): string {
  const name = textAt(release.values, 'nameOverride') ?? chart;
  const full = (): string => {
    const given = textAt(release.values, 'fullnameOverride');
    if (given !== undefined) return given;
    return release.name.includes(name) ? release.name : `${release.name}-${name}`;
  };
  return template.replace(/\{(\w+)\}/g, (whole, word: string) => {
    switch (word) {
      case 'fullname':
        return full().slice(0, longest);
      case 'name':
        return name;
      case 'release':
        return release.name;
      case 'key':
        return key;
      default:
        return whole;
    }
  });
}

function textAt(values: Value, key: string): string | undefined {
  const found = valueAt(values, [key]);
  if (found.kind !== 'given' || found.value.kind !== 'scalar' || typeof found.value.value !== 'string')
    return undefined;
  return found.value.value === '' ? undefined : found.value.value;
}
