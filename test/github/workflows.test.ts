/** What the project's own workflows may do, and what they run. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

const folder = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name): [string, string] => [name, readFileSync(folder + name, 'utf8')]);

test.each(workflows)('%s runs other people’s actions by commit, and says which version that is', (_name, text) => {
  const used = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line) && !line.includes('uses: ./'));
  expect(used.length).toBeGreaterThan(0);
  for (const line of used) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('%s asks for no more than it needs, and leaves no token behind', (_name, text) => {
  const { permissions } = load(text) as { permissions: unknown };
  expect(permissions).toEqual({ contents: 'read' });
  expect(text.match(/persist-credentials: false/g)).toHaveLength(text.match(/actions\/checkout@/g)!.length);
});

test.each(workflows)('%s writes nothing from an event into a script', (_name, text) => {
  const scripts = [...text.matchAll(/^\s*(?:- )?run: ?(.*(?:\n {10,}.*)*)/gm)].map(([, script]) => script);
  expect(scripts.filter((script) => script?.includes('${{'))).toEqual([]);
});
