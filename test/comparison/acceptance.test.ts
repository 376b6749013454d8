import type { Report } from '../../src/report/report.js';
import { reviewConfigured } from '../support/configured.js';

const service = (name: string, internal = false): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
${internal ? '  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n' : ''}spec:
  type: LoadBalancer
  ports: [{ port: 443 }]
`;
const entry = (until: string, subject = 'shop/web'): string => `minimum-scores: { ingress: 40 }
public-entry-points:
  - subject: ${subject}
    owner: team-shop
    reason: the front door
    until: ${until}
`;
const place = '.github/aks-privacy.yml';

async function opened(configuration: string, today?: string): Promise<Report> {
  return reviewConfigured(
    configuration,
    { 'k8s/web.yaml': service('web', true) },
    { 'k8s/web.yaml': service('web') },
    today,
  );
}

const told = ({ findings }: Report): readonly string[] =>
  findings.map(({ status, rule, suppression }) => `${status} ${rule} ${suppression?.reason ?? ''}`.trim());

test('what is public on purpose is accepted, with the owner and the line that says so', async () => {
  const report = await opened(entry('2027-06-30'));
  expect(told(report)).toEqual([
    `suppressed ingress/public-load-balancer the front door (public on purpose by ${place}:3, owner: team-shop)`,
  ]);
  expect([report.verdict, report.failures, report.problems]).toEqual(['pass', [], []]);
  expect(report.dimensions.ingress).toMatchObject({ level: 'open', score: 0, baseLevel: 'private' });
  expect(report.findings[0]?.suppression?.until).toBe('2027-06-30');
});

test('its end is announced two weeks before', async () => {
  const report = await opened(entry('2026-12-07'));
  expect(report.verdict).toBe('pass');
  expect(report.problems).toEqual([
    {
      ...{ path: place, line: 3 },
      message:
        'the public entry point shop/web (owner: team-shop) ends on 2026-12-07, in 14 days; after that it blocks again',
    },
  ]);
  expect((await opened(entry('2026-12-08'))).problems).toEqual([]);
});

test('past its end it counts again, and that is told', async () => {
  const report = await opened(entry('2026-11-22'));
  expect(told(report)).toEqual(['introduced ingress/public-load-balancer']);
  expect(report.verdict).toBe('fail');
  expect(report.failures).toEqual([
    expect.stringMatching(/privacy gets worse/),
    'ingress scores 0, below the minimum of 40',
  ]);
  expect(report.problems).toEqual([
    expect.objectContaining({
      line: 3,
      message: expect.stringMatching(/does not count any more: it ended on 2026-11-22/) as string,
    }),
  ]);
  expect((await opened(entry('2026-11-22'), '2026-11-22')).verdict).toBe('pass');
});

test('another entry point is none of its business', async () => {
  const report = await reviewConfigured(
    entry('2027-06-30'),
    {},
    { 'k8s/web.yaml': service('web'), 'k8s/admin.yaml': service('admin') },
  );
  expect(report.verdict).toBe('fail');
  expect(told(report)[0]).toBe('introduced ingress/public-load-balancer');
  expect(report.failures).toContain('ingress scores 0, below the minimum of 40');
});

test('an audit of everything tells entries that match nothing, a pull request does not', async () => {
  const files = { 'k8s/api.yaml': service('api', true) };
  expect((await reviewConfigured(entry('2027-06-30'), null, files)).problems).toEqual([
    { path: place, line: 3, message: 'the public entry point shop/web (owner: team-shop) matches no subject' },
  ]);
  expect((await reviewConfigured(entry('2027-06-30'), {}, files)).problems).toEqual([]);
});

describe('a suppression by configuration', () => {
  const suppression = (subject: string, until = ''): string => `suppressions:
  - rule: ingress/public-load-balancer
    subject: '${subject}'
    reason: known
${until === '' ? '' : `    until: ${until}\n`}`;

  test.each([
    ['the path', 'k8s/**'],
    ['the name', 'shop/web'],
    ['the id', 'k8s/web.yaml#Service/shop/web'],
  ])('is found by %s', async (_, subject) => {
    const report = await opened(suppression(subject));
    expect(told(report)).toEqual([`suppressed ingress/public-load-balancer known (accepted by ${place}:2)`]);
    expect(report.verdict).toBe('pass');
  });

  test('counts for its rule, its subject and its time', async () => {
    expect((await opened(suppression('shop/api'))).verdict).toBe('fail');
    expect((await opened(suppression('shop/web').replace('public-load-balancer', 'source-ranges'))).verdict).toBe(
      'fail',
    );
    expect((await opened(suppression('shop/web', '2026-01-01'))).verdict).toBe('fail');
  });
});

describe('a suppression comment', () => {
  const commented = (until: string): string =>
    service('web').replace(
      '  type:',
      `  # aks-privacy: ignore ingress/public-load-balancer until ${until} -- demo\n  type:`,
    );
  const messages = ({ problems }: Report): readonly string[] => problems.map(({ message }) => message);

  test('is told where it is added', async () => {
    const report = await reviewConfigured(
      '',
      { 'k8s/web.yaml': service('web', true) },
      { 'k8s/web.yaml': commented('2027-12-31') },
    );
    expect(report.verdict).toBe('pass');
    expect(messages(report)).toEqual(['a suppression of ingress/public-load-balancer is added here']);
  });

  test('that was there before is announced before its end, and counts no more after it', async () => {
    const audit = async (today: string): Promise<Report> =>
      reviewConfigured('', null, { 'k8s/web.yaml': commented('2026-12-31') }, today);
    expect(messages(await audit('2026-12-01'))).toEqual([]);
    expect(messages(await audit('2026-12-30'))).toEqual([
      'the suppression of ingress/public-load-balancer ends on 2026-12-31, tomorrow; after that it counts again',
    ]);
    const late = await audit('2027-01-01');
    expect(late.findings[0]?.status).toBe('existing');
    expect(messages(late)[0]).toMatch(/it ended on 2026-12-31/);
  });
});

test('levels wanted of an environment decide about what is new in it', async () => {
  const configuration = `environments:
  sandbox: { paths: ['sandbox/**'], required: { ingress: open } }
  production: { paths: ['prod/**'], required: { ingress: isolated } }
`;
  const verdict = async (path: string, internal: boolean): Promise<string> =>
    (await reviewConfigured(configuration, {}, { [path]: service('web', internal) })).verdict;
  expect(await verdict('sandbox/web.yaml', false)).toBe('pass');
  expect(await verdict('other/web.yaml', false)).toBe('fail');
  expect(await verdict('other/web.yaml', true)).toBe('pass');
  expect(await verdict('prod/web.yaml', true)).toBe('fail');
});
