import { reviewFiles } from '../support/review.js';
import { suppressionOf } from '../../src/comparison/suppression.js';

const rule = 'ingress/public-load-balancer';
const today = '2026-11-23';

const check = (text: string, line: number): ReturnType<typeof suppressionOf> => {
  const lines = text.split('\n');
  return suppressionOf(rule, [{ path: 'k8s/web.yaml', line }], (_, at) => lines[at - 1] ?? '', today);
};

describe('a suppression comment counts', () => {
  test.each([
    ['on the line', `name: web # aks-privacy: ignore ${rule} -- the shop is public`, 1],
    ['on the line above', `# aks-privacy: ignore ${rule} -- the shop is public\nname: web`, 2],
    ['among the comment lines above', `# aks-privacy: ignore ${rule} -- the shop is public\n# more\nname: web`, 3],
    ['in Bicep', `// aks-privacy: ignore ${rule} -- the shop is public\nresource aks`, 2],
    ['in a block comment', `/* aks-privacy: ignore ${rule} -- the shop is public */\nresource aks`, 2],
    ['for several rules', `# aks-privacy: ignore api/run-command, ${rule} -- the shop is public\nname: web`, 2],
  ])('%s', (_, text, line) => {
    expect(check(text, line)).toMatchObject({
      kind: 'suppressed',
      suppression: { reason: 'the shop is public', until: null },
    });
  });

  test('until its date, that day included', () => {
    expect(check(`# aks-privacy: ignore ${rule} until 2026-11-23 -- demo\nname: web`, 2)).toMatchObject({
      kind: 'suppressed',
      suppression: { reason: 'demo', until: '2026-11-23' },
    });
  });
});

describe('a suppression comment does not count', () => {
  test.each([
    ['without a reason', `# aks-privacy: ignore ${rule}\nname: web`, /needs a reason/],
    ['with an empty reason', `# aks-privacy: ignore ${rule} -- \nname: web`, /needs a reason/],
    ['past its date', `# aks-privacy: ignore ${rule} until 2026-11-22 -- demo\nname: web`, /ended on 2026-11-22/],
    ['with a date of another form', `# aks-privacy: ignore ${rule} until 31.12.2027 -- demo\nname: web`, /2027-01-31/],
    [
      'with a day that does not exist',
      `# aks-privacy: ignore ${rule} until 2027-13-01 -- demo\nname: web`,
      /2027-01-31/,
    ],
  ])('%s, and says so', (_, text, message) => {
    expect(check(text, 2)).toMatchObject({
      kind: 'void',
      path: 'k8s/web.yaml',
      line: 1,
      message: expect.stringMatching(message) as string,
    });
  });

  test.each([
    ['for another rule', '# aks-privacy: ignore api/public-endpoint -- x\nname: web', 2],
    ['for a rule whose name only starts alike', `# aks-privacy: ignore ${rule}-x -- x\nname: web`, 2],
    ['below the line', `name: web\n# aks-privacy: ignore ${rule} -- x`, 1],
    ['past a line that is no comment', `# aks-privacy: ignore ${rule} -- x\nkind: Service\nname: web`, 3],
    ['outside a comment', `value: "aks-privacy: ignore ${rule} -- x"`, 1],
  ])('%s', (_, text, line) => {
    expect(check(text, line)).toBeUndefined();
  });
});

describe('a suppression that names no rule', () => {
  const told = async (names: string): Promise<readonly string[]> => {
    const web = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n';
    const report = await reviewFiles(null, {
      'web.yaml': `${web}  # aks-privacy: ignore ${names} -- the shop is public\n  type: LoadBalancer\n`,
    });
    return report.problems.map(({ path, line, message }) => `${path}:${String(line)} ${message}`);
  };

  test.each(['ingress/public-load-balancr', 'public-load-balancer', 'api/run-command, ingress/public-loadbalancer'])(
    'is told with the one that is meant: %s',
    async (names) => {
      const named = names.split(', ').at(-1) ?? '';
      expect(await told(names)).toEqual([
        `web.yaml:6 the suppression does not count: ${named} is no rule; did you mean ${rule}?`,
      ]);
    },
  );

  test.each([rule, 'ingress/public-gateway', 'something-else-altogether'])('is not told for %s', async (names) => {
    expect(await told(names)).toEqual([]);
  });
});
