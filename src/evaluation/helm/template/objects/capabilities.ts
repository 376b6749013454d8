/** `.Capabilities`: what is not given is not known, but for what all supported versions agree on. */
import { scalar, undetermined } from '../../../../syntax/value.js';
import type { Origin } from '../../../../syntax/value.js';
import type { Data, Member } from '../data/data.js';
import { bool, open } from '../data/data.js';
import { text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import type { TemplateCapabilities } from '../render.js';
import { isServed } from './api-versions.js';

/** The minor versions of Kubernetes that AKS runs, long-term support included, and some to come. */
const MINORS: readonly number[] = Array.from({ length: 13 }, (_, index) => 27 + index);
/** The versions of Helm in use: charts ask whether it is 3 or later. */
const HELM_VERSIONS = ['v3.12.0', 'v3.17.0', 'v4.0.0'];

export function capabilitiesData({ kubeVersion, apiVersions }: TemplateCapabilities, origin: Origin): Data {
  const choice = (expression: string, values: readonly string[]): Data => {
    const [only] = values;
    if (values.length === 1 && only !== undefined) return text(only, origin);
    const candidates = values.map((value) => scalar(value, origin));
    return open(
      undetermined(expression, [expression], origin, candidates),
      values.map((value) => text(value)),
      true,
    );
  };
  const versions = kubeVersion === undefined ? MINORS.map((minor) => `v1.${minor}.0`) : [kubeVersion];
  const version = choice('.Capabilities.KubeVersion.Version', versions);
  const numbers = versions.map((value) => /^v?(\d+)\.(\d+)/.exec(value) ?? []);
  const kube = instance(
    '*chartutil.KubeVersion',
    {
      Version: version,
      GitVersion: version,
      String: version,
      Major: choice('.Capabilities.KubeVersion.Major', [...new Set(numbers.map(([, major]) => major ?? ''))]),
      Minor: choice('.Capabilities.KubeVersion.Minor', [...new Set(numbers.map(([, , minor]) => minor ?? ''))]),
    },
    versions.length === 1 ? (versions[0] ?? '') : '',
  );
  const has = (args: readonly Data[]): Data => {
    const [asked] = args;
    if (asked?.kind !== 'string') return fault('wrong type for value; expected string');
    const answer = apiVersions ? apiVersions.includes(asked.value) : isServed(asked.value);
    if (answer !== undefined) return bool(answer);
    const expression = `.Capabilities.APIVersions.Has "${asked.value}"`;
    return open(undetermined(expression, [expression], origin), [bool(true), bool(false)]);
  };
  const versionsSet: Data = {
    kind: 'object',
    type: 'chartutil.VersionSet',
    text: `[${(apiVersions ?? []).join(' ')}]`,
    member: (name) => (name === 'Has' ? { kind: 'method', call: has } : undefined),
  };
  return instance('*chartutil.Capabilities', {
    KubeVersion: kube,
    APIVersions: versionsSet,
    HelmVersion: instance('version.BuildInfo', {
      Version: choice('.Capabilities.HelmVersion.Version', HELM_VERSIONS),
      GitCommit: text(''),
      GitTreeState: text(''),
      GoVersion: text(''),
    }),
  });
}

function instance(type: string, fields: Readonly<Record<string, Data>>, printed = type): Data {
  const values = new Map(Object.entries(fields));
  return {
    kind: 'object',
    type,
    text: printed,
    member: (name): Member | undefined => {
      const value = values.get(name);
      return value && { kind: 'value', value };
    },
  };
}
