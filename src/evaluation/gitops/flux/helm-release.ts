/** `HelmRelease` of Flux 2 (helm.toolkit.fluxcd.io) and of Flux 1 (helm.fluxcd.io, flux.weave.works). */
import { literal, lookup, mapping } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import type { Release } from '../../helm/release.js';
import type { Resource } from '../../resource.js';
import { deployed } from '../../releases/deploy.js';
import type { Around, Expansion } from '../../releases/parts.js';
import { nothing } from '../../releases/parts.js';
import { unread } from '../../releases/unread.js';
import { inside } from '../folders.js';
import { chartOf } from './chart.js';
import { has, itemsAt, only, textAt } from '../read.js';
import { rewritten } from '../rewritten.js';
import { valuesOf } from './values.js';

const kinds =
  /^(?:helm\.toolkit\.fluxcd\.io|helm\.fluxcd\.io|helm\.integrations\.flux\.weave\.works|flux\.weave\.works)\/\w+\/HelmRelease$/;

export function helmReleaseReader(resource: Resource, around: Around): Expansion | undefined {
  if (!kinds.test(resource.type)) return undefined;
  // Kubernetes refuses one without a chart: it is a patch of another.
  if (!['chart', 'chartRef'].some((key) => has(lookup(resource.body, ['spec']), key))) return nothing;
  const release = releaseOf(resource, around);
  if (release.chart.kind === 'local') around.deployed.add(inside(release.chart.path, 'values.yaml'));
  const made = deployed(release, around);
  return postRendered(made, release, resource, around);
}

export function releaseOf(resource: Resource, around: Around): Release {
  const { body, root, address, span, heading, condition, calls, writer } = resource;
  const { chart, at } = chartOf(resource, around);
  const name = textAt(body, 'metadata', 'name') ?? address;
  const target = textAt(body, 'spec', 'targetNamespace');
  const version2 = resource.type.includes('toolkit');
  return {
    root,
    format: 'flux',
    address,
    // helm-controller puts the target namespace before the name, where no release name is given.
    name: textAt(body, 'spec', 'releaseName') ?? (target === undefined || !version2 ? name : `${target}-${name}`),
    namespace: target ?? textAt(body, 'metadata', 'namespace'),
    chart,
    chartOrigin: at?.origin ?? literal(heading),
    values: valuesOf(resource, around),
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
    writer,
  };
}

/** `spec.postRenderers`: kustomizations over the rendered objects, one after the other. */
function postRendered(made: Expansion, release: Release, resource: Resource, around: Around): Expansion {
  let current = made;
  for (const renderer of itemsAt(resource.body, 'spec', 'postRenderers')) {
    const fields = lookup(renderer, ['kustomize']);
    if (!fields) continue;
    const kept = only(fields, ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'images']);
    const changed = kept.length === 0 ? current : rewritten(current, mapping(kept, fields.origin), '', around);
    if (!changed) return { resources: [open(release, resource, fields)], problems: current.problems };
    current = changed;
  }
  return current;
}

function open(release: Release, resource: Resource, fields: Value): Resource {
  return unread({ ...resource, format: release.format }, 'its post-renderers', fields.origin);
}
