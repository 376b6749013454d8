/** The built action against the stand-in of GitHub, as a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ran, RunOptions } from '../support/github/action.js';
import { bundle, pullRequestPayload, runAction } from '../support/github/action.js';
import type { StandIn } from '../support/github/stand-in.js';
import { startStandIn } from '../support/github/stand-in.js';
import type { World } from '../support/github/world.js';
import { cluster, internal, opensService, path, privateEstate, pullRequest, push, web } from './estate.js';

// Built before any test starts: concurrent tests do not wait for beforeAll.
const built = bundle();
afterAll(() => built.remove());

/** The action leaves a second between requests that write; the runs wait at the same time. */
const patience = 60_000;

function scenario(name: string, work: () => Promise<void>): void {
  test.concurrent(name, work, patience);
}

interface Github {
  readonly world: World;
  readonly standIn: StandIn;
  /** Runs the action for pull request 7 as it is now. */
  readonly review: (options?: Partial<RunOptions>) => Promise<Ran>;
  readonly operations: () => readonly string[];
}

async function on(world: World, work: (github: Github) => Promise<void>, prefix = ''): Promise<void> {
  const standIn = await startStandIn(world, prefix);
  try {
    await work({
      world,
      standIn,
      review: (options = {}) =>
        runAction(built.file, world, standIn, {
          eventName: 'pull_request',
          payload: pullRequestPayload(world, 7),
          ...options,
        }),
      operations: () => standIn.requests.map(({ operation }) => operation.replace('/repos/{owner}/{repo}', '')),
    });
  } finally {
    await standIn.close();
  }
  expect(standIn.violations).toEqual([]);
}

scenario('a Service that becomes public: a comment, a check run, a summary, outputs, and a red job', () =>
  on(opensService(), async ({ world, review }) => {
    const ran = await review();
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(1);
    expect(ran.outputs).toMatchObject({
      verdict: 'fail',
      'ingress-level': 'open',
      'ingress-score': '0',
      'api-level': '',
    });
    expect(ran.report.findings.filter(({ status }) => status === 'introduced')).toHaveLength(1);
    expect(world.reviews).toHaveLength(1);
    expect(world.reviewComments).toEqual([expect.objectContaining({ path })]);
    expect(world.reviewComments[0]!.body).toContain('```suggestion');
    expect(world.checkRuns).toEqual([
      expect.objectContaining({ name: 'AKS privacy', conclusion: 'failure', title: 'Ingress open ▼' }),
    ]);
    expect(world.checkRuns[0]!.detailsUrl).toBe('https://github.com/octo/shop/actions/runs/42');
    expect(world.issueComments).toHaveLength(1);
    expect(ran.summary).toContain('one way in');
    expect(ran.stdout).toMatch(/^::error .*file=k8s\/web\.yaml/m);
  }),
);

scenario('the suggestion, applied, mends it', () =>
  on(opensService(), async ({ world, review }) => {
    await review();
    const [{ line, startLine, body } = { line: 0, startLine: 0, body: '' }] = world.reviewComments;
    const [, text = ''] = /```suggestion\n([^]*?)\n```/.exec(body) ?? [];
    const lines = world.text(world.pulls.get(7)!.head, path).split('\n');
    lines.splice((startLine ?? line!) - 1, line! - (startLine ?? line!) + 1, ...text.split('\n'));
    push(world, { [path]: lines.join('\n') });
    const ran = await review();
    expect(ran.code).toBe(0);
    expect(ran.report.dimensions.ingress ?? { level: 'private' }).toMatchObject({ level: 'private' });
  }),
);

scenario('a second run on the same commit adds nothing; the next push mends it and says so', () =>
  on(opensService(), async ({ world, review, operations }) => {
    await review();
    const first = operations().length;
    const again = await review();
    expect(again.code).toBe(1);
    expect(
      operations()
        .slice(first)
        .filter((name) => /^(POST|PATCH|DELETE) \/(?!graphql)/.test(name)),
    ).toEqual([]);
    push(world, { [path]: web(internal) });
    const mended = await review();
    expect(mended.code).toBe(0);
    expect(world.reviewComments).toHaveLength(1);
    expect(world.reviewComments[0]!.body).toMatch(/^\*\*Resolved\*\* in /);
    expect(world.issueComments).toHaveLength(1);
    expect(world.checkRuns.at(-1)).toMatchObject({ conclusion: expect.stringMatching(/success|neutral/) as string });
  }),
);

