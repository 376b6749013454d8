/** Manifests as the ways in that they open, with their levels. */
import { kubernetesEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import { terraformEvaluator } from '../../../src/evaluation/terraform/evaluator.js';
import type { EntryPoint } from '../../../src/posture/entry-point.js';
import { judge } from '../../../src/scoring/judge.js';
import type { Texts } from '../../support/evaluated.js';
import { subjectsAmong } from '../../support/evaluated.js';

const evaluators = [kubernetesEvaluator, terraformEvaluator];

export function entryPointsIn(texts: Texts): readonly EntryPoint[] {
  return subjectsAmong(texts, evaluators).flatMap((subject) => (subject.kind === 'entry-point' ? [subject] : []));
}

/** `Ingress shop/web: open public-ingress-class`, for every entry point of the files. */
export function judged(texts: Texts): readonly string[] {
  return entryPointsIn(texts).map((subject) => {
    const { ingress } = judge(subject);
    return `${subject.title}: ${ingress ? `${ingress.level} ${ingress.cause}` : 'none'}`;
  });
}

/** An object of YAML: its head, and what follows at the top. */
export function object(type: string, name: string, body = '', metadata = ''): string {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\n${metadata}${body}`;
}

export const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

export function annotated(...lines: readonly string[]): string {
  return `  annotations:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

export function ingress(className: string, metadata = ''): string {
  return object('networking.k8s.io/v1 Ingress', 'web', `spec:\n  ingressClassName: ${className}\n`, metadata);
}

export function gateway(className: string, spec = '', metadata = ''): string {
  return object(
    'gateway.networking.k8s.io/v1 Gateway',
    'edge',
    `spec:\n  gatewayClassName: ${className}\n${spec}`,
    metadata,
  );
}

/** A Service before pods with the label `app`. */
export function service(name: string, app: string, metadata = '', type = 'LoadBalancer'): string {
  return object('v1 Service', name, `spec:\n  type: ${type}\n  selector: { app: ${app} }\n`, metadata);
}

/** A workload with the label `app`. */
export function workload(app: string, image: string, args: readonly string[] = [], pod = ''): string {
  const container = `        - name: main\n          image: ${image}\n          args: ${JSON.stringify(args)}\n`;
  const template = `  template:\n    metadata:\n      labels: { app: ${app} }\n    spec:\n${pod}      containers:\n${container}`;
  return object('apps/v1 Deployment', app, `spec:\n${template}`);
}

export function documents(...objects: readonly string[]): string {
  return objects.join('---\n');
}
