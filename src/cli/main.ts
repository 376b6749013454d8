/** The command line: reads the arguments, runs the command, and turns every outcome into an exit status. */
import { CommanderError } from 'commander';
import { errorLine, UnfinishedError, UsageError } from './errors.js';
import type { Io } from './io.js';
import { exit } from './io.js';
import { program } from './program.js';

/** @param args without the interpreter and the script */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status: number = exit.passed;
  const output: { readonly to: 'out' | 'err'; readonly text: string }[] = [];
  const command = program(
    io,
    (result) => (status = result),
    (to, text) => output.push({ to, text }),
  );
  try {
    await command.parseAsync([...args], { from: 'user' });
  } catch (error) {
    return await failed(error, io, output);
  }
  return status;
}

async function failed(
  error: unknown,
  io: Io,
  output: readonly { readonly to: 'out' | 'err'; readonly text: string }[],
): Promise<number> {
  if (error instanceof CommanderError) {
    // Help and version are asked for; help without a command is shown because one is missing.
    const asked = error.code === 'commander.helpDisplayed' || error.code === 'commander.version';
    if (asked || error.code === 'commander.help') {
      for (const { text } of output) await (asked ? io.out : io.err).write(text);
      return asked ? exit.passed : exit.wrongUse;
    }
    const message = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
    await io.err.write(errorLine(message, 'See aks-privacy --help'));
    return exit.wrongUse;
  }
  if (error instanceof UsageError) {
    await io.err.write(errorLine(error.message, error.hint));
    return error instanceof UnfinishedError ? exit.unfinished : exit.wrongUse;
  }
  const message = error instanceof Error ? error.message : String(error);
  await io.err.write(errorLine(`could not finish: ${message}`));
  return exit.unfinished;
}