scenario('nothing that matters changes: green, and no comment', () =>
  on(pullRequest(privateEstate, { 'README.md': '# The shop\n' }), async ({ world, review }) => {
    const ran = await review();
    expect(ran.code).toBe(0);
    expect([world.reviewComments, world.issueComments]).toEqual([[], []]);
    expect(world.checkRuns).toHaveLength(1);
  }),
);

scenario('what was there before is not held against a pull request', () =>
  on(
    pullRequest({ ...privateEstate, 'k8s/old.yaml': web('', 'old') }, { 'README.md': 'x\n' }),
    async ({ world, review }) => {
      const ran = await review();
      expect(ran.code).toBe(0);
      expect([world.reviewComments, world.issueComments]).toEqual([[], []]);
    },
  ),
);

scenario('twenty changed files without a checkout take at most twelve requests', () => {
  const services = [...Array(19).keys()].map((index) => `k8s/service-${String(index)}.yaml`);
  const before = Object.fromEntries(services.map((name, index) => [name, web(internal, `s${String(index)}`)]));
  const after = Object.fromEntries(services.map((name, index) => [name, web('', `s${String(index)}`)]));
  const estate = { ...privateEstate, ...before };
  return on(pullRequest(estate, { ...after, 'infra/main.bicep': cluster(false) }), async ({ world, review }) => {
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(world.reviewComments.length).toBeGreaterThanOrEqual(20);
    expect(ran.requests).toBeLessThanOrEqual(12);
    expect(ran.report.statistics.apiRequests).toBeGreaterThan(0);
  });
});

scenario('a token that only reads: the same exit status, annotations of the job, and the permissions are named', () =>
  on(opensService(), async ({ world, review }) => {
    world.rights = { contents: 'read', pulls: 'read', issues: 'none', checks: 'none', statuses: 'none' };
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(ran.outputs.verdict).toBe('fail');
    expect(ran.summary).toContain('`checks: write`');
    expect(ran.summary).toContain('`pull-requests: write`');
    expect(ran.stdout).toMatch(/^::error .*file=k8s\/web\.yaml/m);
    expect([world.reviewComments, world.issueComments, world.checkRuns]).toEqual([[], [], []]);
  }),
);

for (const [name, repository] of [
  ['a fork', 'someone/shop'],
  ['a fork that is gone', null],
] as const) {
  scenario(`${name} is reviewed all the same`, () =>
    on(opensService(), async ({ world, review }) => {
      world.rights = { contents: 'read', pulls: 'read', issues: 'none', checks: 'none', statuses: 'none' };
      const ran = await review({ payload: pullRequestPayload(world, 7, repository) });
      expect(ran.code).toBe(1);
      expect(ran.summary).toContain('from forks a token that only reads');
    }),
  );
}

scenario('without GraphQL', () =>
  on(opensService(), async ({ world, review }) => {
    world.graphql = 'refuses';
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(world.reviewComments).toHaveLength(1);
  }),
);

scenario('a tree that GitHub cuts', () => {
  const many = Object.fromEntries([...Array(30).keys()].map((index) => [`docs/${String(index)}.md`, 'x']));
  return on(pullRequest({ ...privateEstate, ...many }, { [path]: web('') }), async ({ world, review }) => {
    world.treeLimit = 8;
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(ran.report.problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('too large for GitHub to list') as string }),
    );
  });
});

scenario('more findings than fit into one request of annotations', () => {
  const services = [...Array(60).keys()].map((index) => web('', `s${String(index)}`)).join('---\n');
  return on(pullRequest(privateEstate, { 'k8s/many.yaml': services }), async ({ world, review }) => {
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(world.checkRuns[0]!.annotations).toHaveLength(60);
    expect(world.reviewComments).toHaveLength(30);
    expect(ran.stdout.match(/^::error /gm)).toHaveLength(10);
  });
});

scenario('an anchor that GitHub refuses', () =>
  on(opensService(), async ({ world, standIn, review }) => {
    standIn.onRequest = (operation, earlier) =>
      operation.endsWith('/reviews') && earlier === 0
        ? { status: 422, body: { message: 'Unprocessable Entity', errors: ['Line could not be resolved'] } }
        : undefined;
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(world.reviewComments).toHaveLength(1);
    expect(world.issueComments).toHaveLength(1);
  }),
);

scenario('a head that moves during the run', () =>
  on(opensService(), async ({ world, standIn, review }) => {
    standIn.onRequest = (operation) => {
      if (operation.endsWith('/git/trees/{tree_sha}') && world.pulls.get(7)!.head.length === 40) {
        const pull = world.pulls.get(7)!;
        if (world.commits.get(pull.head)!.parents[0] === pull.base) push(world, { 'README.md': 'newer\n' });
      }
      return undefined;
    };
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(ran.summary).toContain('The pull request moved on from');
    expect([world.reviewComments, world.issueComments]).toEqual([[], []]);
  }),
);

