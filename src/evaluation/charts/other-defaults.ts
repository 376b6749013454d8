/** Defaults that other versions have, where a release admits these as well. */
import { spelled } from '../modules/versions.js';
import type { ChartSetting, PublishedObject } from './definition.js';
import { isIn } from './eras.js';
import { pathOf } from './path.js';
import type { Variant } from './variants.js';

/**
 * What the property is set to in the newest of other versions where that differs, for people: `NodePort in 0.30.1`.
 * @returns undefined when all agree
 */
export function otherDefault(
  object: PublishedObject,
  setting: ChartSetting,
  { chart, others }: Variant,
): string | undefined {
  const property = pathOf(setting.to).join('.');
  const own = JSON.stringify(assumed(setting));
  for (const version of others) {
    const same = chart.objects
      .filter(({ name, kind, versions }) => name === object.name && kind === object.kind && isIn(version, versions))
      .flatMap(({ settings }) => settings)
      .filter((each) => pathOf(each.to).join('.') === property && each.when === undefined)
      .filter(({ versions, unsure }) => isIn(version, versions) && unsure === undefined);
    const other = same.map(assumed).find((each) => each !== null);
    if (other !== undefined && JSON.stringify(other) !== own) return `${JSON.stringify(other)} in ${spelled(version)}`;
  }
  return undefined;
}

function assumed({ from, value, default: fallback }: ChartSetting): ChartSetting['default'] | null {
  return (from === undefined ? value : fallback) ?? null;
}
