import type { Opening } from '../../../src/posture/model.js';
import { asymmetricRouting } from '../../../src/rules/ingress/asymmetric-routing.js';
import { around, route, subnet } from '../../support/network.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const opening = (via: Opening['via'], exposure: Opening['exposure'] = known('public')): readonly Opening[] => [
  { via, exposure },
];
const routed = { outboundType: known('userDefinedRouting') };

test('bad: requests come in where answers do not leave', () => {
  const [found] = check(asymmetricRouting, cluster({ egress: routed, openings: opening('application-routing') }));
  expect(found?.message).toBe(
    'Requests to aks come in through the public load balancer of the application routing add-on, and their answers leave through the route to the firewall, which drops them.',
  );
  expect(found?.key).toBe('application-routing');
  expect(found?.level).toBeUndefined();
});

test('bad: a route beside a load balancer does the same', () => {
  const network = around(subnet({ routes: [route('default')] }));
  const egress = { outboundType: known('loadBalancer') };
  expect(
    check(asymmetricRouting, cluster({ egress, network, openings: opening('istio-external-gateway') })),
  ).toHaveLength(1);
});

test('good: internal, an Application Gateway, or no route', () => {
  const internal = opening('application-routing', known('internal'));
  expect(check(asymmetricRouting, cluster({ egress: routed, openings: internal }))).toEqual([]);
  expect(check(asymmetricRouting, cluster({ egress: routed, openings: opening('application-gateway') }))).toEqual([]);
  const translated = { outboundType: known('loadBalancer') };
  expect(check(asymmetricRouting, cluster({ egress: translated, openings: opening('application-routing') }))).toEqual(
    [],
  );
});

test('undetermined: a parameter decides', () => {
  const open = opening('application-routing', waiting('var.type', ['public', 'internal']));
  expect(check(asymmetricRouting, cluster({ egress: routed, openings: open }))).toEqual([]);
});
