/** The rules about what changes of an existing cluster: what Azure refuses, what it can't undo, what is made anew. */
import { authorizedRangesKept } from './api/authorized-ranges-kept.js';
import { authorizedRangesShrink } from './api/authorized-ranges-shrink.js';
import { apiChangeIgnored } from './api/change-ignored.js';
import { clusterReplaced } from './api/cluster-replaced.js';
import { firstPoolChanged } from './api/first-pool-changed.js';
import { privateDnsZoneChange } from './api/private-dns-zone-change.js';
import { vnetIntegrationOneWay } from './api/vnet-integration-one-way.js';
import { cacheAndNoneInOneStep } from './egress/cache-and-none-in-one-step.js';
import { egressChangeIgnored } from './egress/change-ignored.js';
import { outboundTypeMigration } from './egress/outbound-type-migration.js';
import { ingressChangeIgnored } from './ingress/change-ignored.js';
import { meshRevisionWithoutSettings } from './egress/mesh-revision-without-settings.js';
import { staleFrontend } from './ingress/stale-frontend.js';
import { policyEngineRemoved } from './egress/policy-engine-removed.js';
import type { Rule } from './rule.js';

export const changes: readonly Rule[] = [
  clusterReplaced,
  privateDnsZoneChange,
  vnetIntegrationOneWay,
  firstPoolChanged,
  authorizedRangesShrink,
  authorizedRangesKept,
  outboundTypeMigration,
  cacheAndNoneInOneStep,
  apiChangeIgnored,
  ingressChangeIgnored,
  egressChangeIgnored,
  policyEngineRemoved,
  meshRevisionWithoutSettings,
  staleFrontend,
];
