/**
 * `npm run bench`: how fast and how big, as ratios within one run, so that they hold on any machine. Builds the current sources
 * into a temporary folder first. Never part of the tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loadAll } from 'js-yaml';
import { moduleRegistry, yamlEstate } from './bench-estates.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const dist = join(work, 'dist');
execFileSync(process.execPath, [join(root, '.ci/build.mjs'), '--out', dist], { stdio: 'inherit' });
const cli = join(dist, 'cli.js');

startUp();
memory();
audits();
await parsers();

/** Whole processes, in turn, so that a machine that gets slower does so for all of them. */
function startUp() {
  const commands = {
    'node -e 0': ['-e', '0'],
    'cli.js rules': [cli, 'rules'],
    'cli.js review examples/pull-request': [
      cli,
      'review',
      join(root, 'examples/pull-request'),
      '--base',
      join(root, 'examples/base'),
    ],
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < 21; run++) {
    for (const [name, args] of Object.entries(commands)) {
      const started = performance.now();
      spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (run > 0) times[name].push(performance.now() - started);
    }
  }
  const bare = median(times['node -e 0']);
  for (const [name, measured] of Object.entries(times)) {
    row(name, `${median(measured).toFixed(0)} ms`, `${(median(measured) / bare).toFixed(2)} x node -e 0`);
  }
}

