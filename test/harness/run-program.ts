import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Ended by force after so long, with everything it started. */
  readonly limitSeconds: number;
}

/** Runs a program to its end, its output straight to ours, nothing on its input; gives its exit code, 1 when it was ended by force. */
export async function runProgram(command: string, args: readonly string[], options: RunOptions): Promise<number> {
  // A group of its own: npm and npx start others, and a signal to npm alone would leave those behind.
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
    detached: true,
  });
  const endGroup = () => child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGKILL');
  const limit = setTimeout(() => {
    console.error(`${command} ${args.join(' ')}: not finished after ${options.limitSeconds} s, ended by force`);
    endGroup();
  }, options.limitSeconds * 1000);
  const interrupted = () => {
    endGroup();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const [code] = await once(child, 'exit');
  clearTimeout(limit);
  process.off('SIGINT', interrupted);
  process.off('SIGTERM', interrupted);
  return typeof code === 'number' ? code : 1;
}
