/** Real tools for tests: those on the PATH. What is not there is skipped, and the names of the tests say so. */
import { findCommand } from '../../src/tree/render/find.js';
import { localTools } from '../../src/tree/render/renderer.js';
import type { Tool } from '../../src/tree/render/request.js';

const path = process.env.PATH ?? '';

export const tools = localTools(path);

/** `test` where the tool is there; else a skipped test whose name says why. */
export function testWith(tool: Tool): (name: string, run: () => Promise<void>) => void {
  if (findCommand(tool, path)) return (name, run) => test(name, run);
  return (name, run) => test.skip(`${name} (not run: ${tool} is not on the PATH)`, run);
}
