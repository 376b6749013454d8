/** Which charts can make nothing that opens or closes a way, told by a look at their templates before anything is evaluated. */
import type { SourceFile } from '../../../syntax/source.js';
import type { Chart } from './chart.js';
import { chartsIn, templatesOf } from './chart.js';

/** Kinds that neither admit nor send anything, nor say how others do. */
const harmless: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'Group',
  'HorizontalPodAutoscaler',
  'LimitRange',
  'MutatingWebhookConfiguration',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'PodMonitor',
  'PriorityClass',
  'PrometheusRule',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Secret',
  'ServiceAccount',
  'ServiceMonitor',
  'StorageClass',
  'User',
  'ValidatingWebhookConfiguration',
]);

const KIND = /(?:^|[\s{,"'-])kind["']?[ \t]*:[ \t]*["']?([^\s"',}#]+)/g;
/** Objects that values bring whole name no kind in the template. */
const GIVEN = /\b(?:tpl|include|template|toYaml|toJson|Files)\b/;

/** False only for a chart that no user's values can make relevant, and that no part of is out of sight. */
export function canMatter(chart: Chart): boolean {
  const isOpen = chartsIn(chart).some(({ dependencies }) => dependencies.some((each) => !each.chart));
  return isOpen || templatesOf(chart).some(mayMatter);
}

function mayMatter({ path, text }: SourceFile): boolean {
  if (!/\.ya?ml$|\.json$|\.tpl$/i.test(path) && !text.includes('apiVersion')) return false;
  const kinds = [...text.matchAll(KIND)].map(([, kind = '']) => kind);
  if (kinds.length === 0) return !/\.tpl$|\.txt$/i.test(path) && text.includes('{{') && GIVEN.test(text);
  return kinds.some((kind) => !harmless.has(kind));
}
