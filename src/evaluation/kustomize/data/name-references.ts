/** Which fields name other objects, so that they follow when these are renamed (builtinpluginconsts/namereference.go). */
import type { FieldSpec } from '../field-spec.js';
import type { NameReference } from '../configuration.js';

/** Where pods are, by the kinds that the table of kustomize knows. */
const pods: readonly FieldSpec[] = [
  { kind: 'Pod', version: 'v1', path: 'spec' },
  { kind: 'PodTemplate', path: 'template/spec' },
  ...['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job'].map((kind) => ({
    kind,
    path: 'spec/template/spec',
  })),
  { kind: 'CronJob', path: 'spec/jobTemplate/spec/template/spec' },
];

/** The same for what only some of them may name. */
const owners: readonly FieldSpec[] = [
  { kind: 'Pod', path: 'spec' },
  ...['StatefulSet', 'Deployment', 'ReplicationController', 'Job', 'DaemonSet'].map((kind) => ({
    kind,
    path: 'spec/template/spec',
  })),
  { kind: 'CronJob', path: 'spec/jobTemplate/spec/template/spec' },
];

const within = (specs: readonly FieldSpec[], ...paths: readonly string[]): readonly FieldSpec[] =>
  paths.flatMap((path) => specs.map((spec) => ({ ...spec, path: `${spec.path}/${path}` })));

const of = (kind: string, ...paths: readonly string[]): readonly FieldSpec[] => paths.map((path) => ({ kind, path }));

const inContainers = (path: string): readonly string[] => [`containers/${path}`, `initContainers/${path}`];

const rbac = 'rbac.authorization.k8s.io';
const webhooks = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

export const nameReferences: readonly NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map((kind) => ({
    kind,
    fieldSpecs: of('HorizontalPodAutoscaler', 'spec/scaleTargetRef/name'),
  })),
  {
    kind: 'ConfigMap',
    version: 'v1',
    fieldSpecs: [
      ...within(
        pods,
        'volumes/configMap/name',
        'volumes/projected/sources/configMap/name',
        ...inContainers('env/valueFrom/configMapKeyRef/name'),
        ...inContainers('envFrom/configMapRef/name'),
      ),
      ...of('Node', 'spec/configSource/configMap'),
      ...of('Role', 'rules/resourceNames'),
      ...of('ClusterRole', 'rules/resourceNames'),
      ...of('Ingress', 'metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap'),
    ],
  },
  {
    kind: 'Secret',
    version: 'v1',
    fieldSpecs: [
      ...within(
        pods,
        'volumes/secret/secretName',
        'volumes/projected/sources/secret/name',
        'imagePullSecrets/name',
        ...inContainers('env/valueFrom/secretKeyRef/name'),
        ...inContainers('envFrom/secretRef/name'),
      ),
      ...of(
        'Ingress',
        'spec/tls/secretName',
        'metadata/annotations/ingress.kubernetes.io\\/auth-secret',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret',
        'metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret',
      ),
      ...of('ServiceAccount', 'imagePullSecrets/name'),
      ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].flatMap((name) =>
        of('StorageClass', `parameters/${name}`),
      ),
      ...of('Role', 'rules/resourceNames'),
      ...of('ClusterRole', 'rules/resourceNames'),
      {
        kind: 'Service',
        group: 'serving.knative.dev',
        version: 'v1',
        path: 'spec/template/spec/containers/env/valueFrom/secretKeyRef/name',
      },
      ...of('PersistentVolume', 'spec/azureFile/secretName'),
    ],
  },
  {
    kind: 'Service',
    version: 'v1',
    fieldSpecs: [
      { kind: 'StatefulSet', group: 'apps', path: 'spec/serviceName' },
      ...of(
        'Ingress',
        'spec/rules/http/paths/backend/serviceName',
        'spec/backend/serviceName',
        'spec/rules/http/paths/backend/service/name',
        'spec/defaultBackend/service/name',
      ),
      { kind: 'APIService', group: 'apiregistration.k8s.io', path: 'spec/service/name' },
      ...webhooks.map((kind) => ({
        kind,
        group: 'admissionregistration.k8s.io',
        path: 'webhooks/clientConfig/service',
      })),
    ],
  },
  { kind: 'Role', group: rbac, fieldSpecs: [{ kind: 'RoleBinding', group: rbac, path: 'roleRef/name' }] },
  {
    kind: 'ClusterRole',
    group: rbac,
    fieldSpecs: ['RoleBinding', 'ClusterRoleBinding'].map((kind) => ({ kind, group: rbac, path: 'roleRef/name' })),
  },
  {
    kind: 'ServiceAccount',
    version: 'v1',
    fieldSpecs: [
      ...['RoleBinding', 'ClusterRoleBinding'].map((kind) => ({ kind, group: rbac, path: 'subjects' })),
      ...within(owners, 'serviceAccountName'),
    ],
  },
  {
    kind: 'PersistentVolumeClaim',
    version: 'v1',
    fieldSpecs: within(owners, 'volumes/persistentVolumeClaim/claimName'),
  },
  {
    kind: 'PersistentVolume',
    version: 'v1',
    fieldSpecs: [...of('PersistentVolumeClaim', 'spec/volumeName'), ...of('ClusterRole', 'rules/resourceNames')],
  },
  {
    kind: 'StorageClass',
    group: 'storage.k8s.io',
    version: 'v1',
    fieldSpecs: [
      ...of('PersistentVolume', 'spec/storageClassName'),
      ...of('PersistentVolumeClaim', 'spec/storageClassName'),
      ...of('StatefulSet', 'spec/volumeClaimTemplates/spec/storageClassName'),
    ],
  },
  {
    kind: 'PriorityClass',
    group: 'scheduling.k8s.io',
    version: 'v1',
    fieldSpecs: within(owners, 'priorityClassName'),
  },
  {
    kind: 'ValidatingAdmissionPolicy',
    group: 'admissionregistration.k8s.io',
    fieldSpecs: [
      { kind: 'ValidatingAdmissionPolicyBinding', group: 'admissionregistration.k8s.io', path: 'spec/policyName' },
    ],
  },
];
