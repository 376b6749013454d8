import type { Value } from '../../../syntax/value.js';
import { render } from '../inspect.js';
import type { Instance } from './instances.js';

/**
 * The resource that a `reference` means: by symbolic name, by id, or by bare name when only one has it.
 * @param instanceOf the instance in a member of `all`
 */
export function findReferenced<T>(all: readonly T[], instanceOf: (each: T) => Instance, target: Value): T | undefined {
  const wanted = textKey(target);
  const bySymbol = all.find((each) => instanceOf(each).symbol?.toLowerCase() === wanted);
  if (bySymbol) return bySymbol;
  const byId = all.find((each) => textKey(instanceOf(each).id) === wanted);
  if (byId) return byId;
  const byName = all.filter((each) => textKey(instanceOf(each).name) === wanted);
  return byName.length === 1 ? byName[0] : undefined;
}

function textKey(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  if (value.kind === 'scalar') return typeof value.value === 'string' ? value.value.toLowerCase() : undefined;
  return value.kind === 'undetermined' ? `{${render(value)}}`.toLowerCase() : undefined;
}
