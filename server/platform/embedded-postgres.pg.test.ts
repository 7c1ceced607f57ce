import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { isRunning, waitForEnd } from './running-process.ts';

let folder: string;
let postgres: EmbeddedPostgres;

const start = (isDurable = false) => startEmbeddedPostgres({ folder: join(folder, 'postgres'), isDurable });

async function select(text: string): Promise<readonly object[]> {
  const database = openDatabase(postgres.url, { maxConnections: 1 });
  try {
    return await database.unsafe(text);
  } finally {
    await database.end();
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dzvin-embedded-'));
  postgres = await start();
}, 30_000);

afterEach(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});

test('a server left by a killed product is adopted with its data', async () => {
  await select('create table bells (tone text)');
  const second = await start();
  expect(second).toMatchObject({ pid: postgres.pid, wasAdopted: true, url: postgres.url });
  expect(await select('select * from bells')).toEqual([]);
});

test('a command beside it finds it as long as it runs', async () => {
  expect(await findEmbeddedPostgres(join(folder, 'postgres'))).toBe(postgres.url);
  await postgres.stop();
  expect(await findEmbeddedPostgres(join(folder, 'postgres'))).toBeNull();
});

test('a server that runs with other settings is replaced', async () => {
  const former = postgres.pid;
  postgres = await start(true);
  expect(postgres.wasAdopted).toBe(false);
  expect(isRunning(former)).toBe(false);
  expect(await select('show fsync')).toEqual([{ fsync: 'on' }]);
});

test('a start after a hard kill of PostgreSQL itself goes on with the data', async () => {
  postgres = await start(true);
  await select('create table bells (tone text)');
  process.kill(postgres.pid, 'SIGKILL');
  await waitForEnd(postgres.pid, 5_000);
  postgres = await start(true);
  expect(postgres.wasAdopted).toBe(false);
  expect(await select('select * from bells')).toEqual([]);
}, 30_000);

test('stopping ends the process and frees the folder', async () => {
  await postgres.stop();
  expect(isRunning(postgres.pid)).toBe(false);
  await expect(readFile(join(folder, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT');
});
