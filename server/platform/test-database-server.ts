import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { type Database, openDatabase } from './database.ts';
import { databaseUrl } from './database-url.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { prepareJobs } from './jobs.ts';
import { migrate } from './migrate.ts';
import { isRunning } from './running-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that holds the template, and the template's name. See `openTestDatabase`. */
    testDatabaseServer: { url: string; template: string };
  }
}

const FOLDER_PREFIX = 'dzvin-test-postgres-';
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Vitest's global set-up for `*.pg.test.ts`: one server for all workers, and a migrated template in it that each test
 * file copies. The server is an embedded one of this run, or the one `TEST_DATABASE_URL` names (its user must be
 * allowed to create databases).
 *
 * @returns the teardown
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer(process.env.TEST_DATABASE_URL);
  const template = `dzvin_test_${process.pid}_template`;
  const admin = openDatabase(server.url, { maxConnections: 1 });
  await admin`drop database if exists ${admin(template)}`;
  await admin`create database ${admin(template)}`;
  await migrateTemplate(openDatabase(databaseUrl(server.url, template), { maxConnections: 1 }));
  await prepareJobs(databaseUrl(server.url, template));
  project.provide('testDatabaseServer', { url: server.url, template });
  return async () => {
    await admin`drop database ${admin(template)}`;
    await admin.end();
    await server.stop();
  };
}

async function migrateTemplate(database: Database): Promise<void> {
  try {
    await migrate(database, MIGRATIONS);
  } finally {
    await database.end(); // a template with a session open cannot be copied
  }
}

async function testServer(url: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  if (url) return { url, stop: async () => {} };
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ folder, isDurable: false });
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Servers of runs that were killed: adopted only to be stopped. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX) || isRunning(Number(name.slice(FOLDER_PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    const leftover = await startEmbeddedPostgres({ folder, isDurable: false });
    await leftover.stop();
    await rm(folder, { recursive: true });
  }
}
