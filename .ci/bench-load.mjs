/** Loads every YAML file below a folder with js-yaml, as a process of its own, for the benchmark. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
  try {
    loadAll(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  } catch {
    // What is no YAML is no work.
  }
}
