/**
 * By which keys kustomize tells the items of lists apart when it merges patches: the patch strategies and merge keys of the API of
 * Kubernetes 1.21 that it carries (kyaml/openapi). Lists that are not here, and all lists of custom resources, are replaced.
 */

/** The keys of the items; no keys where the items are texts. */
export type MergeKeys = readonly string[];

const IN_PODS: ReadonlyMap<string, MergeKeys> = new Map<string, MergeKeys>([
  ['hostAliases', ['ip']],
  ['imagePullSecrets', ['name']],
  ['topologySpreadConstraints', ['topologyKey', 'whenUnsatisfiable']],
  ['volumes', ['name']],
  ...['containers', 'initContainers', 'ephemeralContainers'].flatMap((containers): [string, MergeKeys][] => [
    [containers, ['name']],
    [`${containers}/env`, ['name']],
    [`${containers}/volumeDevices`, ['devicePath']],
    [`${containers}/volumeMounts`, ['mountPath']],
  ]),
  ['containers/ports', ['containerPort', 'protocol']],
  ['initContainers/ports', ['containerPort', 'protocol']],
]);

/** Where the pods of the built-in kinds are. */
const POD_PATHS: ReadonlyMap<string, string> = new Map([
  ['v1/Pod', 'spec'],
  ['v1/PodTemplate', 'template/spec'],
  ['v1/ReplicationController', 'spec/template/spec'],
  ['apps/v1/DaemonSet', 'spec/template/spec'],
  ['apps/v1/Deployment', 'spec/template/spec'],
  ['apps/v1/ReplicaSet', 'spec/template/spec'],
  ['apps/v1/StatefulSet', 'spec/template/spec'],
  ['batch/v1/Job', 'spec/template/spec'],
  ['batch/v1/CronJob', 'spec/jobTemplate/spec/template/spec'],
  ['batch/v1beta1/CronJob', 'spec/jobTemplate/spec/template/spec'],
]);

const OTHERS: ReadonlyMap<string, ReadonlyMap<string, MergeKeys>> = new Map([
  ['v1/Service', new Map([['spec/ports', ['port', 'protocol']]])],
  ['v1/ServiceAccount', new Map([['secrets', ['name']]])],
  ...['v1', 'v1beta1'].flatMap((version) =>
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map(
      (kind) => [`admissionregistration.k8s.io/${version}/${kind}`, new Map([['webhooks', ['name']]])] as const,
    ),
  ),
]);

const BUILT_IN = /^(?:(?:apps|batch|policy|autoscaling|extensions|[a-z.]+\.k8s\.io)\/)?v\d[a-z0-9]*\/\w+$/;
const CUSTOM = /^(?:gateway\.networking|snapshot\.storage|metrics|kustomize\.config|config)\.k8s\.io\//;

/**
 * @param type apiVersion and kind: `apps/v1/Deployment`
 * @returns the keys of the list at a path of keys, lists on the way left out; undefined where the list is replaced
 */
export function mergeKeysOf(type: string): (path: readonly string[]) => MergeKeys | undefined {
  const pods = POD_PATHS.get(type);
  const own = OTHERS.get(type);
  const known = BUILT_IN.test(type) && !CUSTOM.test(type);
  return (path) => {
    const at = path.join('/');
    if (pods !== undefined && at.startsWith(`${pods}/`)) return IN_PODS.get(at.slice(pods.length + 1));
    if (known && at.endsWith('metadata/finalizers')) return [];
    if (known && at.endsWith('metadata/ownerReferences')) return ['uid'];
    return own?.get(at);
  };
}
