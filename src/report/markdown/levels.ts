/** The table of the three dimensions: before, now, and the weakest point. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Dimension } from '../../scoring/ladder.js';
import { compareLevels, dimensions } from '../../scoring/ladder.js';
import type { DimensionResult, Report } from '../report.js';
import { isComparison, weakestPoint } from '../selection.js';
import { arrow, before, dimensionName, levelAndScore, trend } from '../words.js';
import type { Links } from './links.js';
import { fileLink } from './links.js';
import { code, strong, table, text } from './nodes.js';
import { prose } from './prose.js';

export function levelTable(report: Report, links: Links): RootContent {
  const compared = isComparison(report);
  const titles = compared ? ['', 'before', 'now', 'weakest point now'] : ['', 'level', 'weakest point'];
  return table([
    titles.map((title) => (title === '' ? [] : [text(title)])),
    ...dimensions.map((dimension) => {
      const result = report.dimensions[dimension];
      const name = [strong(text(dimensionName[dimension]))];
      if (!result) return [name, ...titles.slice(1).map((_, index) => [text(index === 0 ? '–' : '')])];
      const cells = compared ? [was(result), now(result)] : [now(result)];
      return [name, ...cells, weakest(report, dimension, links)];
    }),
  ]);
}

function was(result: DimensionResult): readonly PhrasingContent[] {
  const old = before(result);
  return [text(old ? levelAndScore(old.level, old.score) : 'new')];
}

function now(result: DimensionResult): readonly PhrasingContent[] {
  const old = before(result);
  const level = text(levelAndScore(result.level, result.score));
  const sign = arrow(trend(old, result));
  const worse = old !== null && compareLevels(result.level, old.level) < 0;
  return [worse ? strong(level) : level, ...(sign === '' ? [] : [text(` ${sign}`)])];
}

function weakest(report: Report, dimension: Dimension, links: Links): readonly PhrasingContent[] {
  const point = weakestPoint(report, dimension);
  if (!point) return [];
  const { subject, assessment } = point;
  const place = assessment.evidence[0] ?? subject;
  return [
    code(subject.name, 80),
    text(': '),
    ...prose(assessment.because, assessment.dependsOn),
    text(' — '),
    ...fileLink(links, place.path, place.line),
  ];
}
