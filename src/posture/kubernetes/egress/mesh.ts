/** What Istio does with hosts that it does not know: in its ConfigMap, in what installs it, and for the pods of a namespace. */
import type { MeshEgressPath } from '../../egress-path.js';
import type { Fact } from '../../fact.js';
import { known, omitting, open } from '../../reading/convert.js';
import { textAt } from '../../reading/facts.js';
import type { Scope } from '../../reading/scope.js';
import { valueAt } from '../../reading/scope.js';
import { embeddedYaml } from '../embedded.js';
import type { KubernetesObject } from '../object.js';
import { pathOfObject } from './path-of.js';

/** None for an object that has nothing to do with a mesh. */
export function meshPaths(object: KubernetesObject): readonly MeshEgressPath[] {
  const mode = modeOf(object);
  return mode ? [{ ...pathOfObject(object), via: 'mesh', mode }] : [];
}

const setting = ['outboundTrafficPolicy', 'mode'];

function modeOf(object: KubernetesObject): Fact<string> | undefined {
  switch (object.kind) {
    case 'ConfigMap':
      return isMeshConfig(object) ? modeInText(object.scope) : undefined;
    case 'IstioOperator':
      return textAt(object.scope, ['spec', 'meshConfig', ...setting], byDefault);
    case 'Istio':
      return textAt(object.scope, ['spec', 'values', 'meshConfig', ...setting], byDefault);
    default:
      return textAt(object.scope, ['spec', ...setting], byDefault);
  }
}

/** Istio passes on what it does not know (istio.mesh.v1alpha1, OutboundTrafficPolicy). */
const byDefault = 'ALLOW_ANY';

/** `istio` and `istio-<revision>`; of the add-on of AKS `istio-shared-configmap-<revision>` in aks-istio-system. */
function isMeshConfig({ name, namespace, scope }: KubernetesObject): boolean {
  if (name.startsWith('istio-shared-configmap-asm-')) return true;
  const holdsMesh = valueAt(scope, ['data', 'mesh']) !== undefined;
  return holdsMesh && /^istio(-|$)/.test(name) && (namespace === undefined || namespace.startsWith('istio'));
}

function modeInText(scope: Scope): Fact<string> {
  const value = valueAt(scope, ['data', 'mesh']);
  if (!value) return known(byDefault, omitting(scope.resource), 'data.mesh', true);
  if (value.kind === 'undetermined') return open(value, 'data.mesh');
  // A chart that writes its values into the text: they are known before they are one.
  if (value.kind === 'map') return textAt({ ...scope, root: value, base: [] }, setting, byDefault);
  const root = embeddedYaml(value);
  // An edit inside of the text would have to keep its indentation, so that none is offered.
  if (root) {
    const mode = textAt({ ...scope, root, base: [] }, setting, byDefault);
    return mode.known
      ? known(mode.value, mode.byDefault ? value.origin : mode.origin, mode.name, mode.byDefault)
      : mode;
  }
  const stated = value.kind === 'scalar' && /\b(ALLOW_ANY|REGISTRY_ONLY)\b/.exec(String(value.value))?.[1];
  return stated
    ? known(stated, value.origin, 'data.mesh', false)
    : { known: false, expression: 'data.mesh', dependsOn: ['data.mesh'], origin: value.origin, name: 'data.mesh' };
}
