import { z } from 'zod';
import type { Sql } from './database.ts';
import type { Log } from './log.ts';

/**
 * One leader per name, over all processes that share the database: who holds the lease runs the engine of that PBX.
 *
 * - The row in `leases` names the holder, an expiry and an **epoch** that goes up with every change of holder.
 * - Only the database's clock decides about expiry: the holders' clocks are never compared.
 * - The holder counts its own time by a monotonic clock from *before* it asked, so it gives up earlier than anybody
 *   else may take over, even when it was frozen in between or the answer was slow. `isHeld()` needs no I/O: ask it
 *   before each command.
 * - A lease once lost is never regained by the same object: its epoch is over. Acquire again for a new one.
 */
export interface Lease {
  readonly epoch: number;
  /** False as soon as somebody else may hold it. */
  isHeld(): boolean;
  /** Resolves when the lease is over: lost, expired while the database was away, or released. */
  readonly ended: Promise<LeaseEnd>;
  /** Frees the lease for the next holder at once. Ordinary when it is lost already. */
  release(): Promise<void>;
}

export type LeaseEnd = 'released' | 'taken_over' | 'expired';

export interface LeaseTerms {
  readonly name: string;
  /** Unique per process start, readable in a log: `host:pid:moment`. */
  readonly holder: string;
  /** How long the others wait after the holder's last word; renewed three times in that span. */
  readonly lifetimeMs: number;
}

interface LeaseDeps {
  readonly sql: Sql;
  readonly log: Log;
  /** Milliseconds, monotonic; `performance.now` unless a test drives the time. */
  readonly clock?: () => number;
}

const epochRow = z.object({ epoch: z.number() });

/** @returns null when another holder's lease has not expired: ask again after a while */
export async function acquireLease(terms: LeaseTerms, deps: LeaseDeps): Promise<Lease | null> {
  const clock = deps.clock ?? (() => performance.now());
  const askedAt = clock();
  const epoch = await take(deps.sql, terms);
  return epoch === null ? null : hold(epoch, askedAt, terms, { ...deps, clock });
}

/** What `acquireLease` gives, kept alive by a timer until it is lost or released. */
function hold(epoch: number, askedAt: number, terms: LeaseTerms, { sql, log, clock }: Required<LeaseDeps>): Lease {
  let heldUntil = askedAt + terms.lifetimeMs;
  let end: LeaseEnd | null = null;
  let tellEnd: (why: LeaseEnd) => void = () => {};
  const ended = new Promise<LeaseEnd>((resolve) => {
    tellEnd = resolve;
  });
  const finish = (why: LeaseEnd) => {
    if (end !== null) return;
    end = why;
    clearInterval(timer);
    tellEnd(why);
  };
  const renewOnce = async () => {
    const renewedAt = clock();
    if (renewedAt >= heldUntil) return finish('expired');
    if (!(await renew(sql, terms, epoch))) return finish('taken_over');
    heldUntil = renewedAt + terms.lifetimeMs;
  };
  const timer = setInterval(() => {
    // The database is away: the lease runs out by itself unless a later attempt succeeds.
    renewOnce().catch((err: unknown) => log.warn({ err, lease: terms.name }, 'lease not renewed'));
  }, terms.lifetimeMs / 3);
  return {
    epoch,
    ended,
    isHeld: () => end === null && clock() < heldUntil,
    release: async () => {
      finish('released');
      await free(sql, terms, epoch);
    },
  };
}

/** A holder that asks again (its own restart under the same name) gets a new epoch too: former commands are void. */
async function take(sql: Sql, { name, holder, lifetimeMs }: LeaseTerms): Promise<number | null> {
  const rows = await sql`
    insert into leases as held (name, holder, epoch, expires_at)
    values (${name}, ${holder}, 1, clock_timestamp() + ${lifetimeMs} * interval '1 millisecond')
    on conflict (name) do update
      set holder = excluded.holder, epoch = held.epoch + 1, expires_at = excluded.expires_at
      where held.expires_at <= clock_timestamp() or held.holder = excluded.holder
    returning epoch`;
  return rows[0] ? epochRow.parse(rows[0]).epoch : null;
}

async function renew(sql: Sql, { name, lifetimeMs }: LeaseTerms, epoch: number): Promise<boolean> {
  const { count } = await sql`
    update leases set expires_at = clock_timestamp() + ${lifetimeMs} * interval '1 millisecond'
    where name = ${name} and epoch = ${epoch}`;
  return count === 1;
}

async function free(sql: Sql, { name }: LeaseTerms, epoch: number): Promise<void> {
  await sql`update leases set expires_at = clock_timestamp() where name = ${name} and epoch = ${epoch}`;
}
