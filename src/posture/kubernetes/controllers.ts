/**
 * Ingress controllers that are declared as workloads: which classes they watch, told by their images, arguments and
 * configuration, and which Services lead to them.
 */
import { textOf } from '../identity.js';
import { itemsAt, valueAt } from '../reading/scope.js';
import type { Value } from '../../syntax/value.js';
import type { Estate } from './estate.js';
import { remembering } from './estate.js';
import type { KubernetesObject } from './object.js';
import { containersOf, podLabels, podPath, servicesSelecting, textsOf, workloadsOf } from './pods.js';

interface Family {
  readonly image: RegExp;
  /** `spec.controller` of the IngressClasses that it watches, unless told otherwise. */
  readonly controller: RegExp;
  /** The class that it watches, unless told otherwise. */
  readonly className: string;
}

const families: readonly Family[] = [
  {
    image: /ingress-nginx\/controller|nginx-ingress-controller/,
    controller: /^k8s\.io\/ingress-nginx$/,
    className: 'nginx',
  },
  { image: /nginx\/nginx-ingress|nginx-ic/, controller: /^nginx\.org\/ingress-controller$/, className: 'nginx' },
  { image: /(^|\/)traefik(:|@|$)/, controller: /^traefik\.io\/ingress-controller$/, className: 'traefik' },
  {
    image: /(^|\/)kong(-gateway|\/|:|@|$)|kubernetes-ingress-controller/,
    controller: /^ingress-controllers\.konghq\.com\/kong$/,
    className: 'kong',
  },
  { image: /haproxy/, controller: /^haproxy\.(org|com)\/|haproxy-ingress/, className: 'haproxy' },
  { image: /(^|\/)apisix(-ingress-controller)?(:|@|$)/, controller: /^apisix\.apache\.org\//, className: 'apisix' },
  { image: /(^|\/)(emissary|ambassador|aes)(:|@|$)/, controller: /^getambassador\.io\//, className: 'ambassador' },
  { image: /contour/, controller: /contour/, className: 'contour' },
];

/** @param controller `spec.controller` of the IngressClass, where one is declared */
export function controllersWatching(
  className: string,
  controller: string | undefined,
  estate: Estate,
): readonly KubernetesObject[] {
  return estate
    .derived(controllersIn)
    .filter((each) => watches(each, className, controller))
    .map(({ workload }) => workload);
}

/** A workload that is an ingress controller, with the classes and controllers that its settings name. */
interface Controller {
  readonly workload: KubernetesObject;
  readonly family: Family;
  readonly classes: readonly (string | undefined)[];
  readonly controllers: readonly (string | undefined)[];
}

function controllersIn(estate: Estate): readonly Controller[] {
  return workloadsOf(estate).flatMap((workload) => {
    const family = familyOf(workload);
    if (!family) return [];
    const text = settingsOf(workload, estate);
    const classes = [...text.matchAll(classSetting)].map((match) => match[1]);
    const controllers = [...text.matchAll(controllerSetting)].map((match) => match[1]);
    return [{ workload, family, classes, controllers }];
  });
}

function familyOf(workload: KubernetesObject): Family | undefined {
  const images = containersOf(workload).flatMap((container) => textOf(valueAt(container, ['image'])) ?? []);
  return families.find(({ image }) => images.some((name) => image.test(name)));
}

/** `--ingress-class=internal`, `ingressClass = "internal"`, `--controller-class=k8s.io/internal`. */
const classSetting = /ingress-?class(?:-?name)?["']?(?:\s*[=:]\s*|\s+)["']?([\w./-]+)/gi;
const controllerSetting = /controller-class["']?(?:\s*[=:]\s*|\s+)["']?([\w./-]+)/gi;

function watches(
  { family, classes, controllers }: Controller,
  className: string,
  controller: string | undefined,
): boolean {
  if (classes.includes(className)) return true;
  if (controller !== undefined) {
    if (controllers.length > 0) return controllers.includes(controller);
    return family.controller.test(controller) && classes.length === 0;
  }
  return classes.length === 0 && controllers.length === 0 && family.className === className;
}

/** Arguments, commands and environment of the containers, and the ConfigMaps that are mounted into them. */
function settingsOf(workload: KubernetesObject, estate: Estate): string {
  const fromContainers = containersOf(workload).flatMap((container) => [
    ...['command', 'args'].flatMap((key) => items(valueAt(container, [key]))),
    ...itemsAt(container, ['env']).scopes.flatMap((variable) => {
      const [name, value] = ['name', 'value'].map((key) => textOf(valueAt(variable, [key])));
      return name === undefined ? [] : [`${name.replaceAll('_', '')}=${value ?? ''}`];
    }),
  ]);
  const mounted = new Set(
    itemsAt(workload.scope, [...podPath(workload), 'spec', 'volumes']).scopes.flatMap(
      (volume) => textOf(valueAt(volume, ['configMap', 'name'])) ?? [],
    ),
  );
  const fromMaps = estate
    .all('', 'ConfigMap')
    .filter(({ name, namespace }) => namespace === workload.namespace && mounted.has(name))
    .flatMap(({ scope }) => [...textsOf(valueAt(scope, ['data'])).values()]);
  return [...fromContainers, ...fromMaps].join('\n');
}

function items(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : [];
}

/** The Services that lead to a controller from outside the cluster. */
export function servicesOf(controller: KubernetesObject, estate: Estate): readonly KubernetesObject[] {
  return estate.derived(servicesByController)(controller);
}

function servicesByController(estate: Estate): (controller: KubernetesObject) => readonly KubernetesObject[] {
  return remembering((controller) => servicesSelecting(podLabels(controller), controller.namespace, estate));
}
