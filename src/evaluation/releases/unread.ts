/** Deployments whose content is not in the repository: what they open is not known, and that is told. */
import type { Span } from '../../syntax/source.js';
import { literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Origin, Value } from '../../syntax/value.js';
import type { Release } from '../helm/release.js';
import type { Format, Resource, Root, Writer } from '../resource.js';

/** The type of a resource that stands for what is not read. */
export const unreadType = 'unread deployment';

export interface Unread {
  readonly root: Root;
  readonly format: Format;
  readonly address: string;
  readonly span: Span;
  readonly heading: Span;
  readonly condition?: Value;
  readonly calls?: readonly Span[];
}

/**
 * @param what a noun for people: `the chart podinfo of https://…`
 * @param origin where that is named
 */
export function unread(deployer: Unread, what: string, origin: Origin = literal(deployer.heading)): Resource {
  const { root, format, address, span, heading, condition, calls } = deployer;
  const waits = undetermined(what, [what], origin);
  return {
    format,
    root,
    type: unreadType,
    address,
    name: scalar(address, literal(heading)),
    body: mapping([{ key: 'content', keySpan: heading, value: waits }], literal(span)),
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
    writer: noWriter,
  };
}

/** A release of a chart that nobody knows. A chart that is named after clusters makes one, as far as anyone can tell. */
export function unreadRelease(release: Release): readonly Resource[] {
  const what = chartWords(release);
  const own = unread(release, what, release.chartOrigin);
  if (!namesCluster(release)) return [own];
  const open = undetermined(what, [what], release.chartOrigin);
  const name = scalar(release.name, literal(release.heading));
  return [
    {
      ...own,
      type: 'Microsoft.ContainerService/managedClusters',
      address: `${release.address}/cluster`,
      name,
      body: mapping([], literal(release.span), open),
    },
  ];
}

/** Charts of operators that make clusters of AKS: `azure-managed-cluster`, `azure-aks`, `aks-cluster`. */
function namesCluster({ chart }: Release): boolean {
  const name = chart.kind === 'published' ? chart.name : chart.kind === 'local' ? chart.path : '';
  const last = name.split('/').at(-1) ?? '';
  return /^(?:(?:azure|capz)-)?(?:managed-cluster|aks)(?:-(?:cluster|aso))?$/.test(last);
}

export function chartWords({ chart }: Release): string {
  switch (chart.kind) {
    case 'local':
      return `the chart ${chart.path}, which is not in this repository`;
    case 'published':
      return `the chart ${chart.name}${chart.repository === undefined ? '' : ` of ${chart.repository}`}`.slice(0, 300);
    case 'undetermined':
      return chart.expression.slice(0, 300);
  }
}

const noWriter: Writer = { set: () => undefined };
