import type { Move } from '../evaluation/resource.js';

/** More moves after each other than anybody keeps. */
const mostSteps = 50;

/**
 * Where a resource may have been, the latest address first. A move of a module takes along all that is inside; one that names
 * neither key nor index on one side means the whole resource there.
 */
export function formerAddresses(address: string, moves: readonly Move[]): readonly string[] {
  const found = new Set<string>();
  let pending = [address];
  while (pending.length > 0 && found.size < mostSteps) {
    pending = pending.flatMap((one) => moves.flatMap((move) => before(one, move) ?? []));
    pending = pending.filter((one) => one !== address && !found.has(one));
    for (const one of pending) found.add(one);
  }
  return [...found];
}

function before(address: string, { from, to }: Move): string | undefined {
  if (!address.startsWith(to)) return undefined;
  const rest = address.slice(to.length);
  return rest === '' || rest.startsWith('.') || rest.startsWith('[') ? from + rest : undefined;
}
