import { hostNetwork } from '../../../src/rules/ingress/host-network.js';
import { check, onHost, waiting } from '../../support/subjects.js';

test('bad: the network of the host, or its ports', () => {
  expect(check(hostNetwork, onHost(true)).map(({ message, level }) => [message, level])).toEqual([
    [
      'DaemonSet shop/agent is reachable on the addresses of its nodes, from the virtual network and everything connected to it, by hostNetwork.',
      'private',
    ],
  ]);
  expect(check(hostNetwork, onHost(false, ['80', '443']))[0]?.message).toContain('by the host ports 80 and 443.');
});

test('undetermined: the network waits for a variable', () => {
  expect(check(hostNetwork, onHost(waiting('var.host')))).toEqual([]);
});
