/**
 * What a subject is made of, as one text that is equal at base and head when nothing of it differs: the declarations, the
 * evaluated bodies, and every literal that these were evaluated from. Free of offsets and paths, so that it survives moved
 * lines and renamed files.
 */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { Resource } from '../evaluation/resource.js';
import type { Span } from '../syntax/source.js';
import type { Origin, Value } from '../syntax/value.js';

/** @param resources the declarations of one subject, in a stable order; computed once, when first asked for */
export function digestOf(resources: readonly Resource[]): () => string {
  let digest: string | undefined;
  return () => (digest ??= compute(resources));
}

function compute(resources: readonly Resource[]): string {
  const hash = createHash('sha256');
  for (const { span } of resources) add(hash, 'declaration', textOf(span));
  const walk = openWalk(hash, resources);
  for (const { name, body, condition } of resources) {
    for (const value of [name, body, condition]) if (value) walk.value(value);
  }
  walk.literals();
  return hash.digest('hex');
}

interface Walk {
  value(value: Value): void;
  literals(): void;
}

/** Values share parts, so each is walked once and named by its number afterwards: a body that explodes stays as small as its graph. */
function openWalk(hash: Hash, resources: readonly Resource[]): Walk {
  const numbers = new Map<Value, number>();
  const seen = new Set<Origin>();
  const literals = new Map<string, string>();
  const inside = ({ file, start, end }: Span): boolean =>
    resources.some(({ span }) => span.file === file && span.start <= start && end <= span.end);

  const origin = (first: Origin): void => {
    const found = [first];
    for (let at = found.pop(); at; at = found.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (at.from.length > 0) found.push(...at.from.toReversed());
      else if (!inside(at.span)) literals.set(`${at.span.file.path}:${at.span.start}:${at.span.end}`, textOf(at.span));
    }
  };

  const value = (first: Value): void => {
    const pending: (Value | string)[] = [first];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (typeof at === 'string') {
        add(hash, 'key', at);
        continue;
      }
      const number = numbers.get(at);
      if (number !== undefined) {
        add(hash, 'again', String(number));
        continue;
      }
      numbers.set(at, numbers.size);
      origin(at.origin);
      add(hash, at.kind, headOf(at));
      pending.push(...partsOf(at).toReversed());
    }
  };

  return {
    value,
    literals: () => {
      for (const text of literals.values()) add(hash, 'literal', text);
    },
  };
}

function headOf(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'undetermined':
      return JSON.stringify([value.expression, value.waitsFor, value.candidates?.length ?? 0]);
    case 'list':
      return String(value.items.length);
    case 'map':
      return String(value.entries.size);
  }
}

function partsOf(value: Value): readonly (Value | string)[] {
  switch (value.kind) {
    case 'scalar':
      return [];
    case 'undetermined':
      return value.candidates ?? [];
    case 'list':
      return value.rest ? [...value.items, value.rest] : value.items;
    case 'map': {
      const entries = [...value.entries.values()].flatMap((entry) => [entry.key, entry.value]);
      return value.rest ? [...entries, value.rest] : entries;
    }
  }
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end).replace(/\r\n?/g, '\n');
}

/** Length first, so that no text can pass for two. */
function add(hash: Hash, kind: string, text: string): void {
  hash.update(`${kind} ${text.length}:`).update(text).update('\n');
}
