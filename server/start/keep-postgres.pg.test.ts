import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../platform/database.ts';
import { findEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { openLog } from '../platform/log.ts';
import { waitUntil } from '../platform/wait-until.ts';
import { keepPostgres } from './keep-postgres.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dzvin-keep-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a server that is killed comes back at the same address, and ends when told to', async () => {
  const postgres = await keepPostgres(join(folder, 'postgres'), openLog('silent'));
  const database = openDatabase(postgres.url, { maxConnections: 1 });
  const serverPid = async () => {
    const [row] = await database<{ pid: number }[]>`
      select split_part(pg_read_file('postmaster.pid'), e'\n', 1)::int as pid`;
    return row?.pid ?? 0;
  };
  const former = await serverPid();
  process.kill(former, 'SIGKILL');
  // Sessions of the killed server may answer for another moment; then there is none, then the new one.
  const changed = async () => ((await serverPid().catch(() => former)) === former ? null : true);
  expect(await waitUntil(changed, { limitMs: 20_000 })).toBe(true);
  await database.end();
  await postgres.stop();
  expect(await findEmbeddedPostgres(join(folder, 'postgres'))).toBeNull();
}, 40_000);
