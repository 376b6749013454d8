/**
 * Which APIs every supported Kubernetes serves (1.27 and later): the deprecated API migration guide of Kubernetes. What comes with
 * an operator is not known.
 */
const SERVED: Readonly<Record<string, readonly string[]>> = {
  v1: ['Service', 'Pod', 'ConfigMap', 'Secret', 'Namespace', 'ServiceAccount', 'PersistentVolumeClaim', 'Node'],
  'apps/v1': ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  'batch/v1': ['Job', 'CronJob'],
  'networking.k8s.io/v1': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'autoscaling/v1': ['HorizontalPodAutoscaler'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'rbac.authorization.k8s.io/v1': ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
  'apiextensions.k8s.io/v1': ['CustomResourceDefinition'],
  'admissionregistration.k8s.io/v1': ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  'apiregistration.k8s.io/v1': ['APIService'],
  'storage.k8s.io/v1': ['StorageClass', 'CSIDriver'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'coordination.k8s.io/v1': ['Lease'],
  'certificates.k8s.io/v1': ['CertificateSigningRequest'],
  'discovery.k8s.io/v1': ['EndpointSlice'],
  'events.k8s.io/v1': ['Event'],
  'node.k8s.io/v1': ['RuntimeClass'],
  'authentication.k8s.io/v1': ['TokenReview'],
  'authorization.k8s.io/v1': ['SubjectAccessReview'],
};

const REMOVED: ReadonlySet<string> = new Set([
  ...['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2', 'batch/v1beta1', 'batch/v2alpha1', 'policy/v1beta1'],
  ...['networking.k8s.io/v1beta1/Ingress', 'networking.k8s.io/v1beta1/IngressClass', 'autoscaling/v2beta1'],
  ...['autoscaling/v2beta2', 'rbac.authorization.k8s.io/v1beta1', 'rbac.authorization.k8s.io/v1alpha1'],
  ...['apiextensions.k8s.io/v1beta1', 'apiregistration.k8s.io/v1beta1', 'scheduling.k8s.io/v1beta1'],
  ...['coordination.k8s.io/v1beta1', 'discovery.k8s.io/v1beta1', 'events.k8s.io/v1beta1', 'node.k8s.io/v1beta1'],
]);

/** Whether `group/version` or `group/version/Kind` is served; `undefined` where that depends on the cluster. */
export function isServed(name: string): boolean | undefined {
  const kinds = SERVED[name];
  if (kinds) return true;
  const cut = name.lastIndexOf('/');
  const version = name.slice(0, cut);
  if (REMOVED.has(name) || REMOVED.has(version)) return false;
  return SERVED[version]?.includes(name.slice(cut + 1)) ? true : undefined;
}
