/**
 * The mistakes that teams make about the ways into and out of their clusters, each with the change as a team would write it: the
 * finding names the mistake, on the line where it was made.
 */
import type { Files } from './support/review.js';
import { reviewFiles } from './support/review.js';

interface Mistake {
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
  /** `rule path:line` */
  readonly told: string;
  readonly words: RegExp;
  /** `base -> head`, where the level moves. */
  readonly ingress?: string;
  readonly egress?: string;
}

const key = 'service.beta.kubernetes.io/azure-load-balancer-internal';

function service(name: string, metadata: string, spec = ''): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
${metadata}spec:
  type: LoadBalancer
${spec}  selector: { app: ${name} }
  ports: [{ port: 443 }]
`;
}

const internal = `  annotations:
    ${key}: "true"
`;

function nginx(values: string): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ingress
  namespace: ingress
spec:
  interval: 10m
  chart:
    spec:
      chart: ingress-nginx
      version: 4.12.1
      sourceRef: { kind: HelmRepository, name: ingress-nginx }
  values:
    controller:
      service:
${values}`;
}

const internalValues = `        annotations:
          ${key}: "true"
`;

const appRouting = (name: string): string => `apiVersion: approuting.kubernetes.azure.com/v1alpha1
kind: NginxIngressController
metadata:
  name: ${name}
spec:
  ingressClassName: nginx-${name}
  controllerNamePrefix: nginx-${name}
  loadBalancerAnnotations:
    ${key}: "true"
`;

const noPublicAddresses = `resource "azurerm_subscription_policy_assignment" "ip" {
  name                 = "deny-public-ip"
  subscription_id      = var.subscription
  policy_definition_id = "/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749"
  parameters = jsonencode({
    listOfResourceTypesNotAllowed = { value = ["Microsoft.Network/publicIPAddresses"] }
  })
}
`;

function helmRelease(set: string): string {
  return `resource "helm_release" "ingress" {
  name       = "ingress-nginx"
  repository = "https://kubernetes.github.io/ingress-nginx"
  chart      = "ingress-nginx"
  version    = "4.12.1"
${set}}
`;
}

const externalDns = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-dns
  namespace: dns
spec:
  template:
    spec:
      containers:
        - name: external-dns
          image: registry.k8s.io/external-dns/external-dns:v0.15.0
          args: ['--source=service', '--provider=azure']
`;

const mistakes: readonly Mistake[] = [
  {
    name: '1: quotes inside of the value of a command',
    base: { 'deploy.sh': '#!/bin/bash\nhelm repo update\n' },
    head: {
      'deploy.sh': `#!/bin/bash
helm repo update
helm upgrade --install ingress ingress-nginx/ingress-nginx --version 4.12.1 --namespace ingress \\
  --set-string controller.service.annotations."service\\.beta\\.kubernetes\\.io/azure-load-balancer-internal"='"true"'
`,
    },
    told: 'ingress/internal-annotation deploy.sh:4',
    words: /quot/,
    ingress: 'null -> open',
  },
  {
    name: '2: a boolean where Kubernetes wants a text',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', internal.replace('"true"', 'true')) },
    told: 'ingress/internal-annotation-boolean web.yaml:7',
    words: /boolean, not a string/,
    ingress: 'private -> unknown',
  },
  {
    name: '3: dots that are not escaped in the name of a setting',
    base: { 'main.tf': helmRelease('') },
    head: {
      'main.tf': helmRelease(`  set {
    name  = "controller.service.annotations.${key}"
    value = "true"
    type  = "string"
  }
