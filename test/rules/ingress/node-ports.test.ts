import type { NodePool } from '../../../src/posture/model.js';
import { nodePorts } from '../../../src/rules/ingress/node-ports.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { judge } from '../../../src/scoring/judge.js';
import type { SubnetShape } from '../../support/network.js';
import { around, security, subnet } from '../../support/network.js';
import { check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

const exposed = { name: 'pool1', nodePublicIp: known(true, 'enableNodePublicIP'), hostPorts: known(true) };

const subject = (pool: Partial<NodePool>, shape?: SubnetShape): ReturnType<typeof cluster> =>
  cluster({ egress: { pools: [{ ...exposed, ...pool }] }, ...(shape ? { network: around(subnet(shape)) } : {}) });
const found = (pool: Partial<NodePool>, shape?: SubnetShape): readonly Discovery[] =>
  check(nodePorts, subject(pool, shape));

const admits = security('web', { direction: 'inbound', access: 'allow', from: ['Internet'], ports: ['443'] });
const fenced = security('office', { direction: 'inbound', access: 'allow', from: ['203.0.113.0/24'] });

test('bad: allowed ports on public addresses', () => {
  const [one] = found({});
  expect(one?.message).toBe(
    'Ports of the nodes of pool pool1 in aks are open to the whole Internet, on public addresses of their own.',
  );
  expect(one?.level).toBe('open');
  expect(fixOf(one)).toBe('enableNodePublicIP = false');
});

test('bad: a security rule that lets everyone in, worse on other ports than those of the web', () => {
  const quiet = { nodePublicIp: known(false) };
  const [web] = found(quiet, { security: [admits] });
  expect(web?.message).toBe(
    'Security rule web lets the whole Internet in to the nodes of aks in subnet nodes, on port 443.',
  );
  expect([web?.severity, web?.level]).toEqual(['notice', undefined]);
  const ssh = security('ssh', { direction: 'inbound', access: 'allow', from: ['*'], ports: ['22', '3389'] });
  const [admin] = found(quiet, { security: [ssh] });
  expect(admin?.message).toMatch(/on port 22 and 3389\.$/);
  expect(admin?.severity).toBe('warning');
  expect(found({ hostPorts: known(false) }, { security: [admits] })[0]?.severity).toBe('warning');
});

test('good: no address, no port, or a security group in between', () => {
  expect(found({ nodePublicIp: known(false) })).toEqual([]);
  expect(found({ hostPorts: known(false) })).toEqual([]);
  expect(found({}, { security: [fenced] })).toEqual([]);
  expect(judge(subject({}, { security: [fenced] })).ingress).toBeNull();
});

test('undetermined: a parameter decides', () => {
  expect(found({ hostPorts: waiting('var.ports') })).toEqual([]);
  expect(judge(subject({ hostPorts: waiting('var.ports') })).ingress?.cause).toBe('undetermined');
  const rule = security('r', { direction: 'inbound', access: waiting('var.access'), from: ['*'] });
  expect(found({ nodePublicIp: known(false) }, { security: [rule] })).toEqual([]);
});
