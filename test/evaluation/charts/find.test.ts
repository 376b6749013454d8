import { publishedCharts } from '../../../src/evaluation/charts/catalogue.js';
import { matchingCharts } from '../../../src/evaluation/charts/find.js';

const found = (name: string, repository?: string): string => {
  const match = matchingCharts(name, repository, publishedCharts);
  if (!match) return 'none';
  return `${match.charts.map(({ publisher }) => publisher).join(' or ')}${match.isCertain ? '' : ', assumed'}`;
};

test.each<[string, string | undefined, string]>([
  ['ingress-nginx', 'https://kubernetes.github.io/ingress-nginx', 'kubernetes/ingress-nginx'],
  ['ingress-nginx', 'https://kubernetes.github.io/ingress-nginx/', 'kubernetes/ingress-nginx'],
  ['ingress-nginx', 'HTTPS://kubernetes.github.io/ingress-nginx', 'kubernetes/ingress-nginx'],
  ['ingress-nginx', 'https://github.com/kubernetes/ingress-nginx.git', 'kubernetes/ingress-nginx'],
  ['ingress-nginx', 'oci://acme.azurecr.io/charts', 'kubernetes/ingress-nginx, assumed'],
  ['ingress-nginx', undefined, 'kubernetes/ingress-nginx, assumed'],
  ['ingress-nginx/ingress-nginx', undefined, 'kubernetes/ingress-nginx, assumed'],
  ['oci://mcr.microsoft.com/azure-application-gateway/charts/ingress-azure', undefined, 'Azure Application Gateway'],
  ['nginx-ingress', 'https://charts.helm.sh/stable', 'the old stable repository'],
  ['nginx-ingress', 'oci://ghcr.io/nginx/charts/nginx-ingress', 'F5 NGINX'],
  ['nginx-ingress', 'oci://ghcr.io/nginxinc/charts', 'F5 NGINX'],
  ['nginx-ingress', undefined, 'F5 NGINX or the old stable repository, assumed'],
  ['stable/nginx-ingress', undefined, 'the old stable repository, assumed'],
  ['nginx', 'oci://registry-1.docker.io/bitnamicharts', 'Bitnami'],
  ['nginx', 'oci://docker.io/bitnamicharts/nginx', 'Bitnami'],
  ['nginx', 'https://marketplace.azurecr.io/helm/v1/repo', 'Bitnami'],
  ['nginx', undefined, 'none'],
  ['bitnami/nginx', undefined, 'Bitnami, assumed'],
  ['argo-cd', undefined, 'Argo, assumed'],
  ['argo-cd', 'https://charts.bitnami.com/bitnami', 'Bitnami'],
  ['ingress', 'https://charts.konghq.com', 'Kong'],
  ['ingress', 'https://charts.acme.example', 'none'],
  ['', undefined, 'none'],
  ['/', undefined, 'none'],
])('%s at %p is of %s', (name, repository, publisher) => {
  expect(found(name, repository)).toBe(publisher);
});
