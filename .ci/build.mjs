/**
 * Bundles the entry points: `node .ci/build.mjs [--out DIR]` (default: dist). The same sources give the same bytes.
 * Tests build into a temporary folder, so that they run the current sources; CI compares dist with a fresh build.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { licenses } from './licenses.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What each bundle must not contain: the command line starts fast and talks to no network. */
const bundles = [
  { entry: 'src/action.ts', file: 'action.js', without: [] },
  { entry: 'src/cli.ts', file: 'cli.js', without: ['@octokit/', '@actions/', 'undici'] },
];

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);
await mkdir(out, { recursive: true });

const inputs = new Set();
for (const { entry, file, without } of bundles) {
  if (!existsSync(join(root, entry))) continue;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(out, file),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // jsonc-parser's CommonJS build requires its parts by names that no bundler sees.
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    define: { __VERSION__: JSON.stringify(version) },
    // Some dependencies are CommonJS and call require(), which ESM does not have.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const forbidden = Object.keys(metafile.inputs).filter((input) =>
    without.some((name) => input.includes(`node_modules/${name}`)),
  );
  for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  if (forbidden.length > 0) throw new Error(`${file} must not contain ${forbidden.join(', ')}`);
}
await writeFile(join(out, 'LICENSES.txt'), licenses(root, [...inputs]));
await writeFile(join(out, 'package.json'), '{ "type": "module" }\n');
