import { chmodSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.js';
import type { Ran } from './run.js';
import { commitAll, git, inFolder, run, writeFiles } from './run.js';

const service = (annotations: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
${annotations}spec:
  type: LoadBalancer
  ports: [{ port: 80 }]
`;
const internal = service('  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "true"\n');
const open = service('');

async function compared(...args: readonly string[]): Promise<Ran> {
  return inFolder((folder) => {
    writeFiles(folder, { 'base/web.yaml': internal, 'head/web.yaml': open, 'head/other/web.yaml': 'a: 1\n' });
    return run(['review', 'head', '--base', 'base', ...args], { folder });
  });
}

function reportOf({ out }: Ran): Report {
  return JSON.parse(out) as Report;
}

test('a regression fails, and is told with its line', async () => {
  const { status, out, err } = await compared();
  expect([status, err]).toEqual([1, '']);
  expect(out).toContain('Ingress  private     80 → open         0 ▼');
  expect(out).toMatch(/web\.yaml:\d+ {2}private → open/);
  expect(out).toContain('failed: 1 regression');
});

test.each(['json', 'sarif', 'markdown', 'html'])('%s tells the same', async (format) => {
  const { status, out } = await compared('--format', format);
  expect(status).toBe(1);
  expect(out).toContain('ingress/public-load-balancer');
  expect(out).toMatch(/\n$/);
});

test('the gate can be lifted, and paths left out', async () => {
  expect((await compared('--fail-on', 'never')).status).toBe(0);
  expect((await compared('--only', 'other/**')).status).toBe(0);
  expect((await compared('--only', 'other/**', '--only', '*.yaml')).status).toBe(1);
});

test('the other way round it passes', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'base/web.yaml': open, 'head/web.yaml': internal });
    const { status, out } = await run(['review', 'head', '--base', 'base'], { folder });
    expect(status).toBe(0);
    expect(out).toContain('1 fixed');
    expect(out).toContain('passed');
  });
});

test('an audit fails by severity', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'web.yaml': open });
    const audit = await run(['review', '--format', 'json'], { folder });
    expect(audit.status).toBe(0);
    expect(reportOf(audit).findings.map(({ status }) => status)).toEqual(['existing']);
    expect((await run(['review', '--fail-on', 'error'], { folder })).status).toBe(1);
  });
});

test('the changes of a branch are reviewed, with the configuration of the base', async () => {
  await inFolder(async (folder) => {
    git(folder, 'init', '-q', '-b', 'main');
    const configuration = '.github/aks-privacy.yml';
    writeFiles(folder, { 'k8s/web.yaml': internal, [configuration]: 'required:\n  ingress: open\n' });
    const base = commitAll(folder, 'base');
    writeFiles(folder, { 'k8s/web.yaml': open, [configuration]: 'paths:\n  exclude: ["**"]\n' });
    const ran = await run(['review', '--base', 'main', '--format', 'json'], { folder });
    expect(ran.status).toBe(1);
    expect(reportOf(ran)).toMatchObject({ verdict: 'fail', comparison: { base, head: null } });
    expect(reportOf(ran).findings[0]!.path).toBe('k8s/web.yaml');
    const asked = await run(['review', '--base', 'main', '--config', configuration], { folder });
    expect(asked.status).toBe(0);
  });
});

test('a configuration that is wrong is said with its line', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'c.yml': 'required:\n  api: closed\n' });
    expect(await run(['review', '--config', 'c.yml'], { folder })).toEqual({
      status: 2,
      out: '',
      err: 'aks-privacy: c.yml:2: required.api must be one of open, restricted, private, isolated. docs/configuration.md lists the settings\n',
    });
    expect(await run(['review', '--config', 'none.yml'], { folder })).toMatchObject({
      status: 2,
      err: 'aks-privacy: the configuration none.yml could not be read. Check its path\n',
    });
  });
});

test('the report goes to a file, and nothing else is written', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'tree/web.yaml': open });
    const args = ['review', 'tree', '--format', 'json', '--output', 'report.json'];
    expect(await run(args, { folder, env: { FORCE_COLOR: '1' } })).toEqual({ status: 0, out: '', err: '' });
    expect(readdirSync(folder).sort()).toEqual(['report.json', 'tree']);
    expect(readdirSync(join(folder, 'tree'))).toEqual(['web.yaml']);
    expect((JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report).schemaVersion).toBe(1);
  });
});

test('a report that can not be written is not finished', async () => {
  await inFolder(async (folder) => {
    const { status, err } = await run(['review', '--output', 'none/report.txt'], { folder });
    expect(status).toBe(3);
    expect(err).toMatch(/^aks-privacy: the report could not be written to none\/report\.txt: ENOENT\. .*\n$/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

test('helm on the PATH renders charts, unless it is told not to', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, {
      'tree/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'tree/shop/templates/service.yaml': service('').replace('LoadBalancer', 'ClusterIP'),
      'bin/helm': `#!${process.execPath}\nconsole.log(${JSON.stringify(`# Source: shop/templates/service.yaml\n${open}`)});\n`,
    });
    chmodSync(join(folder, 'bin/helm'), 0o755);
    const level = async (...args: readonly string[]): Promise<string | undefined> => {
      const ran = await run(['review', 'tree', '--format', 'json', ...args], {
        folder,
        env: { PATH: join(folder, 'bin') },
      });
      return reportOf(ran).dimensions.ingress?.level;
    };
    expect([await level(), await level('--no-render')]).toEqual(['open', 'isolated']);
  });
});
