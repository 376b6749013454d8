/** A pull request on the stand-in, and reports about it, for the tests of publishing. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Finding, Report } from '../../../src/report/report.js';
import { noLines } from '../../../src/report/lines.js';
import type { Target } from '../../../src/github/context.js';
import type { Inputs } from '../../../src/github/inputs.js';
import { compareCommits } from '../../../src/github/changes.js';
import type { Annotation } from '../../../src/github/publish/annotations.js';
import { publish } from '../../../src/github/publish/publish.js';
import type { Runner } from '../../../src/github/publish/runner.js';
import { textsOf } from '../../../src/github/texts.js';
import { clientOf } from '../../support/github/api.js';
import type { StandIn } from '../../support/github/stand-in.js';
import { World } from '../../support/github/world.js';
import { finding, report, service } from '../../report/sample.js';

export const path = 'k8s/web.yaml';
export const text = [...Array(40).keys()].map((line) => `line${String(line + 1)}: x\n`).join('');

/** Base and head of pull request 7: lines 10 and 11 of one file change. */
export function pullRequestWorld(): World {
  const world = new World();
  const base = world.commit({ [path]: text });
  world.open(7, base, push(world, base, { 10: 'line10: changed', 11: 'line11: changed' }));
  return world;
}

/** A commit in which lines of the file (1-based) are replaced. */
export function push(world: World, parent: string, lines: Readonly<Record<number, string>>): string {
  const all = world.text(parent, path).split('\n');
  for (const [line, content] of Object.entries(lines)) all[Number(line) - 1] = content;
  return world.commit({ [path]: all.join('\n') }, parent);
}

/** A finding at a line of the file. */
export function at(line: number, fingerprint: string, overrides: Partial<Finding> = {}): Finding {
  return finding({
    ...{ path, startLine: line, endLine: line, startColumn: 1, endColumn: 5, fingerprint, subject: service.id },
    ...{
      rule: 'ingress/public-load-balancer',
      dimension: 'ingress',
      docs: 'docs/rules/ingress/public-load-balancer.md',
    },
    ...overrides,
  });
}

export function reportOn(world: World, findings: readonly Finding[], overrides: Partial<Report> = {}): Report {
  const pull = world.pulls.get(7)!;
  const blocking = findings.some(({ status, regression }) => status === 'introduced' && regression);
  return report({
    comparison: { base: pull.base, head: pull.head },
    verdict: blocking ? 'fail' : 'pass',
    failures: blocking ? ['ingress privacy gets worse'] : [],
    subjects: [service],
    findings,
    ...overrides,
  });
}

export interface Published {
  readonly problems: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: readonly string[];
  readonly notices: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly requests: number;
}

export interface PublishOptions {
  readonly target?: Partial<Target>;
  readonly inputs?: Partial<Pick<Inputs, 'comment' | 'checkName' | 'statusContext'>>;
}

/** Publishes a report as one run of the action does. */
export async function run(
  world: World,
  standIn: StandIn,
  published: Report,
  { target: changed = {}, inputs = {} }: PublishOptions = {},
): Promise<Published> {
  const { octokit } = clientOf(standIn, world);
  const repository = { owner: world.owner, repo: world.repo };
  const base = published.comparison.base ?? '';
  const head = published.comparison.head ?? '';
  const pull = { kind: 'pull-request', repository, number: 7, base, baseName: 'main', head, changedFiles: 1 };
  const target = { ...pull, fork: false, privileged: false, ...changed } as Target;
  const changes = base === '' ? [] : (await compareCommits(octokit, repository, base, head)).changes;
  const addresses = { serverUrl: 'https://github.com', actionRepository: 'octo/aks-privacy', actionRef: 'v1' };
  const now = new Date('2026-11-23');
  const texts = textsOf(published, { target, eventName: 'pull_request', head, lines: noLines, addresses, now });
  const runner = recorder();
  const before = standIn.requests.length;
  const problems = await publish(
    {
      ...{ report: published, target, changes, head, texts },
      ...{ comment: 'inline', checkName: 'AKS privacy', statusContext: '', ...inputs },
      ...{ runUrl: 'https://github.com/octo/shop/actions/runs/1', reportFile: '', sarifFile: '' },
      writeFile: (file) => Promise.resolve(file),
      settle: () => delay(200),
    },
    octokit,
    runner,
  );
  return { ...runner.seen(), problems, requests: standIn.requests.length - before };
}

function recorder(): Runner & { seen: () => Omit<Published, 'problems' | 'requests'> } {
  const outputs: Record<string, string> = {};
  const summary: string[] = [];
  const log: string[] = [];
  const notices: string[] = [];
  const annotations: Annotation[] = [];
  return {
    output: (name, value) => (outputs[name] = value),
    summary: (markdown) => Promise.resolve(void summary.push(markdown)),
    info: (line) => log.push(line),
    debug: () => undefined,
    annotate: (annotation) => annotations.push(annotation),
    notice: (message) => notices.push(message),
    seen: () => ({ outputs, summary: summary.join('\n'), log, notices, annotations }),
  };
}
