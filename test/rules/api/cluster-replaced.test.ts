import type { Creation, CreationSetting } from '../../../src/posture/creation.js';
import type { Fact } from '../../../src/posture/fact.js';
import type { Cluster } from '../../../src/posture/model.js';
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

test.each<[string, Fact<string>, Fact<string>, number]>([
  ['another value', known('azure'), known('calico'), 1],
  ['what Azure chose before is not known', byDefault(''), known('calico'), 0],
  ['omitted, it stays', known('azure'), byDefault(''), 0],
  ['one that it can change to in place', known('azure'), known('cilium'), 0],
  ['a choice that may be that one', known('azure'), waiting('var.policy', ['cilium', 'calico']), 0],
])('rewritten, with an exception: %s', (_, was, now, count) => {
  const made = (fact: Fact<string>) =>
    cluster({ creation: { answer: 'replaced', settings: [{ fact, when: 'rewritten', except: 'cilium' }] } });
  expect(changes(clusterReplaced, made(was), made(now))).toHaveLength(count);
});

describe('with a lifecycle block', () => {
  const setting = (value: boolean): Creation => ({
    answer: 'replaced',
    settings: [{ fact: known(value, 'private_cluster_enabled'), when: 'changed' }],
  });
  const lifecycle = { ignored: [], origin: known('').origin, createsFirst: false, isKept: false };
  const told = (rest: Partial<NonNullable<Cluster['lifecycle']>>) =>
    changes(clusterReplaced, cluster({ creation: setting(false) }), {
      ...cluster({ creation: setting(true) }),
      lifecycle: { ...lifecycle, ...rest },
    }).map(({ message }) => message);

  test('prevent_destroy makes Terraform refuse', () => {
    expect(told({ isKept: true })).toEqual([
      "Terraform will refuse to plan: it would have to replace the cluster aks, because private_cluster_enabled (false to true) can't change in place, and prevent_destroy forbids that.",
    ]);
  });

  test('create_before_destroy fails on the name', () => {
    expect(told({ createsFirst: true })[0]).toMatch(/the new one comes first, which Azure refuses/);
  });

  test('what is ignored is not replaced', () => {
    expect(told({ ignored: ['private_cluster_enabled'] })).toEqual([]);
    expect(told({ ignored: 'all' })).toEqual([]);
    expect(told({ ignored: ['private_cluster'] })).toHaveLength(1);
  });
});

test('bad: the webhook of Cluster API rejects it', () => {
  const made = (type: string): Cluster =>
    cluster({
      creation: {
        answer: 'rejected',
        rejectedBy: 'the webhook',
        settings: [{ fact: known(type, 'outboundType'), when: 'changed' }],
      },
    });
  const [one] = changes(clusterReplaced, made('loadBalancer'), made('none'));
  expect(one?.message).toBe(
    'The change of aks will be rejected: the webhook does not let outboundType (“loadBalancer” to “none”) of an existing cluster change, so nothing of the new text is applied.',
  );
  expect(one?.severity).toBe('warning');
});
