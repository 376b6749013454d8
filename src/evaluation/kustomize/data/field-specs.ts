/**
 * Where kustomize's transformers write, unless a kustomization's `configurations` add to it
 * (api/internal/konfig/builtinpluginconsts of kustomize 5).
 */
import type { FieldSpec } from '../field-spec.js';
import type { Configuration } from '../configuration.js';
import { nameReferences } from './name-references.js';

const any = (path: string): FieldSpec => ({ path, create: true });

/** Kinds that make pods, with the place of their template. */
const workloads: readonly FieldSpec[] = [
  { kind: 'ReplicationController', version: 'v1', path: 'spec/template' },
  { kind: 'Deployment', path: 'spec/template' },
  { kind: 'ReplicaSet', path: 'spec/template' },
  { kind: 'DaemonSet', path: 'spec/template' },
];
const statefulSet: FieldSpec = { kind: 'StatefulSet', group: 'apps', path: 'spec/template' };
const jobs: readonly FieldSpec[] = [
  { kind: 'Job', group: 'batch', path: 'spec/template' },
  { kind: 'CronJob', group: 'batch', path: 'spec/jobTemplate' },
  { kind: 'CronJob', group: 'batch', path: 'spec/jobTemplate/spec/template' },
];

const below = (specs: readonly FieldSpec[], path: string): readonly FieldSpec[] =>
  specs.map((spec) => ({ ...spec, path: `${spec.path}/${path}`, create: true }));

const metadataLabels = [any('metadata/labels'), ...below([...workloads, statefulSet, ...jobs], 'metadata/labels')];

const claimLabels: readonly FieldSpec[] = [
  { kind: 'StatefulSet', group: 'apps', path: 'spec/volumeClaimTemplates[]/metadata/labels', create: true },
];

const spreading = ['Deployment', 'StatefulSet'].flatMap((kind): FieldSpec[] => {
  const affinities = ['podAffinity', 'podAntiAffinity'].flatMap((affinity) => [
    `affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
    `affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution`,
  ]);
  return [...affinities, 'topologySpreadConstraints'].map((path) => ({
    kind,
    group: 'apps',
    path: `spec/template/spec/${path}/labelSelector/matchLabels`,
  }));
});

const selectors: readonly FieldSpec[] = [
  { kind: 'Service', version: 'v1', path: 'spec/selector', create: true },
  { kind: 'ReplicationController', version: 'v1', path: 'spec/selector', create: true },
  ...['Deployment', 'ReplicaSet', 'DaemonSet'].map((kind): FieldSpec => ({
    kind,
    path: 'spec/selector/matchLabels',
    create: true,
  })),
  { kind: 'StatefulSet', group: 'apps', path: 'spec/selector/matchLabels', create: true },
  ...spreading,
  { kind: 'Job', group: 'batch', path: 'spec/selector/matchLabels' },
  { kind: 'CronJob', group: 'batch', path: 'spec/jobTemplate/spec/selector/matchLabels' },
  { kind: 'PodDisruptionBudget', group: 'policy', path: 'spec/selector/matchLabels' },
  ...['spec', 'spec/ingress/from', 'spec/egress/to'].map((path): FieldSpec => ({
    kind: 'NetworkPolicy',
    group: 'networking.k8s.io',
    path: `${path}/podSelector/matchLabels`,
  })),
];

const podImages = ['containers[]/image', 'initContainers[]/image', 'volumes[]/image/reference'];

export const defaultConfiguration: Configuration = {
  namespace: [
    { kind: 'Namespace', path: 'metadata/name', create: true },
    { kind: 'APIService', group: 'apiregistration.k8s.io', path: 'spec/service/namespace', create: true },
    {
      kind: 'CustomResourceDefinition',
      group: 'apiextensions.k8s.io',
      path: 'spec/conversion/webhook/clientConfig/service/namespace',
    },
  ],
  namePrefix: [any('metadata/name')],
  nameSuffix: [any('metadata/name')],
  labels: [],
  commonLabels: [...selectors, ...metadataLabels, ...claimLabels],
  templateLabels: metadataLabels,
  volumeClaimTemplateLabels: claimLabels,
  commonAnnotations: [
    any('metadata/annotations'),
    ...below([...workloads, { kind: 'StatefulSet', path: 'spec/template' }, ...jobs], 'metadata/annotations'),
  ],
  images: ['spec', 'spec/template/spec'].flatMap((pod) => podImages.map((path) => any(`${pod}/${path}`))),
  replicas: ['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
    kind,
    path: 'spec/replicas',
    create: true,
  })),
  nameReference: nameReferences,
};
