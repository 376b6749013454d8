import { mkdir, realpath, rename, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from './errors.js';

/**
 * Writes a file that the workflow asked for. The workspace holds what a pull request brings, so a symbolic link there leads
 * nowhere: one at the place itself is replaced, and one on the way out of the workspace is refused.
 * @param path relative to the workspace, or absolute
 * @returns the absolute path
 */
export async function writeRequested(workspace: string, path: string, text: string): Promise<string> {
  const file = resolve(workspace, path);
  await mkdir(dirname(file), { recursive: true });
  if (!isAbsolute(path)) {
    const [top, folder] = await Promise.all([realpath(workspace), realpath(dirname(file))]);
    if (isOutside(relative(top, folder))) throw new UserError(`The path ${JSON.stringify(path)} leaves the workspace.`);
  }
  const part = join(dirname(file), `.aks-privacy-${String(process.pid)}.part`);
  await writeFile(part, text, { flag: 'wx' });
  await rename(part, file);
  return file;
}

function isOutside(way: string): boolean {
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
