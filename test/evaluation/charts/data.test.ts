/** The form of what is known about published charts: what a mistake in a data file would break without an error. */
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { chartFamilies, commonSets, publishedCharts } from '../../../src/evaluation/charts/catalogue.js';
import type { ChartSetting } from '../../../src/evaluation/charts/definition.js';
import { erasOf, isIn, rangesOf } from '../../../src/evaluation/charts/eras.js';
import { pathOf } from '../../../src/evaluation/charts/path.js';
import {
  compareVersions,
  contains,
  overlap,
  parseRange,
  parseVersion,
} from '../../../src/evaluation/modules/versions.js';

const folder = new URL('../../../src/evaluation/charts/data/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const schema = read('charts.schema.json') as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(schema, 'charts');
const isFamily = ajv.compile({ $ref: 'charts#' });

test('every file is in the catalogue', () => {
  const files = readdirSync(folder).filter((file) => file !== 'charts.schema.json' && file !== 'common.json');
  expect(files.sort()).toEqual(
    Object.keys(chartFamilies)
      .map((name) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`)
      .sort(),
  );
});

test('the shared sets have the form of settings', () => {
  const isSets = ajv.compile({ $ref: 'charts#/definitions/sets' });
  expect(isSets(commonSets) ? [] : isSets.errors).toEqual([]);
});

test.each(Object.entries(chartFamilies))('%s has the form of the schema', (_, family) => {
  expect(isFamily(family) ? [] : isFamily.errors).toEqual([]);
});

test('every set of settings that is used is there', () => {
  for (const family of Object.values(chartFamilies)) {
    for (const name of family.charts.flatMap(({ objects }) => objects.flatMap(({ use = [] }) => use))) {
      expect([family.publisher, name, name in { ...commonSets, ...family.sets }]).toEqual([
        family.publisher,
        name,
        true,
      ]);
    }
  }
});

test('no chart of a publisher is defined twice', () => {
  const names = publishedCharts.map(({ name, publisher }) => `${publisher}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

const isTogether = (a: string | undefined, b: string | undefined): boolean =>
  overlap(parseRange(a ?? '') ?? { from: [0, 0, 0] }, parseRange(b ?? '') ?? { from: [0, 0, 0] });

describe.each(publishedCharts.map((chart) => [`${chart.name} of ${chart.publisher}`, chart] as const))(
  '%s',
  (_, chart) => {
    test('the newest version is one of the chart, and no range begins behind it', () => {
      const newest = parseVersion(chart.newest ?? '999999999.0.0') ?? [0, 0, 0];
      expect(contains(parseRange(chart.versions ?? '') ?? { from: [0, 0, 0] }, newest)).toBe(true);
      for (const range of rangesOf(chart)) {
        const interval = parseRange(range);
        expect([range, interval !== undefined && overlap(interval, { from: interval.from })]).toEqual([range, true]);
        expect([range, compareVersions(interval?.from ?? newest, newest) <= 0]).toEqual([range, true]);
      }
    });

    test('the newest version makes something, and none makes two objects of one name', () => {
      for (const { from } of erasOf(chart)) {
        const made = chart.objects.filter(({ versions }) => isIn(from, versions));
        const names = made.map(({ kind, name }) => `${kind}/${name}`);
        expect([from, names.filter((name, index) => names.indexOf(name) !== index)]).toEqual([from, []]);
      }
    });

    test('no value has two meanings for one property in one version', () => {
      const same = (a: ChartSetting, b: ChartSetting): boolean =>
        JSON.stringify([pathOf(a.to), a.from]) === JSON.stringify([pathOf(b.to), b.from]) && a.from !== undefined;
      for (const { settings, name } of chart.objects) {
        settings.forEach((one, index) => {
          const others = settings.slice(index + 1).filter((other) => same(one, other) && !other.when && !one.when);
          const clashing = others.filter((other) => isTogether(one.versions, other.versions));
          expect([name, one.to, clashing]).toEqual([name, one.to, []]);
        });
      }
    });

    test('paths that begin with a dot have a place to start at', () => {
      for (const { name, at, each, settings, when = [] } of chart.objects) {
        const paths = [...settings.flatMap(({ from }) => from ?? []), ...when.map(({ from }) => from)];
        const relative = paths.flat().filter((path) => path.startsWith('.'));
        expect([name, relative.length > 0 && at === undefined && each === undefined]).toEqual([name, false]);
      }
    });
  },
);
