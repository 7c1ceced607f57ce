import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MigrationError, migrate } from './migrate.ts';
import { openTestDatabase } from './test-database.ts';

const { sql } = await openTestDatabase();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dzvin-migrations-'));
  await sql`drop table if exists schema_migrations, bells`;
});

afterEach(() => rm(folder, { recursive: true }));

const write = (file: string, text: string) => writeFile(join(folder, file), text);
const readTones = () => sql<{ tone: string }[]>`select tone from bells`;

test('applies each file once, in order', async () => {
  await write('0002_tone.sql', `alter table bells add tone text; insert into bells values ('low');`);
  await write('0001_bells.sql', 'create table bells ();');
  expect(await migrate(sql, folder)).toEqual(['0001_bells.sql', '0002_tone.sql']);
  expect(await migrate(sql, folder)).toEqual([]);
  expect(await readTones()).toEqual([{ tone: 'low' }]);
});

test('two servers that start together migrate once', async () => {
  await write('0001_bells.sql', `create table bells (tone text); insert into bells values ('low');`);
  const applied = await Promise.all([migrate(sql, folder), migrate(sql, folder)]);
  expect(applied.flat()).toEqual(['0001_bells.sql']);
});

test('a failing file leaves nothing behind and is named', async () => {
  await write('0001_bells.sql', 'create table bells (tone text); select no_such_function();');
  await expect(migrate(sql, folder)).rejects.toThrow(/0001_bells\.sql failed and was rolled back: .*no_such_function/);
  await write('0001_bells.sql', 'create table bells (tone text);');
  expect(await migrate(sql, folder)).toEqual(['0001_bells.sql']);
});

test('refuses a past file that was changed', async () => {
  await write('0001_bells.sql', 'create table bells (tone text);');
  await migrate(sql, folder);
  await write('0001_bells.sql', 'create table bells (tone text, weight int);');
  await expect(migrate(sql, folder)).rejects.toThrow(MigrationError);
});

test('refuses a file that is not named by the rule', async () => {
  await write('bells.sql', 'create table bells ();');
  await expect(migrate(sql, folder)).rejects.toThrow('bells.sql: name it like 0007_what_it_adds.sql');
});
