import { azureCliEvaluator } from '../../../src/evaluation/azcli/evaluator.js';
import type { Texts } from '../../support/evaluated.js';
import { subjectsIn } from '../../support/evaluated.js';
import { reviewFiles } from '../../support/review.js';

/** Level and reason of the egress of the one cluster. */
async function egress(text: string, path = 'a.sh'): Promise<readonly [string | undefined, string | undefined]> {
  const { subjects } = await reviewFiles(null, { [path]: text });
  const [cluster] = subjects.filter(({ kind }) => kind === 'cluster');
  return [cluster?.egress?.level, cluster?.egress?.because];
}

const network = `az network vnet create -g rg -n vnet --address-prefixes 10.0.0.0/16
az network route-table create -g rg -n routes
`;
const cluster = 'az aks create -g rg -n aks --vnet-subnet-id "$SUBNET" --outbound-type userDefinedRouting\n';
const subnet = (more: string): string =>
  `az network vnet subnet create -g rg --vnet-name vnet -n nodes --address-prefixes 10.0.1.0/24 ${more}\nSUBNET=$(az network vnet subnet show -g rg --vnet-name vnet -n nodes --query id -o tsv)\n`;
const route = (hop: string): string =>
  `az network route-table route create -g rg --route-table-name routes -n all --address-prefix 0.0.0.0/0 --next-hop-type ${hop}\n`;

test('a route to an appliance filters what the nodes of a script send', async () => {
  const text =
    network + route('VirtualAppliance --next-hop-ip-address 10.1.0.4') + subnet('--route-table routes') + cluster;
  expect(await egress(text)).toEqual(['private', expect.any(String)]);
});

test('a route to the Internet filters nothing', async () => {
  const [level, because] = await egress(network + route('Internet') + subnet('--route-table routes') + cluster);
  expect([level, because]).toEqual(['open', expect.stringContaining('Internet')]);
});

test('a table that is attached by an update counts', async () => {
  const update = 'az network vnet subnet update -g rg --vnet-name vnet -n nodes --route-table routes\n';
  const [level] = await egress(network + route('Internet') + subnet('') + update + cluster);
  expect(level).toBe('open');
});

test('names in variables lead to the same subnet, in PowerShell too', async () => {
  const text = `$rg = "rg"
$vnet = "vnet-$env:STAGE"
az network vnet create -g $rg -n $vnet --subnet-name nodes --subnet-prefixes 10.0.1.0/24
az network route-table create -g $rg -n routes
az network route-table route create -g $rg --route-table-name routes -n all --address-prefix 0.0.0.0/0 --next-hop-type Internet
az network vnet subnet update -g $rg --vnet-name $vnet -n nodes --route-table routes
$subnetId = az network vnet subnet show -g $rg --vnet-name $vnet -n nodes --query id -o tsv
az aks create -g $rg -n aks --vnet-subnet-id $subnetId --outbound-type userDefinedRouting
`;
  expect(await egress(text, 'a.ps1')).toEqual(['open', expect.stringContaining('Internet')]);
});

const firewall = `az network firewall create -g rg -n fw
FW_IP=$(az network firewall show -g rg -n fw --query "ipConfigurations[0].privateIPAddress" -o tsv)
${network}${route('VirtualAppliance --next-hop-ip-address $FW_IP')}${subnet('--route-table routes')}`;
const rule = (name: string, destinations: string): string =>
  `az network firewall network-rule create -g rg -f fw --collection-name ${name} --action Allow --priority 100 -n ${name} --protocols Any --source-addresses '*' --destination-addresses ${destinations} --destination-ports '*'\n`;

test('a rule of the firewall that admits everything is a hole', async () => {
  expect(await egress(firewall + rule('all', "'*'") + cluster)).toEqual(['open', expect.stringContaining('fw')]);
});

test('a rule of the firewall that admits little is none', async () => {
  expect((await egress(firewall + rule('some', '10.9.0.0/16') + cluster))[0]).toBe('private');
});

