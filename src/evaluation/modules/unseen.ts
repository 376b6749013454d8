/**
 * Calls of modules that we know nothing of. A cluster in one of them can't be seen; where the call says clearly that it makes
 * one, that much is told, and all else depends on the module.
 */
import { literal, lookup, mapping, undetermined } from '../../syntax/value.js';
import type { Resource } from '../resource.js';
import { ofCall } from './call.js';
import type { ModuleCall } from './call.js';

/** The cluster that a call makes by its name; `undefined` when the name says something else, or nothing. */
export function unseenCluster(call: ModuleCall): Resource | undefined {
  if (!makesCluster(call)) return undefined;
  const { resource, language, source, wanted } = call;
  const label = wanted.kind === 'range' ? `${source} ${wanted.text}`.trim() : source;
  const what = `the module ${label}, which is not in this repository`;
  const origin = literal(resource.heading);
  return {
    ...ofCall(call),
    type: language === 'bicep' ? 'Microsoft.ContainerService/managedClusters' : 'azurerm_kubernetes_cluster',
    name: lookup(resource.body, ['name']),
    body: mapping([], origin, undetermined(what, [what], origin)),
    writer: { set: () => undefined },
  };
}

function makesCluster({ language, source, submodule, resource }: ModuleCall): boolean {
  const parts = (submodule ?? source).replace(/\.git$/, '').split(/[/:]/);
  const isRegistry =
    language === 'terraform' && submodule === undefined && /^(?:[\w.-]+\/)?[\w-]+\/[\w-]+\/\w+$/.test(source);
  const provider = isRegistry ? parts.at(-1) : undefined;
  if (provider !== undefined && !/^(?:azurerm|azapi|azure|aks)$/i.test(provider)) return false;
  const name = words((isRegistry ? parts.at(-2) : parts.at(-1)) ?? '');
  const isAzure = language === 'bicep' || provider !== undefined || /azure|azapi|(?:^|\W)aks(?:\W|$)/i.test(source);
  return namesCluster(name, isAzure) || namesCluster(words(symbolOf(resource.address)), isAzure);
}

/** `terraform-azurerm-aks`, `managedCluster`, `aks_cluster` -> their words in lower case. */
function words(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** `module.platform.module.aks["a"]` -> `aks`, `network::aks[0]` -> `aks`. */
function symbolOf(address: string): string {
  return /([\w-]+)(?:\[[^\]]*\])?$/.exec(address)?.[1] ?? '';
}

/** Only these words, and one that means the cluster itself: `aks-network` and `aks-node-pool` are something beside it. */
function namesCluster(name: readonly string[], isAzure: boolean): boolean {
  if (!name.every((word) => cluster.has(word) || /^v?\d+$/.test(word))) return false;
  if (name.includes('aks')) return true;
  const joined = name.join(' ');
  return isAzure && /\b(?:kubernetes ?(?:cluster|service)|managed ?clusters?|azure kubernetes)\b/.test(joined);
}

const cluster: ReadonlySet<string> = new Set([
  ...[
    'aks',
    'kubernetes',
    'managed',
    'cluster',
    'clusters',
    'managedcluster',
    'managedclusters',
    'service',
    'containerservice',
  ],
  ...['terraform', 'bicep', 'module', 'tf', 'azure', 'azurerm', 'azapi', 'avm', 'res', 'ptn', 'microsoft'],
  ...[
    'private',
    'public',
    'secure',
    'baseline',
    'standard',
    'automatic',
    'light',
    'lite',
    'simple',
    'base',
    'basic',
    'core',
  ],
  ...[
    'production',
    'prod',
    'dev',
    'main',
    'enterprise',
    'platform',
    'regional',
    'zonal',
    'std',
    'new',
    'default',
    'construction',
  ],
]);
