/** What a caller's argument does whichever version of the module it gets. */
import type { PublishedModule, Setting } from './definition.js';
import { eras, isIn } from './release.js';

/**
 * Whether a setting holds in every version that takes its parameter. A version that lacks the parameter refuses it, so that it
 * is no other answer; one that reads it differently is.
 */
export function settledEverywhere(module: PublishedModule, setting: Setting): boolean {
  if (setting.from === undefined || setting.when) return false;
  const [first, ...others] = module.deployments;
  if (!first || others.some(({ type }) => type !== first.type)) return false;
  const parameter = setting.from.split('.')[0];
  return eras(module).every(({ from: version }) => {
    const active = module.deployments
      .filter((each) => isIn(version, each.versions))
      .flatMap((each) => each.settings)
      .filter((each) => each.from?.split('.')[0] === parameter && isIn(version, each.versions));
    return active.every((each) => each.from === setting.from && each.to === setting.to && sameKeys(each, setting));
  });
}

function sameKeys(a: Setting, b: Setting): boolean {
  return JSON.stringify([a.members, a.items]) === JSON.stringify([b.members, b.items]) && !varies(a);
}

function varies({ members = [], items = [] }: Setting): boolean {
  return [...members, ...items].some((each) => each.versions !== undefined || varies(each));
}
