import { rule } from '../define.js';

export const patchMatchesNothing = rule(
  {
    id: 'ingress/patch-matches-nothing',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A patch about a way in fits no object',
    rationale:
      'Kustomize leaves a patch out without a word when its target selects nothing. Who reads the overlay believes something to be internal that is deployed as its base has it.',
    remedy:
      'Name an object that the overlay has, by its name before prefixes and suffixes are put on, or remove the patch.',
  },
  (judged) => {
    if (judged.kind !== 'entry-point' || judged.subject.via !== 'unmatched-patch') return [];
    const { title, sets, present, target } = judged.subject;
    const there = present.length > 0 ? ` There is ${present.join(', ')}.` : '';
    return [
      {
        message: `The ${title} changes nothing: no object of the overlay fits its target, so ${sets} is not set.${there}`,
        origin: target,
      },
    ];
  },
);
