import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import type { Log } from '../platform/log.ts';
import { isRunning } from '../platform/running-process.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * Starts the embedded PostgreSQL, and again whenever it ends by itself: the memory ran out, somebody killed it. The
 * address stays, so the pool finds the new one; meanwhile the hot line goes on and keeps its entries in a file.
 *
 * @throws EmbeddedPostgresError when the first start fails
 */
export async function keepPostgres(folder: string, log: Log): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> {
  let postgres = await startEmbeddedPostgres({ folder });
  const stopping = new AbortController();
  log.info({ part: 'postgres', pid: postgres.pid, wasAdopted: postgres.wasAdopted }, 'postgres runs');
  const keep = async () => {
    while (await lookAgain(stopping.signal)) {
      if (isRunning(postgres.pid)) continue;
      log.error({ part: 'postgres', pid: postgres.pid }, 'postgres ended by itself; starting it again');
      try {
        postgres = await startEmbeddedPostgres({ folder });
      } catch (err) {
        log.error({ part: 'postgres', err }, 'postgres does not start; trying again');
      }
    }
  };
  const kept = keep();
  return {
    url: postgres.url,
    stop: async () => {
      stopping.abort();
      await kept; // it may be starting one just now
      await postgres.stop();
    },
  };
}

/** After a while; false at once when told to stop. Keeps no process alive. */
async function lookAgain(signal: AbortSignal): Promise<boolean> {
  await pause(LOOK_EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined); // rejects when told to stop
  return !signal.aborted;
}
