/** What the rules about changes that are not applied share: one finding for each dimension of a cluster. */
import { locate } from '../syntax/source.js';
import type { Fact } from '../posture/fact.js';
import type { Cluster } from '../posture/model.js';
import type { Dimension } from '../scoring/ladder.js';
import { differs } from './change.js';
import { writtenChangeRule } from './define.js';
import type { Rule } from './rule.js';
import { isWithheld } from './withheld.js';
import { listed } from './words.js';

export function changeIgnoredRule(dimension: Dimension): Rule {
  return writtenChangeRule(
    {
      id: `${dimension}/change-ignored`,
      dimension,
      severity: 'notice',
      title: 'A change is not applied to the existing cluster',
      rationale:
        'Terraform leaves settings alone that ignore_changes names. The text then says one thing and the running cluster is another: a change takes effect in new clusters only.',
      remedy:
        'Take the setting out of ignore_changes for this change, or make the change by the way that owns the setting, and check what the cluster really has.',
    },
    ({ subject: before }, { subject: after }) => {
      const { lifecycle } = after;
      if (!lifecycle || lifecycle.ignored.length === 0) return [];
      const changed = pairsOf(dimension, before, after).filter(
        ([was, now]) => isWithheld(lifecycle, now.name, was.name) && isDifferent(was, now),
      );
      const [first, ...others] = changed.map(([, now]) => now);
      if (!first) return [];
      const { path, startLine } = locate(lifecycle.origin.span);
      const names = listed([...new Set(changed.map(([, { name }]) => name))], 4);
      return [
        {
          message: `The change of ${names} is not applied to the existing cluster ${before.name}: lifecycle.ignore_changes in ${path}:${startLine} keeps Terraform from it. The levels here are those of a cluster that is made anew.`,
          origin: first.origin,
          also: [...others.map(({ origin }) => origin), lifecycle.origin],
        },
      ];
    },
  );
}

type Pair = readonly [was: Fact<unknown>, now: Fact<unknown>];

function pairsOf(dimension: Dimension, before: Cluster, after: Cluster): readonly Pair[] {
  switch (dimension) {
    case 'api':
      return pairs({ ...before.api }, { ...after.api });
    case 'egress': {
      const { outboundType, httpProxy, artifactSource, registry, networkPolicy } = after.egress;
      return pairs({ ...before.egress }, { outboundType, httpProxy, artifactSource, registry, networkPolicy });
    }
    case 'ingress':
      return after.openings.flatMap(({ via, exposure }) => {
        const was = before.openings.find((opening) => opening.via === via);
        return was ? [[was.exposure, exposure] as const] : [];
      });
  }
}

function pairs(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, Fact<unknown>>>,
): readonly Pair[] {
  return Object.entries(after).map(([name, now]) => [before[name] as Fact<unknown>, now] as const);
}

/** Lists are compared by their elements, in order. */
function isDifferent(was: Fact<unknown>, now: Fact<unknown>): boolean {
  const [before, after] = [was, now].map((fact) =>
    fact.known && Array.isArray(fact.value) ? said(fact.value) : undefined,
  );
  if (before !== undefined && after !== undefined) return before !== after;
  return differs(was, now) === true;
}

function said(elements: readonly Fact<unknown>[]): string {
  return JSON.stringify(elements.map((element) => (element.known ? element.value : element.expression)));
}
