import { vnetIntegrationOneWay } from '../../../src/rules/api/vnet-integration-one-way.js';
import { byDefault, changes, cluster, known, waiting } from '../../support/subjects.js';

const on = cluster({ api: { vnetIntegration: known(true) } });
const off = cluster({ api: { vnetIntegration: byDefault(false) } });

test('bad: switched off', () => {
  const [found] = changes(vnetIntegrationOneWay, on, off);
  expect(found?.message).toMatch(/aks is switched off, which Azure refuses on an existing cluster/);
  expect(found?.severity).toBeUndefined();
});

test('switched on: there is no way back', () => {
  const [found] = changes(vnetIntegrationOneWay, off, on);
  expect(found?.message).toMatch(/which can't be undone/);
  expect(found?.severity).toBe('notice');
});

test('good: it stays as it is', () => {
  expect(changes(vnetIntegrationOneWay, on, on)).toEqual([]);
  expect(changes(vnetIntegrationOneWay, off, off)).toEqual([]);
});

test('undetermined: a parameter', () => {
  const open = cluster({ api: { vnetIntegration: waiting('param integrated') } });
  expect(changes(vnetIntegrationOneWay, on, open)).toEqual([]);
});

test('where Terraform replaces the cluster with it, that is told instead', () => {
  const made = (subnet: string, vnetIntegration: boolean) =>
    cluster({
      api: { vnetIntegration: known(vnetIntegration) },
      creation: { answer: 'replaced', settings: [{ fact: known(subnet, 'subnet_id'), when: 'cleared' }] },
    });
  expect(changes(vnetIntegrationOneWay, made('/subnets/api', true), made('', false))).toEqual([]);
});
