/** How an object is published through what others declare. */
import type { Resource, Root } from '../../evaluation/resource.js';
import type { Origin } from '../../syntax/value.js';
import { certainly } from '../fact.js';
import type { Fact } from '../fact.js';
import type { Reach, Way, WayMarks } from '../entry-point.js';
import { known } from '../reading/convert.js';
import { controllersOfClass, defaultClass, nginxIngressControllerService } from './app-routing.js';
import { controllersWatching, servicesOf } from './controllers.js';
import { defaultControllerWay } from './default-controller.js';
import type { Estate } from './estate.js';
import { foldersOf, nearest } from './estate.js';
import type { Leading } from './leading.js';
import { leadingServices } from './leading.js';
import { hostFacts } from './host.js';
import type { KubernetesObject } from './object.js';
import { fullName } from './object.js';

export interface Ways {
  readonly ways: readonly Way[];
  /** What else decides them: a change of it touches the object. */
  readonly parts: readonly Resource[];
}

export function knownWay(through: string, reach: Reach, origin: Origin, byDefault = false): Ways {
  return { ways: [{ kind: 'known', through, origin, reach: known(reach, origin, through, byDefault) }], parts: [] };
}

export function unknownWay(what: string, dependsOn: readonly string[], origin: Origin): Ways {
  return { ways: [{ kind: 'unknown', what, dependsOn, origin }], parts: [] };
}

/** The same ways, with what tells the controller where it is not declared. */
export function marked({ ways, parts }: Ways, marks: WayMarks): Ways {
  return { ways: ways.map((way) => (way.kind === 'unknown' ? { ...way, marks } : way)), parts };
}

/** The way that waits for a value: the name of a class. */
export function openWay(what: string, fact: Fact<unknown>): Ways {
  const dependsOn = fact.known ? [] : fact.dependsOn.length > 0 ? fact.dependsOn : [fact.expression];
  return unknownWay(what, dependsOn, fact.origin);
}

/** Through Services: those that only the cluster reaches lead nowhere. */
export function serviceWays(services: readonly KubernetesObject[], origin: Origin, estate: Estate): Ways {
  return waysThrough(leadingServices(services, estate), origin);
}

function waysThrough(leading: readonly Leading[], origin: Origin): Ways {
  return {
    ways: leading.map(({ object, service }) => ({
      kind: 'service',
      through: `Service ${fullName(object)}`,
      origin,
      service,
    })),
    parts: leading.map(({ object }) => object.resource),
  };
}

/** Through the controllers of application routing that watch a class; undefined when it is none of theirs. */
export function appRoutingWays(
  name: string,
  ingress: KubernetesObject,
  estate: Estate,
  origin: Origin,
): Ways | undefined {
  const controllers = nearest(controllersOfClass(name, estate), ingress.resource);
  if (controllers.length === 0) {
    return name === defaultClass
      ? { ways: [defaultControllerWay(estate, ingress.resource, origin)], parts: [] }
      : undefined;
  }
  return {
    ways: controllers.map((controller) => ({
      kind: 'service',
      through: `NginxIngressController ${controller.name}`,
      origin,
      service: nginxIngressControllerService(controller, estate),
    })),
    parts: controllers.map(({ resource }) => resource),
  };
}

/** Through controllers that are declared as workloads. */
export function workloadWays(
  name: string,
  controller: string | undefined,
  object: KubernetesObject,
  estate: Estate,
  origin: Origin,
): Ways | undefined {
  const { services, nodes } = estate.derived(publishersByPlace)({ name, controller, root: object.resource.root });
  const onNodes = nodes.map((each) => knownWay(`${each.kind} ${fullName(each)}`, 'nodes', origin));
  const ways = joined([waysThrough(services, origin), ...onNodes]);
  return ways.ways.length > 0 ? ways : undefined;
}

interface Class {
  readonly name: string;
  readonly controller: string | undefined;
  /** Where the object of the class is deployed from. */
  readonly root: Root;
}

/** What publishes a class near a place. */
interface Publishers {
  readonly services: readonly Leading[];
  /** Controllers that listen on the nodes themselves. */
  readonly nodes: readonly KubernetesObject[];
}

function publishersByPlace(estate: Estate): (wanted: Class) => Publishers {
  const known = new Map<string, Publishers>();
  return (wanted) => {
    const key = JSON.stringify([wanted.name, wanted.controller, ...foldersOf(wanted.root)]);
    const found = known.get(key) ?? publishersOf(wanted, estate);
    known.set(key, found);
    return found;
  };
}

function publishersOf({ name, controller, root }: Class, estate: Estate): Publishers {
  const all = controllersWatching(name, controller, estate);
  const watching = nearest(all, { root });
  // Where the controller is deployed once, every Service before its pods counts, wherever it is declared.
  const before = (each: KubernetesObject): readonly KubernetesObject[] =>
    all.length > watching.length ? nearest(servicesOf(each, estate), each.resource) : servicesOf(each, estate);
  return {
    // Of several deployments of one controller each can be reached through the Services of all.
    services: leadingServices(new Set(watching.flatMap(before)), estate),
    nodes: watching.filter(isOnNodes),
  };
}

function isOnNodes(workload: KubernetesObject): boolean {
  const { hostNetwork, hostPorts } = hostFacts(workload);
  return hostPorts.length > 0 || certainly(hostNetwork, (on) => on) === true;
}

export function joined(all: readonly Ways[]): Ways {
  return { ways: all.flatMap(({ ways }) => ways), parts: all.flatMap(({ parts }) => parts) };
}
