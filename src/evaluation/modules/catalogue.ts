/** Every published module that we know. */
import { azdAks, azdAksAutomatic, documentKnowledgeMining } from './data/azd-aks.js';
import { azureAks, azureAksV4 } from './data/azure-aks.js';
import { avmAgentPool, avmManagedCluster } from './data/avm-managed-cluster.js';
import { avmDev, avmProduction, avmTerraform } from './data/avm-terraform.js';
import { caf, cafCluster } from './data/caf.js';
import { claranetAks, claranetAksLight } from './data/claranet.js';
import type { PublishedModule } from './definition.js';

export const publishedModules: readonly PublishedModule[] = [
  avmManagedCluster,
  avmAgentPool,
  azdAks,
  azdAksAutomatic,
  documentKnowledgeMining,
  azureAks,
  azureAksV4,
  avmTerraform,
  avmProduction,
  avmDev,
  claranetAksLight,
  claranetAks,
  caf,
  cafCluster,
];
