/** The sources that a public load balancer admits, as Azure puts them together. */
import { azure } from '../posture/annotations.js';
import type { Fact, Unknown } from '../posture/fact.js';
import { known } from '../posture/reading/convert.js';
import type { ServiceFacts } from '../posture/entry-point.js';

/** Source ranges from the field and from every annotation that Azure adds to them. */
export function admittedSources(
  service: ServiceFacts,
): Fact<readonly Fact<string>[]> & { value: readonly Fact<string>[] } {
  const fromAnnotations = [azure.allowedIpRanges, azure.sourceRanges, azure.allowedServiceTags].flatMap((key) => {
    const annotation = service.annotations.get(key);
    return annotation ? split(annotation.value) : [];
  });
  const { sourceRanges } = service;
  const own: readonly Fact<string>[] = sourceRanges.known ? sourceRanges.value : [{ ...sourceRanges, candidates: [] }];
  const origin = fromAnnotations[0]?.origin ?? sourceRanges.origin;
  return { known: true, value: [...own, ...fromAnnotations], origin, byDefault: false, name: 'source ranges' };
}

/** A comma-separated annotation as one fact an entry. */
function split(fact: Fact<string>): readonly Fact<string>[] {
  if (fact.known) return partsOf(fact.value).map((value) => ({ ...fact, value }));
  return fact.parts ? splitParts(fact, fact.parts) : [fact];
}

/** Of an interpolated text every entry keeps its own decided parts, so that an open one does not hide a known one. */
function splitParts(fact: Unknown<string>, parts: readonly (string | null)[]): readonly Fact<string>[] {
  const entries: (string | null)[][] = [[]];
  for (const part of parts) {
    const [head, ...others] = part === null ? [part] : part.split(',');
    entries.at(-1)?.push(head ?? null);
    for (const other of others) entries.push([other]);
  }
  const { origin, name, expression, dependsOn } = fact;
  return entries.flatMap((own): readonly Fact<string>[] =>
    own.includes(null)
      ? [{ known: false, expression, dependsOn, origin, name, parts: own }]
      : partsOf(own.join('')).map((value) => known(value, origin, name, false)),
  );
}

function partsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
