import { internalSubnet } from '../../../src/rules/ingress/internal-subnet.js';
import { balanced, check } from '../../support/subjects.js';

test.each([
  ['/subscriptions/0000/virtualNetworks/vnet/subnets/ingress', 'is an id or a path'],
  ['', 'is empty'],
])('bad: %p', (value, said) => {
  const [found] = check(internalSubnet, balanced({ internal: 'true', internalSubnet: value }));
  expect(found?.message).toContain(said);
});

test('good: a name, or a Service that is not internal', () => {
  expect(check(internalSubnet, balanced({ internal: 'true', internalSubnet: 'ingress' }))).toEqual([]);
  expect(check(internalSubnet, balanced({ internalSubnet: 'a/b' }))).toEqual([]);
});
