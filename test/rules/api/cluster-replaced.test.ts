import type { Creation, CreationSetting } from '../../../src/posture/creation.js';
import type { Fact } from '../../../src/posture/fact.js';
import { clusterReplaced } from '../../../src/rules/api/cluster-replaced.js';
import { byDefault, changes, check, cluster, known, waiting } from '../../support/subjects.js';

type When = CreationSetting['when'];

function found(
  was: Fact<string | boolean>,
  now: Fact<string | boolean>,
  when: When = 'changed',
  answer: Creation['answer'] = 'replaced',
) {
  const made = (fact: Fact<string | boolean>) => cluster({ creation: { answer, settings: [{ fact, when }] } });
  return changes(clusterReplaced, made(was), made(now));
}

test('bad: Terraform replaces the cluster, also for a change to the better', () => {
  const [one] = found(byDefault(false, 'private_cluster_enabled'), known(true, 'private_cluster_enabled'));
  expect(one?.message).toBe(
    "Terraform will replace the cluster aks: it destroys the cluster with all that runs in it and makes another one, because private_cluster_enabled (false to true) can't change in place.",
  );
  expect(one?.severity).toBeUndefined();
  expect(one?.level).toBeUndefined();
});

test('bad: Azure refuses the same of a template', () => {
  const [one] = found(known(true, 'enablePrivateCluster'), known(false, 'enablePrivateCluster'), 'changed', 'refused');
  expect(one?.message).toBe(
    'The deployment will fail on the existing cluster aks: Azure does not accept a change of enablePrivateCluster (true to false) after the cluster is made.',
  );
  expect(one?.severity).toBe('warning');
});

test('several settings are told in one finding', () => {
  const made = (value: boolean, zone: string) =>
    cluster({
      creation: {
        answer: 'replaced',
        settings: [
          { fact: known(value, 'private_cluster_enabled'), when: 'changed' },
          { fact: known(zone, 'private_dns_zone_id'), when: 'chosen' },
        ],
      },
    });
  const all = changes(clusterReplaced, made(false, 'system'), made(true, 'none'));
  expect(all).toHaveLength(1);
  expect(all[0]?.message).toMatch(
    /private_cluster_enabled \(false to true\) and private_dns_zone_id \(“system” to “none”\) can't all change/,
  );
});

test.each<[string, Fact<string | boolean>, Fact<string | boolean>, When, number]>([
  ['nothing changed', known('a'), known('a'), 'changed', 0],
  ['it became known', waiting('var.name'), known('a'), 'changed', 0],
  ['the same expression', waiting('var.name'), waiting('var.name'), 'changed', 0],
  ['another expression', waiting('var.name'), waiting('var.other'), 'changed', 0],
  ['none of the candidates', waiting('var.name', ['a', 'b']), known('c'), 'changed', 1],
  ['an id in place of a word', known('system'), waiting('azurerm_private_dns_zone.aks.id'), 'chosen', 1],
  ['a parameter in place of a word', known('system'), waiting('var.zone'), 'chosen', 0],
  ['an omitted one keeps what is there', known('none'), byDefault('system'), 'chosen', 0],
  ['what was left to Azure is not known', byDefault(''), known('mc-aks'), 'chosen', 0],
  ['a known default is', byDefault('system'), known('none'), 'chosen', 1],
  ['taken away', known('/subnets/api'), byDefault(''), 'cleared', 1],
  ['put in its place', known('/subnets/api'), known('/subnets/other'), 'cleared', 0],
  ['it can change in place', known(false), known(true), 'never', 0],
])('%s', (_, was, now, when, count) => {
  expect(found(was, now, when)).toHaveLength(count);
});

test('good: one revision alone shows nothing', () => {
  expect(check(clusterReplaced, cluster())).toEqual([]);
});
