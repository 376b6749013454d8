import { checkTitle, headline } from '../../src/report/headline.js';
import type { Report, ReportedSubject } from '../../src/report/report.js';
import type { Dimension, Level } from '../../src/scoring/ladder.js';
import { score } from '../../src/scoring/ladder.js';
import { assessment, pullRequest, report, subject } from './sample.js';

type Change = readonly [dimension: Dimension, before: Level | null, now: Level];

function changed(...changes: readonly Change[]): Report {
  return report({
    subjects: changes.map(([dimension, before, now], index) => one(String(index), dimension, before, now)),
  });
}

function one(id: string, dimension: Dimension, before: Level | null, now: Level): ReportedSubject {
  const none = { api: null, ingress: null, egress: null };
  return subject({
    id,
    [dimension]: assessment(now, 'because', 'a.tf', 1),
    base: before && { ...none, [dimension]: { level: before, score: score(before) } },
  });
}

test.each<[string, Change[]]>([
  ['this pull request opens the API server', [['api', 'isolated', 'open']]],
  [
    'this pull request opens 2 API servers and one way in',
    [
      ['api', 'private', 'open'],
      ['api', null, 'open'],
      ['ingress', null, 'open'],
    ],
  ],
  [
    'this pull request opens one way out; closes 2 ways in',
    [
      ['ingress', 'open', 'private'],
      ['ingress', 'restricted', 'isolated'],
      ['egress', 'private', 'open'],
    ],
  ],
  ['this pull request weakens the API server', [['api', 'isolated', 'private']]],
  ['this pull request weakens one way in', [['ingress', null, 'restricted']]],
  ['this pull request leaves one way out undecided', [['egress', 'private', 'unknown']]],
  ['this pull request opens the API server', [['api', 'unknown', 'open']]],
  ['this pull request tightens the API server', [['api', 'private', 'isolated']]],
  ['this pull request tightens one way in', [['ingress', 'open', 'restricted']]],
  [
    'this pull request keeps everything private',
    [
      ['api', 'private', 'private'],
      ['ingress', null, 'private'],
    ],
  ],
  ['this pull request changes no level; 1 answer below private was there before', [['api', 'open', 'open']]],
  ['this pull request touches no cluster and no way in or out', []],
])('%s', (sentence, changes) => {
  expect(headline(changes.length > 0 ? changed(...changes) : report())).toBe(sentence);
});

test('an audit is told by what is open', () => {
  const audited = (...levels: readonly Level[]): string =>
    headline(
      report({
        comparison: { base: null, head: null },
        subjects: levels.map((level, index) => ({ ...one(String(index), 'ingress', null, level), touched: false })),
      }),
    );
  expect(audited('open', 'open', 'private')).toBe('2 ways in are open');
  expect(audited('open', 'unknown')).toBe('one way in is open; one way in is not decided by the text');
  expect(audited('private')).toBe('nothing is open to everyone');
  expect(audited()).toBe('no cluster and no way in or out was found');
});

test('a change can be called by another name', () => {
  expect(headline(changed(['api', 'private', 'open']), 'this push')).toBe('this push opens the API server');
});

test('the title of a check has every touched dimension with its trend', () => {
  expect(checkTitle(pullRequest)).toBe('API open ▼ · Ingress open ▼ · Egress unknown');
  expect(checkTitle(report())).toBe('No cluster and no way in or out is touched');
  const better = report({
    dimensions: {
      api: null,
      ingress: null,
      egress: { level: 'private', score: 82, baseLevel: 'private', baseScore: 80 },
    },
  });
  expect(checkTitle(better)).toBe('Egress private ▲');
});
