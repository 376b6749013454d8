/**
 * The examples of every rule's page, run through the whole pipeline: what the page calls wrong is found, what it calls mended
 * is not, and a fix that is offered mends what it is offered for.
 */
import type { Finding, Report } from '../../src/report/report.js';
import { rules } from '../../src/rules/index.js';
import { docsOf } from '../../src/rules/rule.js';
import type { Edit } from '../../src/syntax/edit.js';
import { reviewFiles } from '../support/review.js';
import type { Block } from '../support/rule-page.js';
import { readRulePage } from '../support/rule-page.js';

/** What a block of each language is called in a repository; other languages are not reviewed. */
const files: Readonly<Record<string, string>> = {
  bicep: 'main.bicep',
  terraform: 'main.tf',
  yaml: 'service.yaml',
  yml: 'kustomization.yaml',
  json: 'azuredeploy.json',
  bash: 'deploy.sh',
};

/** Forbids what it covers to be public, whatever its level is. */
const noPublicAddresses = `resource "azurerm_subscription_policy_assignment" "ip" {
  name                 = "deny-public-ip"
  policy_definition_id = "/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749"
  parameters           = jsonencode({ listOfResourceTypesNotAllowed = { value = ["Microsoft.Network/publicIPAddresses"] } })
}
`;

/** What stands beside a block: overlays are made of files. */
const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  yaml: { 'policies.tf': noPublicAddresses },
  yml: { 'web.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: LoadBalancer\n' },
};

/** The strictest that a team can ask for, so that every step back is told. */
const required = { api: 'isolated', ingress: 'isolated', egress: 'isolated' } as const;

const fileOf = ({ language }: Block): string => files[language] ?? '';
const treeOf = (block: Block, code = block.code): Readonly<Record<string, string>> => ({
  ...beside[block.language],
  [fileOf(block)]: code,
});
const findingsOf = (report: Report, id: string): readonly Finding[] =>
  report.findings.filter(({ rule }) => rule === id);

function edited(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  for (const edit of [...edits].sort((a, b) => b.startLine - a.startLine)) {
    lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.text.split('\n'));
  }
  return lines.join('\n');
}

/** Rules whose mending takes more than one edit, or a decision that only people can make. */
const withoutFix: ReadonlySet<string> = new Set([
  'api/authorized-ranges-admit-everyone',
  'api/authorized-ranges',
  'api/service-tag',
  'api/authorized-ranges-without-firewall',
  'api/private-dns-zone',
  'api/private-dns-zone-rights',
  'api/private-dns-zone-link',
  'api/module-setting-ignored',
  'api/undetermined',
  'ingress/additional-public-ips',
  'ingress/internal-subnet',
  'ingress/repeated-annotations',
  'ingress/load-balancer-class',
  'ingress/contradictory-public-ip',
  'ingress/deny-all-without-ranges',
  'ingress/ranges-and-tags-conflict',
  'ingress/invalid-source-range',
  'ingress/private-link-visibility',
  'ingress/external-ips',
  'ingress/node-port',
  'ingress/internal-load-balancer',
  'ingress/both-internal-and-public-controller',
  'ingress/application-gateway-for-containers',
  'ingress/restricted-controller',
  'ingress/internal-controller',
  'ingress/annotation-on-wrong-object',
  'ingress/app-routing-default-stays-public',
  'ingress/host-network',
  'ingress/application-gateway',
  'ingress/public-application-gateway',
  'ingress/private-application-gateway',
  'ingress/internal-add-on',
  'ingress/managed-service',
  'ingress/private-address-in-public-zone',
  'ingress/mixed-private-addresses',
  'ingress/module-setting-ignored',
  'ingress/patch-matches-nothing',
  'ingress/changed-by-hand',
  'ingress/forbidden-by-policy',
  'ingress/undetermined',
  'egress/unrestricted-outbound',
  'egress/proxy-without-routing',
  'egress/routed',
  'egress/route-to-internet',
  'egress/route-missing',
  'egress/firewall-allows-everything',
  'egress/firewall-allows-azure-cloud',
  'egress/firewall-wide-wildcard',
  'egress/nat-gateway-beside-none',
  'egress/policy-allows-everything',
  'egress/policy-default-deny-off',
  'egress/mesh-allows-any',
  'egress/service-entry-everything',
  'egress/policy-allows-any-dns',
  'egress/mesh-registry-only',
  'egress/service-entry',
  'egress/static-gateway-private',
  'egress/admin-network-policy',
  'egress/policy-without-engine',
  'egress/policy-wide-wildcard',
  'egress/pods-around-proxy',
  'egress/pods-around-mesh',
  'egress/pods-past-policies',
  'egress/public-resolver',
  'egress/out-of-reach',
  'egress/default-deny-missing',
  'egress/module-setting-ignored',
  'egress/undetermined',
]);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = readRulePage(docsOf(id));
  const level = (page.table.get('Level') ?? '').replace(/^none$|`/g, '');
  const examples = page.blocks('Example').filter((block) => fileOf(block) !== '');
  const mended = page.blocks('How to mend it').filter((block) => fileOf(block) !== '');

  test.each(examples.map((block, index) => [index + 1, block.language, block] as const))(
    'example %i (%s) is found, as a change of the mended form',
    async (_, language, block) => {
      const before = mended.find((other) => other.language === language);
      const path = fileOf(block);
      const report = await reviewFiles(before ? treeOf(before) : {}, treeOf(block), { required });
      const found = findingsOf(report, id).filter(({ status }) => status === 'introduced');
      expect(report.problems).toEqual(id === 'ingress/repeated-annotations' ? [expect.anything()] : []);
      expect(found).not.toEqual([]);
      for (const finding of found) {
        expect(finding.path).toBe(path);
        expect(finding.level).toBe(level === '' ? null : level);
        const lost = finding.level === 'unknown' ? 'warning' : rule.severity;
        expect(finding.severity).toBe(finding.regression ? 'error' : lost);
      }
    },
  );

  test.each(mended.map((block, index) => [index + 1, block.language, block] as const))(
    'mended form %i (%s) is not found',
    async (_, __, block) => {
      const report = await reviewFiles(null, treeOf(block));
      expect(report.problems).toEqual([]);
      expect(report.subjects).not.toEqual([]);
      expect(findingsOf(report, id)).toEqual([]);
    },
  );

  test.each(examples.map((block, index) => [index + 1, block.language, block] as const))(
    'example %i (%s) has a fix that mends it, or none where one edit is not enough',
    async (_, __, block) => {
      const [found] = findingsOf(await reviewFiles({}, treeOf(block), { required }), id);
      expect(found?.fix !== null).toBe(!withoutFix.has(id));
      if (!found?.fix) return;
      const report = await reviewFiles(null, treeOf(block, edited(block.code, found.fix.edits)));
      expect(report.problems).toEqual([]);
      expect(report.subjects).toHaveLength(1);
      expect(findingsOf(report, id)).toEqual([]);
    },
  );
});
