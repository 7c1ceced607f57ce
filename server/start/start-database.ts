import { join } from 'node:path';
import type { Config } from '../../config/load-config.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { databaseUrl } from '../platform/database-url.ts';
import { findEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import type { Log } from '../platform/log.ts';
import { keepPostgres } from './keep-postgres.ts';
import { databaseFailure, databaseTooOld, databaseWrongEncoding } from './word-database-failure.ts';

export interface StartedDatabase {
  readonly database: Database;
  /** With the password. */
  readonly url: string;
  /** Closes the pool, and ends PostgreSQL where it is ours. */
  stop(): Promise<void>;
}

/** Since 15 a unique index can treat nulls as equal, which the migrations make use of. */
const OLDEST_VERSION = 150_000;
const NAME = 'dzvin';

/**
 * The embedded server, or the one of `DATABASE_URL`, looked at so that a start goes on only with one that will do.
 *
 * @throws WordedError
 */
export async function startDatabase({ databaseUrl: url, dataDir }: Config, log: Log): Promise<StartedDatabase> {
  if (url !== null) return openChecked(url, async () => {});
  const postgres = await keepPostgres(join(dataDir, 'postgres'), log);
  try {
    await createDatabaseOnce(postgres.url);
    return await openChecked(databaseUrl(postgres.url, NAME), postgres.stop);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/**
 * The address of the running product's database, for a command beside it.
 *
 * @returns null when the embedded server does not run
 */
export async function findDatabaseUrl({ databaseUrl: url, dataDir }: Config): Promise<string | null> {
  if (url !== null) return url;
  const server = await findEmbeddedPostgres(join(dataDir, 'postgres'));
  return server === null ? null : databaseUrl(server, NAME);
}

async function createDatabaseOnce(serverUrl: string): Promise<void> {
  const admin = openDatabase(serverUrl, { maxConnections: 1 });
  try {
    const found = await admin`select 1 from pg_database where datname = ${NAME}`;
    if (found.length === 0) await admin`create database ${admin(NAME)}`;
  } finally {
    await admin.end();
  }
}

async function openChecked(url: string, stopServer: () => Promise<void>): Promise<StartedDatabase> {
  const database = openDatabase(url);
  try {
    await requireSuitable(database);
  } catch (cause) {
    await database.end();
    throw databaseFailure(url, cause);
  }
  const stop = async () => {
    await database.end({ timeout: 5 });
    await stopServer();
  };
  return { database, url, stop };
}

async function requireSuitable(database: Database): Promise<void> {
  const [server] = await database<{ version: number; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  if (server !== undefined && server.version < OLDEST_VERSION) throw databaseTooOld(server.version);
  if (server !== undefined && server.encoding !== 'UTF8') throw databaseWrongEncoding(server.encoding);
}
