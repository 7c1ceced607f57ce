import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CommandOptions {
  /** Percent of apt's own progress lines (`dlstatus:file:percent:text` on descriptor 3). */
  readonly onPercent?: (percent: number) => void;
}

/** The program ended with a code other than 0. */
export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
  /** The last lines it wrote. */
  readonly output: string;
  constructor(command: string, code: number | null, output: string) {
    super(`${command} ended with code ${code}: ${output}`);
    this.output = output;
  }
}

/** Runs a program to its end and returns what it wrote. Rejects with `CommandFailedError`, or ENOENT when it is not installed. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    });
  }
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    const percent = /dlstatus:\d+:([\d.]+)/.exec(chunk.toString())?.[1];
    if (percent !== undefined) options.onPercent?.(Math.round(Number(percent)));
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new CommandFailedError(command, code, output.trim());
  return output;
}