test('so is a rule of the policy of a firewall', async () => {
  const policy = `az network firewall policy create -g rg -n policy
az network firewall policy rule-collection-group create -g rg --policy-name policy -n group --priority 200
az network firewall policy rule-collection-group collection add-filter-collection -g rg --policy-name policy --rcg-name group -n all --action Allow --rule-name any --rule-type NetworkRule --destination-addresses '*' --source-addresses '*' --destination-ports '*' --ip-protocols Any
`;
  const text = policy + firewall.replace('-n fw\n', '-n fw --firewall-policy policy\n') + cluster;
  expect(await egress(text)).toEqual(['open', expect.stringContaining('fw')]);
});

test('a table that is attached by the id of the subnet counts', async () => {
  const id =
    'SUBNET="/subscriptions/$S/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/nodes"\n';
  const attached = 'az network vnet subnet update --route-table routes --ids $SUBNET\n';
  const text =
    network + route('VirtualAppliance --next-hop-ip-address 10.1.0.4') + subnet('') + id + attached + cluster;
  expect((await egress(text))[0]).toBe('private');
});

test.each([
  ['open', ''],
  ['unknown', '--route-table routes'],
])('a load balancer is %s where the one subnet that an open id may mean has %j', async (level, more) => {
  const id = '/subscriptions/$S/resourceGroups/$G/providers/Microsoft.Network/virtualNetworks/vnet/subnets/nodes';
  const made = network + route('VirtualAppliance --next-hop-ip-address 10.1.0.4') + subnet(more);
  const [found] = await egress(`${made}az aks create -g rg -n aks --vnet-subnet-id "${id}"\n`);
  expect(found).toBe(level);
});

test.each([
  ['private', '[ "$TABLE" == "" ]'],
  ['private', '[[ -z $TABLE ]]'],
  ['unknown', '[ "$FILTER" == "yes" ]'],
])('a table is %s when it is attached if %s', async (level, condition) => {
  const attached = `if ${condition}; then\n  az network vnet subnet update -g rg --vnet-name vnet -n nodes --route-table routes\nfi\n`;
  const text = network + route('VirtualAppliance --next-hop-ip-address 10.1.0.4') + subnet('') + attached + cluster;
  expect((await egress(text))[0]).toBe(level);
});

test('a NAT gateway beside outbound type none is told', async () => {
  const text = `az network public-ip create -g rg -n ip
az network nat gateway create -g rg -n nat --public-ip-addresses ip
${network}${subnet('--nat-gateway nat')}az aks create -g rg -n aks --vnet-subnet-id "$SUBNET" --outbound-type none
`;
  const { findings } = await reviewFiles(null, { 'a.sh': text });
  expect(findings.map(({ rule: id }) => id)).toContain('egress/nat-gateway-beside-none');
});

test('steps of a workflow make one network', async () => {
  const text = `jobs:
  make:
    steps:
      - run: |
          az network vnet create -g rg -n vnet
          az network route-table create -g rg -n routes
          az network route-table route create -g rg --route-table-name routes -n all --address-prefix 0.0.0.0/0 --next-hop-type Internet
      - run: |
          az network vnet subnet create -g rg --vnet-name vnet -n nodes --route-table routes --address-prefixes 10.0.1.0/24
          SUBNET=$(az network vnet subnet show -g rg --vnet-name vnet -n nodes --query id -o tsv)
          az aks create -g rg -n aks --vnet-subnet-id $SUBNET --outbound-type userDefinedRouting
`;
  expect(await egress(text, '.github/workflows/make.yml')).toEqual(['open', expect.stringContaining('Internet')]);
});

test('a network without a cluster is no subject', () => {
  const texts: Texts = { 'a.sh': network + subnet('') };
  expect(subjectsIn(texts, azureCliEvaluator)).toEqual([]);
});