`),
    },
    told: 'ingress/annotation-key-split main.tf:8',
    words: /dots/,
  },
  {
    name: '4: the public Service of the controller stays beside the internal one',
    base: { 'ingress.yaml': nginx(internalValues) },
    head: {
      'ingress.yaml': nginx(
        `        internal:\n          enabled: true\n          annotations:\n            ${key}: "true"\n`,
      ),
    },
    told: 'ingress/public-load-balancer ingress.yaml:16',
    words: /public IP/,
    ingress: 'private -> open',
  },
  {
    name: '5: one controller with two Services publishes an internal host',
    base: { 'ingress.yaml': nginx(internalValues) },
    head: {
      'ingress.yaml': nginx(
        `        internal:\n          enabled: true\n          annotations:\n            ${key}: "true"\n`,
      ),
      'intranet.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: intranet
  namespace: shop
spec:
  ingressClassName: nginx
  rules:
    - host: intranet.corp.example.com
`,
    },
    told: 'ingress/both-internal-and-public-controller intranet.yaml:7',
    words: /internal/,
    ingress: 'private -> open',
  },
  {
    name: '6: the default controller of application routing stays public beside an internal one',
    base: { 'x.yaml': 'a: 1\n' },
    head: { 'x.yaml': 'a: 1\n', 'controller.yaml': appRouting('internal') },
    told: 'ingress/app-routing-default-stays-public controller.yaml:4',
    words: /default controller of application routing stays beside it/,
  },
  {
    name: '7: a patch of a Service that an operator manages',
    base: { 'x.yaml': 'a: 1\n' },
    head: {
      'x.yaml': 'a: 1\n',
      'nginx.yaml': `apiVersion: v1
kind: Service
metadata:
  name: nginx
  namespace: app-routing-system
  annotations:
    ${key}: "true"
spec:
  type: LoadBalancer
`,
    },
    told: 'ingress/managed-service nginx.yaml:9',
    words: /application routing|manages|writes it back/,
  },
  {
    name: '8: a public Service where Azure Policy forbids public addresses',
    base: { 'policies/assignments.tf': noPublicAddresses },
    head: { 'policies/assignments.tf': noPublicAddresses, 'web.yaml': service('web', '') },
    told: 'ingress/forbidden-by-policy web.yaml:7',
    words: /policy assignment “deny-public-ip” \(policies\/assignments\.tf:1\) forbids public IP addresses.* pending/,
  },
  {
    name: '9: an id where the name of a subnet belongs',
    base: { 'web.yaml': service('web', internal) },
    head: {
      'web.yaml': service(
        'web',
        `${internal}    service.beta.kubernetes.io/azure-load-balancer-internal-subnet: /subscriptions/1/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub/subnets/lb\n`,
      ),
    },
    told: 'ingress/internal-subnet web.yaml:8',
    words: /id|name/,
  },
  {
    name: '10: a private address without the annotation',
    base: { 'web.yaml': service('web', internal, '  loadBalancerIP: 10.1.0.25\n') },
    head: { 'web.yaml': service('web', '', '  loadBalancerIP: 10.1.0.25\n') },
    told: 'ingress/private-ip-without-annotation web.yaml:8',
    words: /private|10\.1\.0\.25/,
    ingress: 'private -> open',
  },
  {
    name: '11: source ranges that an internal load balancer does not keep',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', internal, '  loadBalancerSourceRanges: [10.2.0.0/16]\n') },
    told: 'ingress/source-ranges-without-effect web.yaml:10',
    words: /do not keep the virtual network out/,
  },
  {
    name: '12: service tags and source ranges at once',
    base: { 'web.yaml': service('web', '', '  loadBalancerSourceRanges: [203.0.113.0/24]\n') },
    head: {
      'web.yaml': service(
        'web',
        '  annotations:\n    service.beta.kubernetes.io/azure-allowed-service-tags: AzureFrontDoor.Backend\n',
        '  loadBalancerSourceRanges: [203.0.113.0/24]\n',
      ),
    },
    told: 'ingress/ranges-and-tags-conflict web.yaml:7',
    words: /tag/,
  },
  {
    name: '13: the annotation on an object that no load balancer reads',
    base: { 'x.yaml': 'a: 1\n' },
    head: {
      'x.yaml': 'a: 1\n',
      'web.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    ${key}: "true"
spec:
  ingressClassName: nginx
  rules: []
`,
    },
    told: 'ingress/annotation-on-wrong-object web.yaml:6',
    words: /Ingress/,
  },
  {
    name: '14: annotations beside the metadata',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', `annotations:\n  ${key}: "true"\n`) },
    told: 'ingress/annotations-outside-metadata web.yaml:7',
    words: /metadata/,
    ingress: 'private -> open',
  },
  {
    name: '15: a value at a path that the chart does not read any more',
    base: { 'traefik.yaml': traefik('39.0.0') },
    head: { 'traefik.yaml': traefik('41.3.0') },
    told: 'ingress/public-load-balancer traefik.yaml:15',
    words: /service\.type/,
    ingress: 'isolated -> open',
  },
  {
    name: '16: a new class of gateway is public where the old one was internal',
    base: { 'controller.yaml': appRouting('internal') },
    head: {
      'gateway.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: web
  namespace: shop
spec:
  gatewayClassName: approuting-istio
  listeners:
    - { name: http, port: 80, protocol: HTTP }
`,
    },
    told: 'ingress/public-gateway gateway.yaml:4',
    words: /Gateway shop\/web/,
  },
  {
    name: '17: the annotation for the private address is missing on one of two Ingresses',
    base: { 'web.yaml': `${agic('a', true)}---\n${agic('b', true)}` },
    head: { 'web.yaml': `${agic('a', true)}---\n${agic('b', false)}` },
    told: 'ingress/mixed-private-addresses web.yaml:14',
    words: /private/,
    ingress: 'private -> open',
  },
  {
    name: '18: the value in capitals',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', internal.replace('"true"', '"True"')) },
    told: 'ingress/internal-annotation web.yaml:7',
    words: /“?True/,
    ingress: 'private -> open',
  },
  {
    name: '19: a patch that fits no object',
    base: overlay('web'),
    head: overlay('webb'),
    told: 'ingress/patch-matches-nothing prod/kustomization.yaml:5',
    words: /fits no|matches no|no object/,
    ingress: 'private -> open',
  },
  {
    name: '20: a command makes internal what the manifest declares public',
    base: { 'web.yaml': service('web', '') },
    head: {
      'web.yaml': service('web', ''),
      'deploy.sh': `kubectl apply -f web.yaml\nkubectl annotate service web -n shop \\\n  ${key}=true\n`,
    },
    told: 'ingress/changed-by-hand deploy.sh:2',
    words: /sets .*azure-load-balancer-internal on Service shop\/web past its declaration/,
  },
  {
    name: '21: a policy on a cluster that enforces none',
    base: { 'aks/main.tf': cluster('  network_policy = "none"') },
    head: {
      'aks/main.tf': cluster('  network_policy = "none"'),
      'aks/deny.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
`,
    },
    told: 'egress/policy-without-engine aks/deny.yaml:4',
    words: /no effect|enforces/,
  },
  {
    name: '22: what an internal load balancer leaves behind',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', '').replace('LoadBalancer', 'ClusterIP') },
    told: 'ingress/stale-frontend web.yaml:7',
    words: /frontend/,
    ingress: 'private -> isolated',
  },
  {
    name: '23: a private address in a public DNS zone',
    base: { 'web.yaml': `${service('web', internal)}---\n${externalDns}` },
    head: {
      'web.yaml': `${service('web', `${internal}    external-dns.alpha.kubernetes.io/hostname: web.example.com\n`)}---\n${externalDns}`,
    },
    told: 'ingress/private-address-in-public-zone web.yaml:8',
    words: /private address into a public DNS zone/,
  },
  {
    name: '24: a new revision of the mesh without the settings of the old one',
    base: mesh('asm-1-24'),
    head: mesh('asm-1-24", "asm-1-25'),
    told: 'egress/mesh-revision-without-settings main.tf:8',
    words: /asm-1-25/,
  },
  {
    name: '25: annotations that are given twice',
    base: { 'web.yaml': service('web', internal) },
    head: { 'web.yaml': service('web', `${internal}  annotations:\n    team: shop\n`) },
    told: 'ingress/repeated-annotations web.yaml:7',
    words: /twice|again/,
    ingress: 'private -> open',
  },
];

function traefik(version: string): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: traefik
  namespace: traefik
spec:
  interval: 10m
  chart:
    spec:
      chart: traefik
      version: ${version}
      sourceRef: { kind: HelmRepository, name: traefik }
  values:
    service:
      type: ClusterIP
`;
}

function agic(name: string, isPrivate: boolean): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
${isPrivate ? '  annotations:\n    appgw.ingress.kubernetes.io/use-private-ip: "true"\n' : ''}spec:
  ingressClassName: azure-application-gateway
  rules: []
`;
}

function overlay(target: string): Files {
  return {
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': service('web', ''),
    'prod/kustomization.yaml': `resources: [../base]
patches:
  - target:
      kind: Service
      name: ${target}
    patch: |-
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          ${key}: "true"
`,
  };
}

function cluster(profile: string): string {
  return `resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks"
  private_cluster_enabled = true
  network_profile {
    network_plugin = "azure"
  ${profile}
    outbound_type  = "userDefinedRouting"
  }
}
`;
}

function mesh(revisions: string): Files {
  return {
    'main.tf': `resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks"
  private_cluster_enabled = true
  network_profile {
    network_plugin = "azure"
  }
  service_mesh_profile {
    revisions = ["${revisions}"]
    mode      = "Istio"
  }
}
`,
    'mesh.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: istio-shared-configmap-asm-1-24
  namespace: aks-istio-system
data:
  mesh: |-
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
`,
  };
}

test.each(mistakes)('$name', async ({ base, head, told, words, ingress, egress }) => {
  const report = await reviewFiles(base, head);
  const introduced = report.findings.filter(({ status }) => status === 'introduced');
  const places = introduced.map(({ rule, path, startLine }) => `${rule} ${path}:${String(startLine)}`);
  expect(places).toContain(told);
  const found = introduced.find(({ rule }) => told.startsWith(`${rule} `));
  expect(`${found?.message ?? ''} ${found?.title ?? ''}`).toMatch(words);
  const moved = (dimension: 'ingress' | 'egress'): string => {
    const result = report.dimensions[dimension];
    return `${String(result?.baseLevel ?? null)} -> ${String(result?.level ?? null)}`;
  };
  if (ingress !== undefined) expect(moved('ingress')).toBe(ingress);
  if (egress !== undefined) expect(moved('egress')).toBe(egress);
});
