/** A small estate for the runs of the built action. */
import type { FileContent } from '../support/github/world.js';
import { World } from '../support/github/world.js';

export const web = (annotations: string, name = 'web'): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop${annotations === '' ? '' : `\n  annotations:\n    ${annotations}`}
spec:
  type: LoadBalancer
  selector:
    app: web
  ports:
    - port: 443
`;

export const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"';

export const cluster = (isPrivate: boolean): string => `param location string = 'westeurope'

resource aks 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'prod'
  location: location
  properties: {
    apiServerAccessProfile: {
      enablePrivateCluster: ${String(isPrivate)}
      enablePrivateClusterPublicFQDN: false
    }
    networkProfile: {
      outboundType: 'userDefinedRouting'
    }
  }
}
`;

export type Files = Readonly<Record<string, FileContent>>;

export const privateEstate: Files = {
  'README.md': '# Shop\n',
  'k8s/web.yaml': web(internal),
  'infra/main.bicep': cluster(true),
};

export const path = 'k8s/web.yaml';

/** Pull request 7 from one state of the files to another. */
export function pullRequest(before: Files, after: Files): World {
  const world = new World();
  const base = world.commit(before);
  world.open(7, base, world.commit({ ...before, ...after }, base));
  return world;
}

/** Makes the one Service public. */
export function opensService(): World {
  return pullRequest(privateEstate, { [path]: web('') });
}

/** A further push to pull request 7. */
export function push(world: World, files: Files): void {
  const pull = world.pulls.get(7);
  if (!pull) throw new Error('there is no pull request 7');
  const before = Object.fromEntries(
    [...(world.commits.get(pull.head)?.files ?? [])].map(([name, { bytes }]) => [name, bytes]),
  );
  pull.head = world.commit({ ...before, ...files }, pull.head);
}
