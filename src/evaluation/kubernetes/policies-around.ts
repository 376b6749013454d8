/**
 * What a changed network policy is joined to: the policies that hold for the same pods, and the clusters, which enforce them or do
 * not. An audit has evaluated them anyway; a review of a pull request reads them only where it changes such a policy.
 */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Claims } from './evaluator.js';
import { manifestEvaluator } from './evaluator.js';
import { isManifest } from './scan.js';
import { byNearness, foldersOf, holds } from './surroundings.js';
import type { Parses } from './quietly.js';
import { quietly } from './quietly.js';

const policies: ReadonlySet<string> = new Set([
  'NetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
]);

/** Clusters that are made by operators. */
const clusters = ['ManagedCluster', 'AzureManagedControlPlane', 'AzureASOManagedControlPlane', 'KubernetesCluster'];

/** Reading more files than this costs more than what they could tell; the nearest come first. */
const mostFiles = 1_000;
/** Of a file that is only on the other side it is not known what it holds: less is read then. */
const mostUnsure = 100;

/** @param claimed the files that are parts of something else */
export function surroundingPolicies(claimed: Claims): Evaluator {
  const manifests = manifestEvaluator(new Set([...policies, ...clusters]), claimed);
  const parsed: Parses = new WeakMap();
  return {
    formats: manifests.formats,
    evaluate: (root, files) => ({ ...manifests.evaluate(root, quietly(files, parsed)), problems: [] }),
    roots(files, changed) {
      if (!changed) return [];
      const others = files.paths.filter((path) => isManifest(path) && !changed.has(path));
      const near = new Set([...changed].flatMap(foldersOf));
      const sure = changesPolicy(files, changed);
      const wanted = sure ? others : others.filter((path) => isLikely(path, files, changed));
      const ranked = wanted.length > mostUnsure ? byNearness(wanted, near) : wanted;
      return manifests.roots(quietly(files, parsed), new Set(ranked.slice(0, sure ? mostFiles : mostUnsure)));
    },
  };
}

function changesPolicy(files: Files, changed: ReadonlySet<string>): boolean {
  return [...changed].some((path) => holds(path, files, policies));
}

/** Beside a manifest that was deleted or added, or called like a policy where one so called was. */
function isLikely(path: string, files: Files, changed: ReadonlySet<string>): boolean {
  const absent = [...changed].filter((each) => isManifest(each) && !files.has(each));
  const named = /polic|netpol|deny|egress|calico|cilium/i;
  return absent.some((each) => folderOf(each) === folderOf(path) || (named.test(each) && named.test(path)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Texts of files that make a cluster, or call a module that does. */
const makesCluster = /azurerm_kubernetes_cluster|managedClusters|managed-cluster|Azure\/aks\/|azure_cluster/i;

/** Templates and configurations are asked for their clusters, one after the other. */
const mostTemplates = 300;

/** @param evaluator of templates or configurations */
export function surroundingClusters(evaluator: Evaluator, extension: RegExp): Evaluator {
  return surroundingTemplates(evaluator, {
    matters: changesPolicy,
    mayMake: (path) => extension.test(path),
    makes: makesCluster,
    most: mostTemplates,
  });
}

/** Texts of files that assign policies of Azure. */
const assignsPolicy = /policyAssignments|_policy_assignment"/i;
const services: ReadonlySet<string> = new Set(['Service']);
/** A Service is changed far more often than a policy is assigned, so that only files that are called so are looked into. */
const mostAssignments = 20;

/** What may forbid a changed Service: assignments of Azure Policy. */
export function surroundingAssignments(evaluator: Evaluator, extension: RegExp): Evaluator {
  return surroundingTemplates(evaluator, {
    matters: (files, changed) => [...changed].some((path) => holds(path, files, services)),
    mayMake: (path) => extension.test(path) && /polic|governance|guardrail|compliance/i.test(path),
    makes: assignsPolicy,
    most: mostAssignments,
  });
}

interface Wanted {
  /** Whether the change of these paths is joined to what such files make. */
  readonly matters: (files: Files, changed: ReadonlySet<string>) => boolean;
  /** By its path alone. */
  readonly mayMake: (path: string) => boolean;
  /** By its text. */
  readonly makes: RegExp;
  readonly most: number;
}

function surroundingTemplates(evaluator: Evaluator, { matters, mayMake, makes, most }: Wanted): Evaluator {
  const parsed: Parses = new WeakMap();
  return {
    formats: evaluator.formats,
    evaluate: (root, files) => ({ ...evaluator.evaluate(root, quietly(files, parsed)), problems: [] }),
    roots(files, changed) {
      if (!changed || !matters(files, changed)) return [];
      const near = new Set([...changed].flatMap(foldersOf));
      const templates = byNearness(
        files.paths.filter((path) => mayMake(path) && !changed.has(path)),
        near,
      );
      const making = templates.slice(0, most).filter((path) => makes.test(files.read(path)?.text ?? ''));
      return making.length > 0 ? evaluator.roots(quietly(files, parsed), new Set(making)) : [];
    },
  };
}
