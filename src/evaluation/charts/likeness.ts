/** What a mapping among the values of an unknown chart looks like, by the names that charts commonly use. */
import { list, scalar, undetermined } from '../../syntax/value.js';
import type { Mapping, Undetermined, Value } from '../../syntax/value.js';
import type { ObjectKind } from './definition.js';
import { isTrue } from './values.js';

export type Property = readonly [path: readonly string[], value: Value];

export interface Likeness {
  readonly kind: Extract<ObjectKind, 'Service' | 'Ingress' | 'Deployment'>;
  readonly properties: readonly Property[];
  readonly condition?: Undetermined;
}

/** @param key under which the mapping stands */
export function looksLike(values: Mapping, key: string): readonly Likeness[] {
  const switched = switchOf(values);
  if (switched === false) return [];
  const condition = switched === true ? {} : { condition: switched };
  return [serviceIn(values), ingressIn(values, key), podIn(values)].flatMap((each) =>
    each ? [{ ...each, ...condition }] : [],
  );
}

/** Whether `enabled` and `create` leave it on; the value that decides where the text does not. */
function switchOf(values: Mapping): boolean | Undetermined {
  for (const name of ['enabled', 'create']) {
    const value = values.entries.get(name)?.value;
    if (!value) continue;
    const answer = isTrue(value);
    if (answer === false) return false;
    if (answer === undefined && value.kind === 'undetermined') return value;
  }
  return true;
}

const azure = 'service.beta.kubernetes.io/azure-';

function serviceIn(values: Mapping): Likeness | undefined {
  const get = (...names: readonly string[]): Value | undefined =>
    names
      .map((name) => values.entries.get(name)?.value)
      .find((value) => value !== undefined && isTrue(value) !== false);
  const prefixed = !values.entries.has('type');
  const type = prefixed ? get('serviceType', 'service_type') : get('type');
  const annotations = prefixed ? get('serviceAnnotations', 'annotations') : get('annotations', 'serviceAnnotations');
  const address = get('loadBalancerIP', 'loadBalancerIp');
  const ranges = get('loadBalancerSourceRanges');
  const isAnnotated =
    annotations?.kind === 'map' && [...annotations.entries.keys()].some((name) => name.startsWith(azure));
  const leadsIn = leadsOutward(type);
  if (leadsIn === false || (leadsIn === undefined && !isAnnotated && !ranges && !address)) return undefined;
  const properties: Property[] = [[['spec', 'type'], type ?? openType(values)]];
  if (annotations) properties.push([['metadata', 'annotations'], opened(annotations)]);
  if (address) properties.push([['spec', 'loadBalancerIP'], address]);
  if (ranges) properties.push([['spec', 'loadBalancerSourceRanges'], ranges]);
  const others = ['loadBalancerClass', 'externalIPs', 'externalTrafficPolicy'];
  for (const name of others) {
    const value = get(name);
    properties.push([['spec', name], value ?? absent(name, values)]);
  }
  return { kind: 'Service', properties };
}

/** Charts seldom set these by themselves: what the values do not name is taken to be absent. */
function absent(name: string, { origin }: Mapping): Value {
  return name === 'externalIPs' ? list([], origin) : scalar(null, origin);
}

/** Whether it is a type of Service that is reached from outside; `undefined` where that is not told. */
function leadsOutward(type: Value | undefined): boolean | undefined {
  if (type?.kind === 'scalar') return type.value === 'LoadBalancer' || type.value === 'NodePort';
  if (type?.kind !== 'undetermined') return type ? false : undefined;
  return type.candidates?.some((candidate) => leadsOutward(candidate) === true) === true ? true : undefined;
}

function openType({ origin }: Mapping): Undetermined {
  const why = 'the type of Service that the chart makes';
  return undetermined(why, [why], origin);
}

/**
 * The chart may have annotations of its own beside those that are given. A boolean may be quoted by its template or not: the text
 * is what reaches Azure where it is, and nothing is deployed where it is not.
 */
function opened(annotations: Value): Value {
  if (annotations.kind !== 'map' || annotations.rest) return annotations;
  const why = 'the annotations that the chart adds';
  return { ...annotations, rest: undetermined(why, [why], annotations.origin) };
}

function ingressIn(values: Mapping, key: string): Likeness | undefined {
  if (!/ingress$/i.test(key)) return undefined;
  const enabled = values.entries.get('enabled')?.value;
  if (!enabled || isTrue(enabled) === false) return undefined;
  const annotations = values.entries.get('annotations')?.value;
  const className = ['ingressClassName', 'className', 'class', 'ingressClass']
    .map((name) => values.entries.get(name)?.value)
    .find((value) => value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '');
  const properties: readonly Property[] = [
    ...(annotations ? [[['metadata', 'annotations'], annotations] as const] : []),
    ...(className ? [[['spec', 'ingressClassName'], className] as const] : []),
    ...(!className && named(annotations) ? [[['spec', 'ingressClassName'], scalar(null, values.origin)] as const] : []),
  ];
  return { kind: 'Ingress', properties };
}

/** Whether the class is named by the annotation that came before the field. */
function named(annotations: Value | undefined): boolean {
  return annotations?.kind === 'map' && annotations.entries.has('kubernetes.io/ingress.class');
}

function podIn(values: Mapping): Likeness | undefined {
  const hostNetwork = values.entries.get('hostNetwork')?.value;
  if (hostNetwork?.kind !== 'scalar' || hostNetwork.value !== true) return undefined;
  return { kind: 'Deployment', properties: [[['spec', 'template', 'spec', 'hostNetwork'], hostNetwork]] };
}
