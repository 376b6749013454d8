import { genericResources } from '../../../src/evaluation/charts/generic.js';
import { publishedResources } from '../../../src/evaluation/charts/published.js';
import type { Release } from '../../../src/evaluation/helm/release.js';
import type { Resource } from '../../../src/evaluation/resource.js';
import type { ServiceFacts } from '../../../src/posture/entry-point.js';
import { subjects } from '../../../src/posture/mappers.js';
import { judge } from '../../../src/scoring/judge.js';
import type { Judged } from '../../../src/scoring/judge.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { literal, mapping, scalar, undetermined } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { parseYaml } from '../../../src/syntax/yaml/parser.js';
import { yamlWriter } from '../../../src/syntax/yaml/writer.js';

export interface Chart {
  readonly name: string;
  readonly repository?: string;
  /** `null`: the text does not decide it. */
  readonly version?: string | number | null;
  /** Whether a source of values can't be read. */
  readonly open?: boolean;
}

/** The release `web` in namespace `shop` whose values stand in `values.yaml`. */
export function releaseOf(chart: Chart, values: string): Release {
  const { name, repository, version, open } = chart;
  const file = new SourceFile('values.yaml', values);
  const span = { file, start: 0, end: 1 };
  const origin = literal(span);
  const [document] = parseYaml(file).result;
  const map = document?.kind === 'map' ? document : mapping([], origin);
  const secret = undetermined('Secret web-values', ['Secret web-values'], origin);
  const wanted: Value | undefined =
    version === null
      ? undetermined('${version}', ['${version}'], origin)
      : version === undefined
        ? undefined
        : scalar(version, origin);
  return {
    root: { id: 'values.yaml', format: 'helm', path: 'values.yaml', parameters: [] },
    format: 'helm',
    address: 'HelmRelease/shop/web',
    name: 'web',
    namespace: 'shop',
    chart: { kind: 'published', name, repository, version: wanted },
    chartOrigin: origin,
    values: open === true ? mapping(map.entries.values(), map.origin, secret) : map,
    span,
    heading: span,
    writer: yamlWriter,
  };
}

export function resourcesOf(chart: Chart, values: string): readonly Resource[] {
  return publishedResources(releaseOf(chart, values))?.resources ?? [];
}

export function judgedOf(chart: Chart, values = ''): readonly Judged[] {
  return subjects(resourcesOf(chart, values)).map(judge);
}

/** `Service web-traefik: open`, one a subject. */
export function levelsOf(chart: Chart, values = ''): readonly string[] {
  return told(judgedOf(chart, values));
}

export function genericLevels(values: string, open = false): readonly string[] {
  const { resources } = genericResources(releaseOf({ name: 'acme', open }, values));
  return told(subjects(resources).map(judge));
}

function told(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap((each) => {
    if (each.kind !== 'entry-point' || !each.ingress) return [];
    const condition = each.subject.conditionalOn.length > 0 ? ' if deployed' : '';
    return [`${each.subject.title.replace('shop/', '')}: ${each.ingress.level}${condition}`];
  });
}

/** What is known of the Service of a subject. */
export function serviceOf(judged: Judged | undefined): ServiceFacts | undefined {
  return judged?.kind === 'entry-point' && 'service' in judged.subject ? judged.subject.service : undefined;
}