scenario('a merge group: a check run on its head, no comment', () =>
  on(opensService(), async ({ world, review }) => {
    const { base, head } = world.pulls.get(7)!;
    const payload = { merge_group: { base_sha: base, head_sha: head } };
    const ran = await review({ eventName: 'merge_group', payload });
    expect(ran.code).toBe(1);
    expect(world.checkRuns).toEqual([expect.objectContaining({ headSha: head, conclusion: 'failure' })]);
    expect([world.reviewComments, world.issueComments]).toEqual([[], []]);
  }),
);

scenario('an audit of a branch', () =>
  on(opensService(), async ({ world, review }) => {
    const { head } = world.pulls.get(7)!;
    const ran = await review({ eventName: 'schedule', payload: {}, sha: head, inputs: { 'fail-on': 'error' } });
    expect(ran.code).toBe(1);
    expect(ran.report.comparison).toEqual({ base: null, head });
    expect(ran.outputs).toMatchObject({ 'ingress-level': 'open', introduced: '0' });
  }),
);

scenario('pull_request_target with the token of the base', () =>
  on(opensService(), async ({ world, review }) => {
    const ran = await review({
      eventName: 'pull_request_target',
      payload: pullRequestPayload(world, 7, 'someone/shop'),
    });
    expect(ran.code).toBe(1);
    expect(world.reviewComments).toHaveLength(1);
  }),
);

const charted = (type: string): World =>
  pullRequest(
    {
      'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'shop/values.yaml': 'type: ClusterIP\n',
      'shop/templates/service.yaml': web('').replace('LoadBalancer', '{{ .Values.type }}'),
    },
    { 'shop/values.yaml': `type: ${type}\n` },
  );

