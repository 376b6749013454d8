/** `semver` and `semverCompare`. */
import type { Data } from '../data/data.js';
import { bool, int64 } from '../data/data.js';
import { EMPTY, text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import { stringAt } from './arguments.js';
import type { Functions } from './function.js';
import { strict } from './function.js';
import type { Version } from './versions.js';
import { compareVersions, parseVersion, satisfies } from './versions.js';

export const SEMVER: Functions = {
  semver: strict((args) => instance(versionOf(stringAt(args, 0)))),
  semverCompare: strict((args) => {
    const constraint = stringAt(args, 0);
    const result = satisfies(versionOf(stringAt(args, 1)), constraint);
    return bool(result ?? fault(`improper constraint: ${constraint}`));
  }),
};

function versionOf(written: string): Version {
  return parseVersion(written) ?? fault('invalid semantic version');
}

function instance(version: Version): Data {
  const [major, minor, patch] = version.numbers;
  const values: Readonly<Record<string, Data>> = {
    Major: int64(major),
    Minor: int64(minor),
    Patch: int64(patch),
    Prerelease: version.pre === '' ? EMPTY : text(version.pre),
    Metadata: version.metadata === '' ? EMPTY : text(version.metadata),
    Original: text(version.original),
  };
  const printed = `${version.numbers.join('.')}${version.pre && `-${version.pre}`}${version.metadata && `+${version.metadata}`}`;
  return {
    kind: 'object',
    type: '*semver.Version',
    text: printed,
    member: (name) => {
      const value = values[name];
      if (value) return { kind: 'value', value };
      if (name === 'String') return { kind: 'value', value: text(printed) };
      if (name !== 'Compare') return undefined;
      return {
        kind: 'method',
        call: ([other]) =>
          other?.kind === 'object'
            ? { kind: 'int', value: Math.sign(compareVersions(version, versionOf(other.text))) }
            : fault('wrong type for value; expected *semver.Version'),
      };
    },
  };
}
