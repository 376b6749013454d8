/** Defaults that other versions have, where a call admits these as well. */
import type { Plain } from '../../syntax/edit.js';
import type { Deployment, PublishedModule, Setting } from './definition.js';
import { isIn } from './release.js';
import type { Version } from './versions.js';
import { spelled } from './versions.js';

/**
 * What a property is set to in the newest of other versions where that differs, for people: `false in 7.1.0`.
 * @returns undefined when all agree, or the setting is not one of the deployment's own
 */
export function otherDefaults(
  module: PublishedModule,
  deployment: Deployment,
  setting: Setting,
  versions: readonly Version[],
): string | undefined {
  if (!deployment.settings.includes(setting)) return undefined;
  const own = JSON.stringify(assumed(setting) ?? null);
  for (const version of versions) {
    const then = module.deployments.find((each) => isIn(version, each.versions));
    if (then?.type !== deployment.type) continue;
    const last = then.settings.findLast((each) => each.to === setting.to && isIn(version, each.versions));
    const other = JSON.stringify((last && assumed(last)) ?? null);
    if (other !== own) return `${other === 'null' ? 'not set' : other} in ${spelled(version)}`;
  }
  return undefined;
}

function assumed({ from, value, default: fallback }: Setting): Plain | undefined {
  return from === undefined ? value : fallback;
}
