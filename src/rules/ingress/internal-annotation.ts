import { azure } from '../../posture/annotations.js';
import type { Fact } from '../../posture/fact.js';
import { serviceRule } from '../define.js';
import { quoted } from '../words.js';
import { internalCaveat, internalFix } from './service.js';

export const internalAnnotation = serviceRule(
  {
    id: 'ingress/internal-annotation',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation is not exactly "true", so the Service is public',
    rationale:
      'Azure makes a load balancer internal only when the value is the four letters true. Every other text, however close, gets a public IP.',
    remedy: `Write ${azure.internal}: "true", lower case, in one pair of quotes, without spaces. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'internal-annotation-not-exact') return [];
    const annotation = subject.service.annotations.get(azure.internal);
    if (!annotation) return [];
    return [
      {
        message: `${subject.title} gets a public IP: ${azure.internal} ${difference(annotation.value)}`,
        origin: annotation.value.origin,
        level: ingress.level,
        ...internalFix(subject.service),
      },
    ];
  },
);

/** How a value misses `true`, in the words of who looks for the mistake; Azure compares to the letter. */
function difference(value: Fact<string>): string {
  if (!value.known) return 'is none of the values that Azure takes for internal; only "true" is, to the letter.';
  const text = value.value;
  if (text === '') return 'is empty; only "true" makes it internal.';
  const bare = text.trim();
  if (bare.toLowerCase() === 'true') {
    const spaces = bare === text ? '' : ' has a space around it';
    const capital = bare === 'true' ? '' : ' has a capital letter';
    return `is ${quoted(text)}, which${[spaces, capital].filter((part) => part !== '').join(' and')}; Azure compares it to the letter with "true".`;
  }
  if (bare.replace(/["'\\\s]/g, '').toLowerCase() === 'true') {
    return `is ${quoted(text)}: the quotes are part of the value, and Azure compares it to the letter with "true".`;
  }
  if (/^(1|t|y|yes|on|enabled?)$/i.test(bare)) {
    return `is ${quoted(text)}; Azure knows no other word for it than "true".`;
  }
  return `is ${quoted(text)}, and only "true" makes it internal.`;
}
