/** Runs a program, bounded in time and output, without a shell. */
import { spawn } from 'node:child_process';

export interface Execution {
  /** Null: it was ended from outside, or could not be started. */
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
  /** Why it was ended. */
  readonly ended?: 'time' | 'output' | 'start';
}

export interface Bounds {
  readonly milliseconds: number;
  /** Of the output; what the program says beside it is cut at a hundredth. */
  readonly bytes: number;
}

export function execute(
  file: string,
  args: readonly string[],
  { folder, env, bounds }: { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly bounds: Bounds },
): Promise<Execution> {
  return new Promise((done) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let size = 0;
    let said = 0;
    let ended: Execution['ended'];
    // A group of its own, so that nothing that the program starts outlives it.
    const child = spawn(file, [...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const end = (why: Execution['ended']): void => {
      ended ??= why;
      kill(child.pid, () => child.kill('SIGKILL'));
    };
    const timer = setTimeout(() => {
      end('time');
    }, bounds.milliseconds);
    const finish = (status: number | null): void => {
      clearTimeout(timer);
      const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
      done({ status, output: text(output), errors: text(errors), ...(ended ? { ended } : {}) });
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bounds.bytes) end('output');
      else output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.length;
      if (said <= bounds.bytes / 100) errors.push(chunk);
    });
    child.on('error', () => {
      ended ??= 'start';
      finish(null);
    });
    child.on('close', (status) => {
      finish(status);
    });
  });
}

function kill(pid: number | undefined, alone: () => void): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') alone();
    else process.kill(-pid, 'SIGKILL');
  } catch {
    alone();
  }
}
