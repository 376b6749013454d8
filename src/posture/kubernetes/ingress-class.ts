/** Which class an Ingress has, and which controller a class belongs to. */
import type { Resource } from '../../evaluation/resource.js';
import { is } from '../fact.js';
import type { Fact } from '../fact.js';
import { textIn } from './text.js';
import { textAt } from '../reading/facts.js';
import { annotationsAt } from './annotations.js';
import type { Estate } from './estate.js';
import { nearest } from './estate.js';
import type { KubernetesObject } from './object.js';

const networking = 'networking.k8s.io';

/**
 * The class in the order in which Kubernetes and its controllers look: the field, the annotation that came before it, the
 * default class.
 * @returns undefined when the Ingress has none and no IngressClass is declared to be the default
 */
export function classOf(ingress: KubernetesObject, estate: Estate): Fact<string> | undefined {
  const field = textAt(ingress.scope, ingress.path('spec', 'ingressClassName'), '');
  if (!is(field, '')) return field;
  const legacy = annotationsAt(ingress.scope).annotations.get('kubernetes.io/ingress.class');
  if (legacy) return legacy.value;
  const [first] = nearest(estate.all(networking, 'IngressClass').filter(isDefault), ingress.resource);
  return first && textAt(first.scope, ['metadata', 'name'], '');
}

function isDefault({ scope }: KubernetesObject): boolean {
  const mark = annotationsAt(scope).annotations.get('ingressclass.kubernetes.io/is-default-class');
  return mark !== undefined && is(mark.value, 'true');
}

export interface DeclaredClass {
  readonly object: KubernetesObject;
  /** `spec.controller`. */
  readonly controller: string | undefined;
}

/** Those closest to an Ingress, one for each controller. */
export function declaredClasses(name: string, ingress: KubernetesObject, estate: Estate): readonly DeclaredClass[] {
  const named = estate.derived(classesByName).get(name) ?? [];
  const near = nearest(named, ingress.resource);
  return [...new Map(near.toReversed().map((each) => [each.controller, each])).values()];
}

function classesByName(estate: Estate): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const object of estate.all(networking, 'IngressClass')) {
    const named = { object, resource: object.resource, controller: textIn(object, ['spec', 'controller']) };
    const same = found.get(object.name);
    if (same) same.push(named);
    else found.set(object.name, [named]);
  }
  return found;
}

interface Named extends DeclaredClass {
  readonly resource: Resource;
}
