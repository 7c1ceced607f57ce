import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Ended by force after so long. */
  readonly limitSeconds: number;
}

/** Runs a program to its end, its output straight to ours, nothing on its input; gives its exit code, 1 when it was ended by force. */
export async function runProgram(command: string, args: readonly string[], options: RunOptions): Promise<number> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  const limit = setTimeout(() => {
    console.error(`${command} ${args.join(' ')}: not finished after ${options.limitSeconds} s, ended by force`);
    child.kill('SIGKILL');
  }, options.limitSeconds * 1000);
  const [code] = await once(child, 'exit');
  clearTimeout(limit);
  return typeof code === 'number' ? code : 1;
}
