/** The form of what is known about published modules: what a mistake in a new file would break without an error. */
import { publishedModules } from '../../../src/evaluation/modules/catalogue.js';
import type { Setting } from '../../../src/evaluation/modules/definition.js';
import { eras, isIn } from '../../../src/evaluation/modules/release.js';
import {
  compareVersions,
  contains,
  overlap,
  parseRange,
  parseVersion,
  spelled,
} from '../../../src/evaluation/modules/versions.js';

const named = publishedModules.map((module) => {
  const { source, submodule } = module;
  return [submodule === undefined ? source : `${source}//${submodule}`, module] as const;
});

/** Every setting with those inside it, and the path of parameters to it. */
function all(settings: readonly Setting[], path = ''): readonly (readonly [string, Setting])[] {
  return settings.flatMap((setting) => {
    const own = `${path}${setting.from ?? `-> ${setting.to ?? ''}`}`;
    return [[own, setting] as const, ...all([...(setting.members ?? []), ...(setting.items ?? [])], `${own}.`)];
  });
}

const isTogether = (a: string | undefined, b: string | undefined): boolean =>
  overlap(parseRange(a ?? '')!, parseRange(b ?? '')!);

test('no module is defined twice', () => {
  const names = named.map(([name]) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

describe.each(named)('%s', (_, module) => {
  const settings = module.deployments.flatMap((deployment) => all(deployment.settings));

  test('versions and ranges can be read, and the newest version is one of the module', () => {
    const newest = parseVersion(module.newest)!;
    expect(spelled(newest)).toBe(module.newest);
    expect(contains(parseRange(module.versions ?? '')!, newest)).toBe(true);
    const ranges = [...module.deployments, ...settings.map(([, setting]) => setting)].flatMap(
      ({ versions }) => versions ?? [],
    );
    for (const range of ranges) {
      const read = parseRange(range);
      expect([range, read !== undefined && (!read.to || overlap(read, { from: read.from }))]).toEqual([range, true]);
      // What was read of one folder of a module can be about versions that this one is not in.
      if (module.submodule === undefined) {
        expect([range, compareVersions(read!.from, newest) <= 0]).toEqual([range, true]);
      }
    }
  });

  test('every version deploys exactly one thing', () => {
    for (const { from } of eras(module)) {
      const found = module.deployments.filter(({ versions }) => isIn(from, versions));
      expect([spelled(from), found.length]).toEqual([spelled(from), 1]);
    }
  });

  test('each setting says where it comes from or what it is, and is one kind of thing', () => {
    for (const [path, { from, to, value, members, items, whenFilled, named: isNamed, ...rest }] of settings) {
      expect([path, from === undefined]).toEqual([path, value !== undefined]);
      expect([path, from !== undefined || to !== undefined]).toEqual([path, true]);
      const kinds = [members, items, whenFilled, isNamed].filter((kind) => kind !== undefined);
      expect([path, kinds.length]).toEqual([path, Math.min(kinds.length, 1)]);
      if (rest.default !== undefined) expect([path, to !== undefined]).toEqual([path, true]);
      if (rest.harmless) expect([path, rest.about !== undefined]).toEqual([path, true]);
      if (rest.note !== undefined) expect([path, rest.note]).toEqual([path, rest.note.replace(/\.$/, '')]);
    }
  });

  test('no parameter has two meanings for one property in one version', () => {
    for (const { settings: own } of module.deployments) {
      const levels = [own, ...all(own).map(([, { members = [], items = [] }]) => [...members, ...items])];
      for (const level of levels) {
        level.forEach((one, index) => {
          const same = level
            .slice(index + 1)
            .filter((other) => other.from === one.from && other.to === one.to && !other.when && !one.when)
            .filter((other) => isTogether(one.versions, other.versions));
          expect([one.from, one.to, same]).toEqual([one.from, one.to, []]);
        });
      }
    }
  });

  test('conditions are about parameters of the same versions', () => {
    for (const { settings: own } of module.deployments) {
      for (const { to, when = [], versions } of own) {
        for (const { from } of when) {
          const [parameter] = from.split('.');
          const known = own.some(
            (other) => other.from?.split('.')[0] === parameter && isTogether(other.versions, versions),
          );
          expect([to, from, known]).toEqual([to, from, true]);
        }
      }
    }
  });
});
