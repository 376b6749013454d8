import { reviewFiles } from '../../support/review.js';

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

async function levels(script: string): Promise<string[]> {
  const { subjects } = await reviewFiles(null, { 'deploy.sh': script });
  return subjects.map(({ id, ingress }) => `${id} ${String(ingress?.level)}`);
}

test.each([
  ['a load balancer', 'kubectl expose deployment web -n shop --type=LoadBalancer --port 80', 'Service/shop/web open'],
  ['another name', 'kubectl expose deployment/web --type LoadBalancer --name lb', 'Service/default/lb open'],
  ['no type', 'kubectl expose deployment web --port 80', 'Service/default/web isolated'],
  ['a port of nodes', 'kubectl create svc nodeport web --tcp=80:80', 'Service/default/web private'],
  ['created', 'kubectl create service loadbalancer web --tcp=80:80', 'Service/default/web open'],
  [
    'printed, and applied',
    'kubectl create service loadbalancer web --tcp=80:80 --dry-run=client -o yaml | kubectl apply -f -',
    'Service/default/web open',
  ],
  [
    'made internal by the next command',
    `kubectl expose deployment web --type LoadBalancer\nkubectl annotate svc web ${internal}=true`,
    'Service/default/web private',
  ],
  ['a type that nobody knows', 'kubectl expose deployment web --type "$TYPE"', 'Service/default/web unknown'],
  [
    'overrides that say anything',
    `kubectl expose deployment web --type LoadBalancer --overrides "$MORE"`,
    'Service/default/web unknown',
  ],
  [
    'made internal under a condition',
    `kubectl expose deployment web --type LoadBalancer\nif [ "$PRIVATE" = yes ]; then\n  kubectl annotate svc web ${internal}=true\nfi`,
    'Service/default/web unknown',
  ],
])('%s', async (_, script, expected) => {
  expect(await levels(script)).toEqual([`deploy.sh#${expected}`]);
});

test.each([
  ['only printed', 'kubectl create service loadbalancer web --tcp=80:80 --dry-run=client -o yaml'],
  ['a comment', '# kubectl expose deployment web --type=LoadBalancer'],
  ['something else', 'kubectl create namespace expose'],
])('nothing: %s', async (_, script) => {
  expect(await levels(script)).toEqual([]);
});
