/** Overlays as the real kustomize builds them, where it is there; the built-in reading says where each value is written. */
import { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { literal } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import type { Build } from './build.js';
import { buildKustomization } from './build.js';
import type { Inflate } from './charts.js';
import { idOf } from './object.js';
import { kustomizationIn } from './paths.js';
import { textAt } from './read.js';
import { reconciled } from './reconcile.js';

/**
 * Like `buildKustomization`. Where kustomize is there and refuses, its error is a problem and the built-in reading counts.
 * It is not asked where it would need what the tree does not hold, and where nothing depends on its answer.
 */
export function renderKustomization(folder: string, files: Files, inflate?: Inflate): Build {
  const build = buildKustomization(folder, files, inflate);
  const asker = kustomizationIn(folder, files);
  if (asker === undefined || build.beyond || !files.render || !isWorthwhile(build)) return build;
  const inputs = inputsOf(build, files);
  const kustomization = files.read(asker);
  if (!inputs || !kustomization) return build;
  const answer = files.render({
    tool: 'kustomize',
    inputs,
    // Deployers differ in whether files outside of a kustomization's folder may be used; nothing outside of the tree is there.
    arguments: ['--load-restrictor=LoadRestrictionsNone', '--', folder === '' ? '.' : `./${folder}`],
    asker,
  });
  switch (answer?.kind) {
    case undefined:
      return build;
    case 'failed': {
      const message = `${answer.by} fails, and what can be read without it was read: ${answer.message}`;
      return { ...build, problems: [{ path: asker, line: 1, message }, ...build.problems] };
    }
    case 'rendered': {
      const { result, problems } = parseYaml(new SourceFile(asker, answer.text));
      if (problems.length > 0) return build;
      return reconciled(build, result, literal({ file: kustomization, start: 0, end: 0 }));
    }
  }
}

/** The texts of all files that the build has read; undefined while one has not been brought. */
function inputsOf(build: Build, files: Files): ReadonlyMap<string, string> | undefined {
  const inputs = new Map<string, string>();
  for (const path of build.files) {
    if (!files.has(path)) continue;
    const text = files.read(path)?.text;
    if (text === undefined) return undefined;
    inputs.set(path, text);
  }
  return inputs;
}

/** Kinds of which a value more or less decides about privacy. Running a program for each overlay of an estate takes minutes. */
const DECISIVE =
  /^(?:Ingress|IngressClass|Gateway|GatewayClass|NginxIngressController|ApplicationLoadBalancer|EnvoyProxy|AzureManagedControlPlane|AzureASOManagedControlPlane|ManagedCluster|KubernetesCluster)$/;

function isWorthwhile({ objects, problems, unmatched }: Build): boolean {
  if (problems.length > 0 || unmatched.length > 0) return true;
  return objects.some(({ value }) => {
    const { kind } = idOf(value);
    if (DECISIVE.test(kind)) return true;
    return (kind === 'Service' && (textAt(value, 'spec', 'type') ?? 'ClusterIP') !== 'ClusterIP') || isOpen(value);
  });
}

function isOpen(value: Value): boolean {
  switch (value.kind) {
    case 'undetermined':
      return true;
    case 'scalar':
      return false;
    case 'list':
      return value.items.some(isOpen);
    case 'map':
      return value.rest !== undefined || [...value.entries.values()].some((entry) => isOpen(entry.value));
  }
}
