/**
 * What a reference between two resources comes to, among the resources of one root. What another root or a person declares is
 * not seen, which is different from what this root declares and the text does not decide.
 */
import type { Origin } from '../../syntax/value.js';
import type { Unknown } from '../fact.js';

export type Link<T> =
  /** Certainly refers to nothing. */
  | { readonly kind: 'none'; readonly origin: Origin }
  /** Refers to something that this root declares. */
  | { readonly kind: 'here'; readonly target: T; readonly origin: Origin }
  /** Refers to something that this root does not declare: another root's, or one that is named at deployment. */
  | { readonly kind: 'elsewhere'; readonly origin: Origin; readonly expression: string }
  /** The text does not decide to which of several, or whether at all. */
  | { readonly kind: 'open'; readonly fact: Unknown<unknown>; readonly choices?: readonly Link<T>[] };

export function none(origin: Origin): Link<never> {
  return { kind: 'none', origin };
}

export function here<T>(target: T, origin: Origin): Link<T> {
  return { kind: 'here', target, origin };
}

export function elsewhere(expression: string, origin: Origin): Link<never> {
  return { kind: 'elsewhere', expression, origin };
}

/** What a link leads to, whichever choice is made. */
export function targetsOf<T>(link: Link<T>): readonly T[] {
  switch (link.kind) {
    case 'here':
      return [link.target];
    case 'open':
      return (link.choices ?? []).flatMap(targetsOf);
    case 'none':
    case 'elsewhere':
      return [];
  }
}

/** The same link to something that is made of its target. */
export function mapLink<T, U>(link: Link<T>, change: (target: T) => U): Link<U> {
  switch (link.kind) {
    case 'here':
      return here(change(link.target), link.origin);
    case 'open': {
      const { fact, choices } = link;
      return choices
        ? { kind: 'open', fact, choices: choices.map((choice) => mapLink(choice, change)) }
        : { kind: 'open', fact };
    }
    case 'none':
    case 'elsewhere':
      return link;
  }
}

/** A link that is made by something which the text may or may not deploy. */
export function dependingOn<T>(link: Link<T>, condition: Unknown<unknown> | undefined): Link<T> {
  return condition ? { kind: 'open', fact: condition, choices: [none(condition.origin), link] } : link;
}
