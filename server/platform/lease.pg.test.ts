import { afterEach, expect, test } from 'vitest';
import { acquireLease, type Lease } from './lease.ts';
import { openLog } from './log.ts';
import { openTestDatabase } from './test-database.ts';
import { waitUntil } from './wait-until.ts';

const { sql } = await openTestDatabase();
const log = openLog('silent');
const held: Lease[] = [];

async function acquire(holder: string, { lifetimeMs = 60_000, clock = () => performance.now() } = {}) {
  const lease = await acquireLease({ name: 'main', holder, lifetimeMs }, { sql, log, clock });
  if (lease) held.push(lease);
  return lease;
}

/** What happens when the holder is killed: nobody renews, and the database's clock passes the expiry. */
const letItExpire = () => sql`update leases set expires_at = clock_timestamp() - interval '1 second'`;

afterEach(async () => {
  await Promise.all(held.splice(0).map((lease) => lease.release()));
  await sql`delete from leases`;
});

test('of two that ask, one holds', async () => {
  const leases = await Promise.all([acquire('kyiv'), acquire('lviv')]);
  expect(leases.filter((lease) => lease?.isHeld())).toHaveLength(1);
});

test('another takes over after the expiry, under a higher epoch', async () => {
  const kyiv = await acquire('kyiv');
  expect(await acquire('lviv')).toBeNull();
  await letItExpire();
  const lviv = await acquire('lviv');
  expect(lviv?.epoch).toBeGreaterThan(kyiv?.epoch ?? Number.POSITIVE_INFINITY);
});

test('a holder that was taken over learns it at its next renewal', async () => {
  const kyiv = await acquire('kyiv', { lifetimeMs: 1_500 });
  await letItExpire();
  await acquire('lviv');
  expect(await kyiv?.ended).toBe('taken_over');
  expect(kyiv?.isHeld()).toBe(false);
});

test('a release frees the lease at once', async () => {
  const kyiv = await acquire('kyiv');
  await kyiv?.release();
  expect(await kyiv?.ended).toBe('released');
  expect(await acquire('lviv')).not.toBeNull();
});

test('renewing keeps it beyond its first lifetime', async () => {
  const kyiv = await acquire('kyiv', { lifetimeMs: 300 });
  const first = await readExpiry();
  expect(await waitUntil(async () => ((await readExpiry()) > first ? true : null), { limitMs: 5_000 })).toBe(true);
  expect(kyiv?.isHeld()).toBe(true);
});

test('a frozen holder knows by its own clock that its time is over', async () => {
  let now = 0;
  const kyiv = await acquire('kyiv', { lifetimeMs: 60_000, clock: () => now });
  now = 59_999;
  expect(kyiv?.isHeld()).toBe(true);
  now = 60_000;
  expect(kyiv?.isHeld()).toBe(false);
});

test('the same holder that asks again gets a new epoch', async () => {
  const before = await acquire('kyiv');
  const after = await acquire('kyiv');
  expect(after?.epoch).toBe((before?.epoch ?? 0) + 1);
});

async function readExpiry(): Promise<Date> {
  const [row] = await sql<{ expiresAt: Date }[]>`select expires_at from leases`;
  return row?.expiresAt ?? new Date(0);
}
