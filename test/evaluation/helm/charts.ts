/** A chart as `helm create` makes it, cut down to its Service. */
import type { Report } from '../../../src/report/report.js';
import type { Renderer, Rendering, RenderRequest } from '../../../src/tree/render/request.js';
import type { Files } from '../../support/review.js';
import { reviewFiles } from '../../support/review.js';

export const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';

export const serviceTemplate = `apiVersion: v1
kind: Service
metadata:
  name: {{ .Chart.Name }}
  {{- with .Values.service.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .Values.service.type }}
  ports:
    - port: 80
`;

export const values = (type: string, annotations = '{}'): string =>
  `image: nginx\nservice:\n  type: ${type}\n  annotations: ${annotations}\n`;

export const internal = '\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"';

/** `shop/`, a chart with one Service. */
export const shop = (type: string, annotations?: string): Files => ({
  'shop/Chart.yaml': chartYaml,
  'shop/values.yaml': values(type, annotations),
  'shop/templates/service.yaml': serviceTemplate,
});

/** `id at path:line is level` of every subject with a way in. */
export function ways({ subjects }: Report): readonly string[] {
  return subjects.flatMap(({ id, path, line, ingress }) =>
    ingress ? [`${id} at ${path}:${String(line)} is ${ingress.level}`] : [],
  );
}

export async function waysIn(files: Files, renderer?: Renderer): Promise<readonly string[]> {
  return ways(await reviewFiles(null, files, {}, renderer));
}

/** `path:line message` of every problem. */
export async function problemsIn(files: Files, renderer?: Renderer): Promise<readonly string[]> {
  const { problems } = await reviewFiles(null, files, {}, renderer);
  return problems.map(({ path, line, message }) => `${path}:${String(line)} ${message}`);
}

/** A renderer that answers without running anything, and what it was asked. */
export function pretending(answer: (request: RenderRequest) => Rendering): Renderer & { asked: RenderRequest[] } {
  const asked: RenderRequest[] = [];
  return {
    asked,
    has: (tool) => tool === 'helm',
    render: (request) => {
      asked.push(request);
      return Promise.resolve(answer(request));
    },
  };
}

export const printed = (text: string): Rendering => ({ kind: 'rendered', text, by: 'helm template' });
