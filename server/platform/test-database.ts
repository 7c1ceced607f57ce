import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { databaseUrl } from './database-url.ts';
import './test-database-server.ts'; // declares what `inject` gives

/**
 * A fresh, migrated database for one `*.pg.test.ts`; closed and dropped after its last test. At the top of the file:
 *
 *     const { sql } = await openTestDatabase();
 */
export async function openTestDatabase(): Promise<{ sql: Database; url: string }> {
  const server = inject('testDatabaseServer');
  const name = `dzvin_test_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, (admin) => admin`create database ${admin(name)} template ${admin(server.template)}`);
  const url = databaseUrl(server.url, name);
  const sql = openDatabase(url, { maxConnections: 4 });
  afterAll(async () => {
    await sql.end({ timeout: 5 });
    await onServer(server.url, (admin) => admin`drop database ${admin(name)} with (force)`);
  });
  return { sql, url };
}

async function onServer(url: string, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = openDatabase(url, { maxConnections: 1 });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