/** A pull request that changes 300 files of all four families, each with more in it than the one change. */
function memory() {
  for (const side of ['base', 'head']) {
    for (let index = 0; index < 300; index++) {
      const [path, text] = file(index, side);
      const name = join(work, side, path);
      mkdirSync(dirname(name), { recursive: true });
      writeFileSync(name, text);
    }
  }
  const { report, peak } = reviewed(join(work, 'head'), '--base', join(work, 'base'));
  const { files, bytes, milliseconds } = report.statistics;
  row(
    'pull request of 300 files',
    `${peak.toFixed(0)} MB peak`,
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${report.subjects.length} subjects, ${milliseconds} ms`,
  );
}

/** A review in a process of its own: its report, and the memory that it took at its peak, in MB. */
function reviewed(...args) {
  const started = performance.now();
  const result = probed([cli, 'review', ...args, '--no-render', '--format', 'json']);
  const seconds = (performance.now() - started) / 1000;
  return { report: JSON.parse(result.stdout), peak: peakOf(result), seconds };
}

function probed(args) {
  const probe = "process.on('exit', () => process.stderr.write(`rss ${process.resourceUsage().maxRSS}`))";
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(probe)}`];
  return spawnSync(process.execPath, [...preload, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
}

function peakOf({ stderr }) {
  return Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024;
}

/** Whole repositories: what an audit takes against what js-yaml takes to load them, and what a small pull request reads. */
function audits() {
  const yaml = join(work, 'yaml');
  yamlEstate(yaml);
  const loader = join(root, '.ci', 'bench-load.mjs');
  const turns = Array.from({ length: 3 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, [loader, yaml], { stdio: 'ignore' });
    return { load: (performance.now() - started) / 1000, audit: reviewed(yaml) };
  });
  const load = median(turns.map((turn) => turn.load));
  const audit = median(turns.map((turn) => turn.audit.seconds));
  const { statistics, subjects } = turns[0].audit.report;
  row('js-yaml loads 5,500 YAML files', `${load.toFixed(1)} s`, `${(statistics.bytes / 1e6).toFixed(0)} MB`);
  row('audit of them', `${audit.toFixed(1)} s`, `${(audit / load).toFixed(2)} x js-yaml, ${subjects.length} subjects`);
  row('', `${turns[0].audit.peak.toFixed(0)} MB peak`, `${statistics.parsed} of ${statistics.files} files parsed`);

  const registry = join(work, 'registry');
  const parameters = moduleRegistry(registry);
  const whole = reviewed(registry);
  const { files, bytes } = whole.report.statistics;
  row(
    'audit of a registry of modules',
    `${whole.seconds.toFixed(1)} s`,
    `${files} files, ${(bytes / 1e6).toFixed(0)} MB`,
  );
  row('', `${whole.peak.toFixed(0)} MB peak`, `${(whole.seconds / load).toFixed(2)} x js-yaml on the YAML above`);
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.com', ...args], { cwd: registry });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  const file = join(registry, parameters);
  writeFileSync(file, readFileSync(file, 'utf8').replace('isPrivate = true', 'isPrivate = false'));
  git('commit', '-q', '-a', '-m', 'head');
  const small = reviewed(registry, '--base', 'HEAD~1', '--head', 'HEAD');
  row(
    'pull request of one parameter file',
    `${small.seconds.toFixed(1)} s`,
    `${small.report.statistics.files} files read`,
  );
}

function file(index, side) {
  const internal = side === 'base' ? 'true' : 'false';
  const filler = Array.from({ length: 60 }, (_, line) => `setting${line}`);
  switch (index % 4) {
    case 0:
      return [
        `k8s/app${index}.yaml`,
        `apiVersion: v1\nkind: Service\nmetadata:\n  name: app${index}\n  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: "${internal}"\nspec:\n  type: LoadBalancer\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app${index}\ndata:\n${filler.map((key) => `  ${key}: some value of no interest\n`).join('')}`,
      ];
    case 1:
      return [
        `bicep/cluster${index}.bicep`,
        `${filler.map((key) => `var ${key} = 'some value of no interest'\n`).join('')}param isPrivate bool = ${internal}\nresource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {\n  name: 'aks${index}'\n  properties: {\n    apiServerAccessProfile: { enablePrivateCluster: isPrivate }\n  }\n}\n`,
      ];
    case 2:
      return [
        `terraform/cluster${index}/main.tf`,
        `locals {\n${filler.map((key) => `  ${key} = "some value of no interest"\n`).join('')}}\nresource "azurerm_kubernetes_cluster" "aks" {\n  name = "aks${index}"\n  private_cluster_enabled = ${internal}\n}\n`,
      ];
    default:
      return [
        `arm/cluster${index}.json`,
        JSON.stringify(
          {
            $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
            contentVersion: '1.0.0.0',
            variables: Object.fromEntries(filler.map((key) => [key, 'some value of no interest'])),
            resources: [
              {
                type: 'Microsoft.ContainerService/managedClusters',
                apiVersion: '2025-05-01',
                name: `aks${index}`,
                properties: { apiServerAccessProfile: { enablePrivateCluster: internal === 'true' } },
              },
            ],
          },
          null,
          2,
        ),
      ];
  }
}

/** The parsers against js-yaml on a text of the same kind and size: characters per second, and the ratio. */
async function parsers() {
  const entry = join(work, 'parsers.mjs');
  await build({
    stdin: {
      contents: `export { parseBicep } from './src/syntax/bicep/parser.ts';
        export { parseHcl } from './src/syntax/hcl/parser.ts';
        export { parseYaml } from './src/syntax/yaml/parser.ts';
        export { SourceFile } from './src/syntax/source.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: entry,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const { parseBicep, parseHcl, parseYaml, SourceFile } = await import(pathToFileURL(entry).href);
  const yaml = repeat((at) => file(at * 4, 'base')[1], '---\n');
  const reference = speed(() => loadAll(yaml), yaml.length);
  row('js-yaml loadAll', rate(reference), '1.00 x js-yaml');
  const texts = {
    yaml: [parseYaml, yaml],
    bicep: [
      parseBicep,
      repeat((at) => file(at * 4 + 1, 'base')[1].replaceAll(/\b(setting\d+|isPrivate|aks)\b/g, `$1_${at}`), ''),
    ],
    hcl: [parseHcl, repeat((at) => file(at * 4 + 2, 'base')[1], '')],
  };
  for (const [name, [parser, text]] of Object.entries(texts)) {
    const source = new SourceFile(`bench.${name}`, text);
    const measured = speed(() => parser(source), text.length);
    row(`${name} parser`, rate(measured), `${(measured / reference).toFixed(2)} x js-yaml`);
  }
}

function repeat(part, separator) {
  return Array.from({ length: 400 }, (_, at) => part(at)).join(separator);
}

/** Characters per second, the median of several runs after a warm-up. */
function speed(run, length) {
  for (let warm = 0; warm < 3; warm++) run();
  const seconds = Array.from({ length: 9 }, () => {
    const started = performance.now();
    run();
    return (performance.now() - started) / 1000;
  });
  return length / median(seconds);
}

function rate(perSecond) {
  return `${(perSecond / 1e6).toFixed(1)} MB/s`;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(name, figure, ratio) {
  console.log(`${name.padEnd(38)} ${figure.padStart(12)}   ${ratio}`);
}
