/** A family of charts as its file has it -> its charts, each complete in itself. */
import type { ChartFamily, ChartObject, ChartSetting, PublishedChart, PublishedObject, Writing } from './definition.js';
import { pathOf } from './path.js';

/** @param common sets of settings that every family may use */
export function chartsOf(
  family: ChartFamily,
  common: Readonly<Record<string, readonly ChartSetting[]>>,
): readonly PublishedChart[] {
  const { publisher, repositories, aliases = [] } = family;
  const sets = { ...common, ...family.sets };
  return family.charts.map((chart) => ({
    ...chart,
    publisher,
    repositories,
    aliases,
    objects: chart.objects.map((object) => complete(object, sets)),
  }));
}

function complete(
  { use = [], defaults = {}, written, settings = [], ...object }: ChartObject,
  sets: Readonly<Record<string, readonly ChartSetting[]>>,
): PublishedObject {
  const shared = use.flatMap((name) => sets[name] ?? []);
  const filled = shared.flatMap((setting): readonly ChartSetting[] => {
    const property = pathOf(setting.to).join('.');
    const own = property in defaults ? { ...setting, default: defaults[property] ?? null } : setting;
    return property === 'metadata.annotations' && setting.written === undefined ? writings(own, written) : [own];
  });
  return { ...object, settings: [...filled, ...settings] };
}

function writings(setting: ChartSetting, written: ChartObject['written']): readonly ChartSetting[] {
  if (written === undefined) return [{ ...setting, written: 'yaml' }];
  if (isOne(written)) return [{ ...setting, written }];
  return written.map(({ versions, as }) => ({ ...setting, versions, written: as }));
}

function isOne(written: NonNullable<ChartObject['written']>): written is Writing {
  return typeof written === 'string';
}
