/** A call of a well-known module becomes what the module deploys, in the terms of the provider's or Azure's own resource. */
import { isNull, literal, lookup, undetermined } from '../../syntax/value.js';
import type { Mapping, Origin, Undetermined, Value } from '../../syntax/value.js';
import type { Problem } from '../../syntax/problem.js';
import { locate } from '../../syntax/source.js';
import type { LostSetting, PublishedUse, Resource } from '../resource.js';
import { argumentAt } from './argument.js';
import { build } from './build.js';
import type { Building, Level } from './build.js';
import { ofCall } from './call.js';
import type { ModuleCall } from './call.js';
import type { Deployment, PublishedModule, Setting } from './definition.js';
import { lostSettings, refusedParameters } from './lost.js';
import { otherDefaults } from './other-defaults.js';
import { isIn, releaseOf } from './release.js';
import type { Release } from './release.js';
import { settledEverywhere } from './settled.js';
import type { Version } from './versions.js';
import { callWriter } from './writer.js';

export interface Expansion {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
}

/** @param module the definition of what is called */
export function expand(call: ModuleCall, module: PublishedModule): Expansion {
  const { resource } = call;
  const release = releaseOf(call, module);
  if (release.kind === 'open') return { resources: deployed(call, module, release, release.why), problems: [] };
  const refused = refusedParameters(module, release.version, resource.body);
  const [first] = refused;
  if (first === undefined) return { resources: deployed(call, module, release, undefined), problems: [] };
  const { path, startLine } = locate(resource.body.entries.get(first)?.keySpan ?? resource.heading);
  const names = refused.join(', ');
  const message = `${release.label} has no parameter ${names}: the deployment fails, so what the module would deploy is left open`;
  const why = `${names}, which ${release.label} does not have`;
  return { resources: deployed(call, module, release, why), problems: [{ path, line: startLine, message }] };
}

/** @param why what everything that the caller does not set depends on; undefined when the module decides it */
function deployed(
  call: ModuleCall,
  module: PublishedModule,
  release: Release,
  why: string | undefined,
): readonly Resource[] {
  const version = release.kind === 'known' ? release.version : undefined;
  const deployment = module.deployments.find((each) => !version || isIn(version, each.versions));
  if (!deployment) return [];
  const { body, heading } = call.resource;
  const open = why === undefined ? undefined : undetermined(why, [why], literal(heading));
  return placesOf(deployment, body, open).map(({ suffix, args, isOpen }) => {
    const lost = version ? lostSettings(module, version, args) : [];
    const building = buildingOf(call, module, deployment, release, open ?? isOpen);
    return resourceOf(call, deployment, { suffix, args, release, lost }, building);
  });
}

interface PlaceOfCluster {
  /** What follows the address of the call. */
  readonly suffix: string;
  readonly args: Value;
  readonly isOpen?: Undetermined;
}

/** Where the arguments of each cluster are: in the call itself, or in the entries of a map. */
function placesOf({ within }: Deployment, body: Mapping, open: Undetermined | undefined): readonly PlaceOfCluster[] {
  if (within === undefined) return [{ suffix: '', args: body }];
  const isMany = within.endsWith('[]');
  const path = isMany ? within.slice(0, -2) : within;
  const found = argumentAt(body, path);
  if (!found || isNull(found)) return [];
  if (!isMany) return [{ suffix: '', args: found }];
  if (found.kind !== 'map') {
    return found.kind === 'undetermined' ? [{ suffix: '', args: found, isOpen: open ?? found }] : [];
  }
  return [...found.entries.values()].map(({ key, value }) => ({ suffix: `.${path}["${key}"]`, args: value }));
}

function buildingOf(
  { language, resource }: ModuleCall,
  module: PublishedModule,
  deployment: Deployment,
  release: Release,
  open: Undetermined | undefined,
): Building {
  const version: Version | undefined = release.kind === 'known' ? release.version : undefined;
  const others = release.kind === 'known' ? release.others : [];
  const assumed = (fixed: boolean, setting: Setting): Origin => {
    const other = otherDefaults(module, deployment, setting, others);
    return {
      span: resource.heading,
      from: [],
      published: { by: release.label, fixed, ...(other === undefined ? {} : { other }) },
    };
  };
  return {
    language,
    heading: resource.heading,
    open,
    levels: new WeakMap<Mapping, Level>(),
    assumed,
    isActive: (setting) => (version ? isIn(version, setting.versions) : settledEverywhere(module, setting)),
  };
}

interface Made {
  readonly suffix: string;
  readonly args: Value;
  readonly release: Release;
  readonly lost: readonly LostSetting[];
}

function resourceOf(
  call: ModuleCall,
  deployment: Deployment,
  { suffix, args, release, lost }: Made,
  building: Building,
): Resource {
  const own = args.kind === 'map' && args.origin.from.length === 0 ? args : undefined;
  const body = build(deployment.settings, args, building, { args: own, from: [] });
  const published: PublishedUse = { label: release.label, lost };
  return {
    ...ofCall(call),
    type: deployment.type,
    address: call.resource.address + suffix,
    name: lookup(body, ['name']),
    body,
    published,
    writer: callWriter(call.resource.writer, building.levels),
  };
}
