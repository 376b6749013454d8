/** Kubernetes objects that Bicep deploys through its Kubernetes extension: `resource web 'core/Service@v1'`. */

/** Groups of the extension's types. Names of Azure's own providers never look like these. */
const group = /^(?:core|apps|batch|policy|autoscaling|(?:[a-z0-9-]+\.)*k8s\.io)$/;

/**
 * The type of a Kubernetes object as other formats write it (`v1/Service`, `networking.k8s.io/v1/Ingress`); `undefined`
 * for a resource of Azure, whose versions are dates.
 */
export function kubernetesType(type: string, version: string | undefined): string | undefined {
  const [namespace = '', kind, ...more] = type.split('/');
  if (kind === undefined || more.length > 0 || version === undefined) return undefined;
  if (!group.test(namespace) || !/^v\d+(?:(?:alpha|beta)\d+)?$/.test(version)) return undefined;
  return namespace === 'core' ? `${version}/${kind}` : `${namespace}/${version}/${kind}`;
}
