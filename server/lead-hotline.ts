import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { WordedError } from '../telephony/worded.ts';
import type { Sql } from './platform/database.ts';
import { acquireLease, type Lease, type LeaseTerms } from './platform/lease.ts';
import type { Log } from './platform/log.ts';

/** Who leads the hot line of the PBX. */
export interface Leadership {
  /** False from the moment another process may lead: commands are dropped then. */
  readonly mayCommand: () => boolean;
  /** Rejects when another process has taken over. */
  readonly lost: Promise<never>;
  release(): Promise<void>;
}

const retryMs = 1_000;

/**
 * Takes the lead, or says who has it. A database that goes away takes the lead from nobody: the hot line goes on, and
 * the lease is taken anew when it is back. The data folder is held by one process, so it names the holder: a restart
 * after a hard kill leads at once.
 *
 * @throws WordedError `hotline_led_elsewhere`
 */
export async function leadHotline(dataDir: string, deps: { sql: Sql; log: Log }): Promise<Leadership> {
  const terms: LeaseTerms = { name: 'hotline', holder: `${hostname()}:${dataDir}`, lifetimeMs: 6_000 };
  const lease = await acquireLease(terms, deps);
  if (lease === null) throw ledElsewhere();
  return keepLeading(lease, terms, deps);
}

function keepLeading(first: Lease, terms: LeaseTerms, deps: { sql: Sql; log: Log }): Leadership {
  let lease = first;
  let isLeading = true;
  const watch = async (): Promise<never> => {
    for (;;) {
      const end = await lease.ended;
      if (end === 'released') return new Promise<never>(() => {});
      if (end === 'taken_over') break;
      const again = await acquireAgain(terms, deps);
      if (again === null) break;
      lease = again;
    }
    isLeading = false;
    throw ledElsewhere();
  };
  return { mayCommand: () => isLeading, lost: watch(), release: () => lease.release() };
}

/** After the database was away. Null: somebody else was quicker. */
async function acquireAgain(terms: LeaseTerms, deps: { sql: Sql; log: Log }): Promise<Lease | null> {
  for (;;) {
    try {
      return await acquireLease(terms, deps);
    } catch (err) {
      deps.log.warn({ err }, 'the database is away; the hot line goes on without its lease');
      await pause(retryMs);
    }
  }
}

function ledElsewhere() {
  return new WordedError('hotline_led_elsewhere', {
    uk: 'Гарячою лінією з цією базою даних уже керує інший сервер. Зупиніть його або задайте іншу DATABASE_URL.',
    en: 'Another server on this database leads the hot line already. Stop it, or set another DATABASE_URL.',
  });
}
