import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Sql } from './database.ts';
import { transaction } from './database.ts';
import { planMigrations } from './plan-migrations.ts';

export interface Migration {
  readonly number: number;
  /** `0001_people.sql` */
  readonly file: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly file: string;
  readonly checksum: string;
}

/** The migrations do not fit this database. The message says what to do; starting again does not help. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Any fixed number will do: it keeps two servers that start together from migrating at once. */
const ADVISORY_LOCK = 3_804_660_617;

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * Brings the database up to the newest file of `folder`. Each file runs in a transaction of its own together with
 * its record, so a failed one leaves no trace and the next start tries it again. Several servers may start together.
 *
 * @returns the files applied now, empty when there was nothing to do
 * @throws MigrationError when a past file was changed or is missing, or a file's SQL fails
 */
export async function migrate(database: Database, folder: string): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const appliedNow: string[] = [];
  for (;;) {
    const file = await transaction(database, (sql) => applyNext(sql, migrations));
    if (file === null) return appliedNow;
    appliedNow.push(file);
  }
}

/** @throws MigrationError for a file name that is not `0001_words.sql` */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(files.map((file) => readMigration(folder, file)));
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const number = FILE_NAME.exec(file)?.[1];
  if (number === undefined) throw new MigrationError(`${file}: name it like 0007_what_it_adds.sql`);
  const sql = await readFile(join(folder, file), 'utf8');
  return { number: Number(number), file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function applyNext(sql: Sql, migrations: readonly Migration[]): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`;
  // A rewrite of a large table may take its time; only ordinary statements are limited.
  await sql`set local statement_timeout = 0`;
  await createRecords(sql);
  const applied = await sql<AppliedMigration[]>`select number, file, checksum from schema_migrations order by number`;
  const plan = planMigrations(migrations, applied);
  if ('refusal' in plan) throw new MigrationError(plan.refusal);
  const [next] = plan.pending;
  if (next === undefined) return null;
  await apply(sql, next);
  return next.file;
}

async function createRecords(sql: Sql): Promise<void> {
  await sql`
    create table if not exists schema_migrations (
      number     integer     primary key,
      file       text        not null,
      checksum   text        not null,
      applied_at timestamptz not null default now()
    )`;
}

async function apply(sql: Sql, { number, file, checksum, sql: statements }: Migration): Promise<void> {
  try {
    await sql.unsafe(statements);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`${file} failed and was rolled back: ${why}`, { cause });
  }
  await sql`insert into schema_migrations ${sql({ number, file, checksum })}`;
}
