/** Ways in through controllers and gateways that live elsewhere. */
import { certainly } from '../fact.js';
import type { PublishedEntryPoint, Way, WayMarks } from '../entry-point.js';
import type { Opening } from '../model.js';
import { known } from '../reading/convert.js';
import type { KnownGateway } from './known.js';

export function publishedWith(subject: PublishedEntryPoint, gateways: readonly KnownGateway[]): PublishedEntryPoint {
  if (gateways.length === 0 || subject.ways.every(({ kind }) => kind !== 'unknown')) return subject;
  const [first, ...others] = subject.ways;
  const through = (way: Way): Way => wayThrough(way, gateways);
  return { ...subject, ways: [through(first), ...others.map(through)] };
}

function wayThrough(way: Way, gateways: readonly KnownGateway[]): Way {
  if (way.kind !== 'unknown' || !way.marks) return way;
  const { marks, origin } = way;
  const gateway = gateways.find((each) => isMeant(each, marks));
  if (!gateway) return way;
  return {
    kind: 'known',
    through: gateway.name,
    origin,
    reach: known(gateway.reach, origin, gateway.name, false),
    said: gateway.origin,
  };
}

function isMeant({ by, matches }: KnownGateway, { ingressClass, gatewayClass, hosts }: WayMarks): boolean {
  switch (by) {
    case 'ingress-class':
      return ingressClass !== undefined && matches(ingressClass);
    case 'gateway-class':
      return gatewayClass !== undefined && matches(gatewayClass);
    case 'hostname':
      return hosts.length > 0 && hosts.every(matches);
    case 'resource':
      return false;
  }
}

/** The add-on that works with an Application Gateway of another repository. */
export function openingsWith(openings: readonly Opening[], gateways: readonly KnownGateway[]): readonly Opening[] {
  const resources = gateways.filter(({ by }) => by === 'resource');
  if (resources.length === 0) return openings;
  return openings.map((opening) => {
    const { gateway, exposure } = opening;
    if (!gateway || certainly(exposure, (reach) => reach === 'public') !== undefined) return opening;
    const { enabled, id } = gateway;
    if (certainly(enabled, (on) => on) !== true) return opening;
    const text = id.known ? id.value : id.expression;
    const found = resources.find(({ matches }) => matches(text));
    if (!found) return opening;
    const reach = found.reach === 'cluster' ? 'none' : found.reach;
    return { ...opening, exposure: known(reach, exposure.origin, found.name, false), said: found.origin };
  });
}
