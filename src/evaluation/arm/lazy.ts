import type { Span } from '../../syntax/source.js';
import { literal, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import type { Session } from './session.js';

/** A value that is computed when it is first asked for, once. One that needs itself is a problem, and undetermined. */
export function lazily(session: Session, name: string, span: Span, compute: () => Value): () => Value {
  let state: 'new' | 'busy' | 'done' = 'new';
  let value: Value | undefined;
  return () => {
    if (value && state === 'done') return value;
    if (state === 'busy') {
      session.problem(span, `${name} depends on itself`);
      return undetermined(name, [name], literal(span));
    }
    state = 'busy';
    value = session.descend(span, compute);
    state = 'done';
    return value;
  };
}

/** Computes once, when it is first needed. */
export function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}
