import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, git, inFolder, run, writeFiles } from './run.js';

const place = '.github/aks-privacy.yml';
const service = (internal: boolean): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
${internal ? '  annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: "true" }\n' : ''}spec:
  type: LoadBalancer
  ports: [{ port: 443 }]
`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: site, namespace: shop }
spec: { ingressClassName: corp, rules: [{ host: a.corp.example.com }] }
`;

const configuration = `environments:
  production:
    paths: ['prod/**', 'live/**']
    required: { ingress: isolated }
subjects:
  shop/web: { ingress: open }
  shop/api: { ingress: open }
minimum-scores: { ingress: 40 }
paths: { include: ['prod/**', 'staging/**'] }
rules:
  ingress/source-ranges:
    disabled: they are listed on purpose
gateways:
  - name: the proxy of the intranet
    ingress-class: corp
    reach: internal
  - name: the old proxy
    ingress-class: old
    reach: internal
public-entry-points:
  - { subject: shop/web, owner: team-shop, reason: front door, until: 2026-12-01 }
  - { subject: shop/site, owner: team-shop, reason: was public, until: 2027-12-01 }
  - { subject: shop/none, owner: team-shop, reason: gone, until: 2026-01-01 }
`;

test('config check says what a configuration comes to', async () => {
  const { status, out, err } = await inFolder((folder) => {
    writeFiles(folder, { 'prod/web.yaml': service(false), 'prod/site.yaml': ingress, [place]: configuration });
    return run(['config', 'check'], { folder });
  });
  expect([status, err]).toEqual([0, '']);
  expect(out).toBe(`${place} is valid.

Required where nothing narrower is said
  api private, ingress private, egress private
  minimum scores: ingress 40

Wanted of the subjects of this tree
  prod/site.yaml#Ingress/shop/site
    Ingress  wanted isolated   is private    by environment production
  prod/web.yaml#Service/shop/web
    Ingress  wanted open       is open       by subjects: shop/web

Rules that are off
  ingress/source-ranges: they are listed on purpose

Ends
  ${place}:23  the public entry point shop/none (owner: team-shop) ended on 2026-01-01 and does not count any more
  ${place}:21  the public entry point shop/web (owner: team-shop) ends on 2026-12-01, in 8 days
  ${place}:22  the public entry point shop/site (owner: team-shop) ends on 2027-12-01

Without effect in this tree
  ${place}:2  environment production: live/** matches no subject
  ${place}:7  subjects: shop/api matches no subject
  ${place}:22  the public entry point shop/site (owner: team-shop) matches subjects that are not public: it is not needed
  ${place}:23  the public entry point shop/none (owner: team-shop) matches no subject
  ${place}:17  the old proxy (by ingress-class) decides nothing that the text leaves open
  paths.include: staging/** matches no file
`);
});

test('without a file the defaults are told', async () => {
  const { status, out } = await inFolder((folder) => run(['config', 'check'], { folder }));
  expect(status).toBe(0);
  expect(out).toContain(`There is no ${place}: the defaults apply.`);
});

test('every mistake is told with its line, and what may have been meant', async () => {
  const { status, out, err } = await inFolder((folder) => {
    writeFiles(folder, { 'c.yml': 'requird: {}\nrequired:\n  api: privat\nrules:\n  api/public-endpont: error\n' });
    return run(['config', 'check', 'c.yml'], { folder });
  });
  expect([status, out]).toEqual([2, '']);
  expect(err.split('\n')).toEqual([
    'aks-privacy: c.yml:1: requird is no setting; did you mean required?',
    'aks-privacy: c.yml:3: required.api must be one of open, restricted, private, isolated; did you mean private?',
    'aks-privacy: c.yml:5: rules.api/public-endpont is no rule; did you mean api/public-endpoint?',
    'aks-privacy: c.yml is wrong in 3 places, and no review starts with it. docs/configuration.md lists the settings',
    '',
  ]);
});

test('a review stops at the first, and says how many there are', async () => {
  const { status, out, err } = await inFolder((folder) => {
    writeFiles(folder, { 'c.yml': 'required:\n  api: closed\nunknown: ignore\n' });
    return run(['review', '--config', 'c.yml'], { folder });
  });
  expect([status, out]).toEqual([2, '']);
  expect(err).toBe(
    'aks-privacy: c.yml:2: required.api must be one of open, restricted, private, isolated (and 1 more: aks-privacy config check). docs/configuration.md lists the settings\n',
  );
});

test('a question is not followed by a full stop', async () => {
  const { err } = await inFolder((folder) => {
    writeFiles(folder, { 'c.yml': 'envronments: {}\n' });
    return run(['review', '--config', 'c.yml'], { folder });
  });
  expect(err).toBe(
    'aks-privacy: c.yml:1: envronments is no setting; did you mean environments? docs/configuration.md lists the settings\n',
  );
});

test('a file that is not there is wrong use', async () => {
  const { status, err } = await inFolder((folder) => run(['config', 'check', 'none.yml'], { folder }));
  expect(status).toBe(2);
  expect(err).toBe('aks-privacy: the configuration none.yml could not be read. Check its path\n');
});

test('a change cannot switch its own gate off', async () => {
  await inFolder(async (folder) => {
    git(folder, 'init', '-q', '-b', 'main');
    writeFiles(folder, { 'web.yaml': service(true), [place]: 'required: { ingress: private }\n' });
    const base = commitAll(folder, 'private');
    const entry = "public-entry-points: [{ subject: '**', owner: me, reason: mine, until: 2030-01-01 }]\n";
    writeFiles(folder, { 'web.yaml': service(false), [place]: entry });
    const opened = commitAll(folder, 'public, and the gate off');
    const review = async (from: string): Promise<Awaited<ReturnType<typeof run>>> =>
      run(['review', '--base', from, '--format', 'json'], { folder });
    const { status, out } = await review(base);
    expect(status).toBe(1);
    expect((JSON.parse(out) as { problems: unknown }).problems).toEqual([
      { path: place, message: 'is changed here; this review went by the configuration of the base' },
    ]);
    // Once it is merged, it counts.
    writeFiles(folder, { 'other.yaml': service(false).replace('web', 'other') });
    commitAll(folder, 'another');
    expect((await review(opened)).status).toBe(0);
  });
});

test('a configuration that is a link, or has another name, is told', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'c.yml': 'unknown: regression\n', 'web.yaml': service(true), '.github/aks-privacy.yaml': '' });
    expect((await run(['review'], { folder })).out).toContain(`is not read: the configuration is ${place}`);
    symlinkSync('../c.yml', join(folder, place));
    const { status, err } = await run(['review'], { folder });
    expect(status).toBe(2);
    expect(err).toContain(`${place}: is a link, which is not followed`);
  });
});
