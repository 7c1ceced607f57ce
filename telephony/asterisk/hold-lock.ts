import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits for the lock of that file, runs the work, lets go. The kernel keeps the lock in a child process that ends with
 * ours, so that a `kill -9` leaves nothing behind. `flock` is part of every Debian.
 */
export async function holdLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', [lockFile, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await Promise.race([once(holder.stdout, 'data'), failureOf(holder)]);
  try {
    return await work();
  } finally {
    holder.stdin.end();
  }
}

async function failureOf(holder: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(holder, 'exit');
  throw new Error(`flock ended with code ${code}`);
}
