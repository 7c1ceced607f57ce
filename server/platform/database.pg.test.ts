import { expect, test } from 'vitest';
import { transaction } from './database.ts';
import { openTestDatabase } from './test-database.ts';

const { sql } = await openTestDatabase();

test('a count is a number', async () => {
  const [row] = await sql`select count(*) as how_many from generate_series(1, 3)`;
  expect(row).toEqual({ howMany: 3 });
});

test('a bigint too large for a number is an error, not a wrong digit', async () => {
  await expect(sql`select 9007199254740993::int8`.execute()).rejects.toThrow('select it as text');
});

test('a moment is a Date, a day is text', async () => {
  const [row] = await sql`select timestamptz '2026-08-22 10:00+03' as at, date '2026-08-22' as day`;
  expect(row).toEqual({ at: new Date('2026-08-22T07:00:00Z'), day: '2026-08-22' });
});

test('keys inside jsonb keep their names', async () => {
  const [row] = await sql`select ${sql.json({ first_name: 'Олена' })}::jsonb as raw_facts`;
  expect(row).toEqual({ rawFacts: { first_name: 'Олена' } });
});

test('Ukrainian letters sort where they belong', async () => {
  const rows = await sql<{ name: string }[]>`
    select name from unnest(array['Юрій', 'Ґалаґан', 'Іван', 'Зоя', 'Їжак', 'Галина', 'Йосип']) as name order by name`;
  expect(rows.map((row) => row.name)).toEqual(['Галина', 'Ґалаґан', 'Зоя', 'Іван', 'Їжак', 'Йосип', 'Юрій']);
});

test('a rejected transaction leaves nothing and tells why', async () => {
  await sql`create table notes (body text)`;
  const work = transaction(sql, async (tx) => {
    await tx`insert into notes ${tx({ body: 'draft' })}`;
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await sql`select * from notes`).toHaveLength(0);
});

test('a transaction gives back what its work gave', async () => {
  const given = await transaction(sql, async (tx) => (await tx<{ one: number }[]>`select 1 as one`)[0]);
  expect(given).toEqual({ one: 1 });
});
