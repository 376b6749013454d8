/** Bounds how large a value may grow: a few lines that use each other twice make billions of elements. */
import type { Value } from '../../syntax/value.js';
import { Fault } from './fault.js';
import type { Session } from './session.js';

const MAX_SIZE = 200_000;

/** Characters that count as much as one more value. */
const TEXT = 128;

/** How many values a value holds, itself included; long texts count as several. */
export function sizeOf(session: Session, value: Value): number {
  if (value.kind === 'scalar' && typeof value.value === 'string') return 1 + Math.trunc(value.value.length / TEXT);
  if (value.kind !== 'list' && value.kind !== 'map') return 1;
  const contents = value.kind === 'list' ? value.items : value.entries;
  const known = session.sizes.get(contents);
  if (known !== undefined) return known;
  let size = 1;
  if (value.kind === 'list') for (const item of value.items) size += sizeOf(session, item);
  else for (const entry of value.entries.values()) size += sizeOf(session, entry.value);
  session.sizes.set(contents, size);
  return size;
}

/** @throws Fault for a value that is larger than any configuration */
export function boundSize(session: Session, value: Value): Value {
  if (sizeOf(session, value) > MAX_SIZE) throw new Fault('the value is too large');
  return value;
}