scenario('charts are rendered by helm where there is one, and not for pull_request_target', () =>
  on(charted('NodePort'), async ({ world, review }) => {
    const folder = mkdtempSync(join(tmpdir(), 'aks-privacy-helm-'));
    try {
      const output = `# Source: shop/templates/service.yaml\n${web('')}`;
      const script = `#!${process.execPath}\nconsole.log(${JSON.stringify(output)});\n`;
      writeFileSync(join(folder, 'helm'), script, { mode: 0o755 });
      const env = { PATH: `${folder}:${process.env.PATH ?? ''}` };
      const levels: (string | undefined)[] = [];
      const target = { eventName: 'pull_request_target', payload: pullRequestPayload(world, 7, 'someone/shop') };
      for (const options of [{}, { inputs: { render: 'off' } }, target, { ...target, inputs: { render: 'auto' } }]) {
        const { report } = await review({ env, ...options });
        levels.push(report.dimensions.ingress?.level);
      }
      expect(levels).toEqual(['open', 'private', 'private', 'open']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }),
);

scenario('Enterprise Server', () =>
  on(
    opensService(),
    async ({ world, review }) => {
      const ran = await review({ env: { GITHUB_SERVER_URL: 'https://github.example.org' } });
      expect(ran.code).toBe(1);
      expect(world.issueComments[0]!.body).toContain('https://github.example.org/octo/shop/blob/');
    },
    '/api/v3',
  ),
);

scenario('a server that stumbles', () =>
  on(opensService(), async ({ world, standIn, review }) => {
    standIn.onRequest = (operation, earlier) => {
      if (earlier > 0) return undefined;
      if (operation.includes('/compare/')) return { status: 502, body: { message: 'Bad gateway' } };
      if (operation.endsWith('/graphql')) return { reset: 'before' };
      return operation.endsWith('/reviews') ? { reset: 'after' } : undefined;
    };
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(world.reviews).toHaveLength(1);
    expect(world.reviewComments).toHaveLength(1);
  }),
);

scenario('two runs at the same time say everything once', () =>
  on(opensService(), async ({ world, review }) => {
    const ran = await Promise.all([review(), review()]);
    expect(ran.map(({ code }) => code)).toEqual([1, 1]);
    expect([world.reviews.length, world.reviewComments.length, world.issueComments.length]).toEqual([1, 1, 1]);
  }),
);

/** What GitHub renders as markup: everything but code. */
function withoutCode(body: string): string {
  return body.replace(/^(`{3,})[^]*?^\1$/gm, '').replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '');
}

const hostile = [
  '**bold** @octocat #1 <!-- aks-privacy:0 --> --> ](https://evil.example)',
  '::error file=a.ts::pwned',
  '##[add-mask]pwned',
  '</details><script>alert(1)</script>|`x`',
  '\u202egnp.exe\u0007\u001b[31m',
];
for (const name of hostile) {
  scenario(`a Service that is called ${JSON.stringify(name)}`, () =>
    on(pullRequest(privateEstate, { [path]: web('', JSON.stringify(name)) }), async ({ world, review }) => {
      const ran = await review();
      expect(ran.code).toBe(1);
      const commands = ran.stdout.split('\n').filter((line) => /^\s*::|##\[/.test(line));
      for (const command of commands) expect(command).toMatch(/^::(error|notice|debug) ?[^:]*::/);
      expect(ran.stdout).not.toMatch(/^\s*::(?:error file=a\.ts|add-mask)/m);
      const posted = [...world.reviewComments, ...world.issueComments].map(({ body }) => body);
      expect(posted.length).toBeGreaterThan(0);
      for (const body of [...posted, world.checkRuns[0]!.summary, ran.summary]) {
        expect(body).not.toMatch(/\u202e|\u0007|\u001b/);
        expect(withoutCode(body)).not.toMatch(/<script|@octocat|evil\.example/);
      }
      for (const body of posted) expect(body.match(/<!-- aks-privacy:/g)).toHaveLength(1);
      // The marks still work: a second run adds nothing.
      await review();
      expect([world.reviewComments.length, world.issueComments.length]).toEqual([posted.length - 1, 1]);
    }),
  );
}

scenario('a checkout that has both commits is read without the API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aks-privacy-checkout-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  const commit = (text: string): string => {
    mkdirSync(join(folder, 'k8s'), { recursive: true });
    writeFileSync(join(folder, path), text);
    git('add', '-A');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'x');
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q');
  const [base, head] = [commit(web(internal)), commit(web(''))];
  const world = opensService();
  // The same commits on GitHub, under the ids of the checkout.
  for (const [from, to] of [
    [world.pulls.get(7)!.base, base],
    [world.pulls.get(7)!.head, head],
  ] as const) {
    world.commits.set(to, { ...world.commits.get(from)!, sha: to, parents: to === head ? [base] : [] });
  }
  world.open(7, base, head);
  return on(world, async ({ review, operations }) => {
    const ran = await review({ workspace: folder });
    expect(ran.code).toBe(1);
    expect(world.reviewComments).toHaveLength(1);
    expect(operations().filter((name) => /git\/|compare|graphql|files/.test(name))).toEqual([]);
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
});

scenario('the configuration of the base counts, and a change to it is told', () => {
  const config = '.github/aks-privacy.yml';
  const estate = { ...privateEstate, [config]: 'required:\n  ingress: private\n' };
  return on(pullRequest(estate, { [path]: web(''), [config]: 'required:\n  ingress: open\n' }), async ({ review }) => {
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(ran.report.problems).toContainEqual(expect.objectContaining({ path: config }));
  });
});

const wrong: readonly (readonly [string, Partial<RunOptions>, string])[] = [
  ['a wrong input', { inputs: { 'fail-on': 'always' } }, 'fail-on is "always", but must be'],
  ['an event that names nothing', { eventName: 'issue_comment' }, 'names nothing to review'],
  [
    'a payload without a head',
    { payload: { pull_request: { number: 7, base: { sha: 'x' } } } },
    'pull_request.head.sha',
  ],
];
for (const [name, options, message] of wrong) {
  scenario(`${name} is told in a sentence`, () =>
    on(opensService(), async ({ review, operations }) => {
      const ran = await review(options);
      expect(ran.code).toBe(1);
      expect(ran.stdout).toMatch(/^::error::[A-Z]/m);
      expect(ran.stdout).toContain(message);
      expect(ran.stdout + ran.stderr).not.toMatch(/^\s+at /m);
      expect(operations()).toEqual([]);
    }),
  );
}

scenario('a repository that the token may not read', () =>
  on(opensService(), async ({ world, review }) => {
    world.rights.contents = 'none';
    const ran = await review();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('The token needs the permission `contents: read`.');
    expect(ran.stdout + ran.stderr).not.toContain(world.token);
  }),
);

scenario('report and SARIF files for later steps', () =>
  on(opensService(), async ({ review }) => {
    const folder = mkdtempSync(join(tmpdir(), 'aks-privacy-files-'));
    try {
      const inputs = { 'report-file': 'out/report.json', 'sarif-file': 'out/x.sarif' };
      const ran = await review({ inputs, workspace: folder });
      expect(ran.outputs.sarif).toBe(join(folder, 'out', 'x.sarif'));
      expect(execFileSync('ls', [join(folder, 'out')], { encoding: 'utf8' })).toBe('report.json\nx.sarif\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }),
);
