import type { Files } from '../../support/review.js';
import { reviewFiles } from '../../support/review.js';

/** What an audit says of ingress: `<id>: <level>`, in order. */
export async function ingressOf(files: Files): Promise<readonly string[]> {
  const { subjects } = await reviewFiles(null, files);
  return subjects.flatMap(({ id, ingress }) => (ingress ? [`${id}: ${ingress.level}`] : [])).sort();
}

export const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

/** A chart of which the Service takes its type and annotations from values. */
export function chart(folder: string, type = 'ClusterIP'): Files {
  return {
    [`${folder}/Chart.yaml`]: 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    [`${folder}/values.yaml`]: `service:\n  type: ${type}\n  annotations: {}\n`,
    [`${folder}/templates/service.yaml`]: `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  annotations:
    {{- range $key, $value := .Values.service.annotations }}
    {{ $key }}: {{ $value | quote }}
    {{- end }}
spec:
  type: {{ .Values.service.type }}
`,
  };
}

export function service(name: string, type = 'LoadBalancer', more = ''): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n${more}spec:\n  type: ${type}\n`;
}
