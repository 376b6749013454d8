#!/usr/bin/env node
/** Entry point of the command line: the process as the program sees it. */
import { main } from './cli/main.js';
import type { Output } from './cli/io.js';
import { growSlowly } from './memory.js';

growSlowly();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away, as in `aks-privacy rules | head -1`.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: output(process.stdout),
  err: output(process.stderr),
  env: process.env,
  folder: process.cwd(),
  now: () => new Date(),
  clock: () => performance.now(),
});

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) =>
      new Promise((done, fail) => {
        stream.write(text, (error) => (error ? fail(error) : done()));
      }),
    isTerminal: stream.isTTY,
    columns: stream.columns,
  };
}
