import { nodePort } from '../../../src/rules/ingress/node-port.js';
import { check, service, waiting } from '../../support/subjects.js';

test('bad: told as a step back only', () => {
  const [found] = check(nodePort, service({ type: 'NodePort' }));
  expect(found?.message).toBe(
    'Service shop/web becomes reachable on a port of every node, from the virtual network and everything connected to it.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('good: inside the cluster', () => {
  expect(check(nodePort, service())).toEqual([]);
});

test('undetermined: the type waits for a variable', () => {
  expect(check(nodePort, service({ type: waiting('var.type') }))).toEqual([]);
});
