import { expect, test } from 'vitest';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { historyFilter } from './contract.ts';
import { listHistory } from './list-history.ts';
import { deleteOutlived } from './queries.ts';
import { type Change, recordChange } from './record-change.ts';
import { saveRules } from './save-rules.ts';

const { sql } = await openTestDatabase();
const oksana = { personId: await insertTestPerson(sql, { fullName: 'Оксана Мельник' }) };
const actor = { personId: oksana.personId, source: 'user' } as const;

const client = (objectId: string, change: Pick<Change, 'before' | 'after'>): Change => ({
  ...{ kind: 'client', objectId, objectName: 'ТОВ «Зоря»', actor },
  ...change,
});
const historyOf = async (objectId: string) => (await listHistory(sql, historyFilter.parse({ objectId }))).rows;

test('a switched-on field leaves old value, new value and the person; a switched-off one does not (scenario 19)', async () => {
  await recordChange(sql, client('c1', { before: { name: 'Зоря', note: 'а' }, after: { name: 'Зірка', note: 'б' } }));
  expect(await historyOf('c1')).toMatchObject([
    { field: 'name', before: 'Зоря', after: 'Зірка', personName: 'Оксана Мельник', source: 'user' },
  ]);
});

test('switching a field on counts from then on, and is written down itself', async () => {
  await saveRules(oksana, { kind: 'client', draft: { kept: ['name', 'note'], keepMonths: 24 } }, sql);
  await recordChange(sql, client('c2', { before: { note: 'а', edrpou: '1' }, after: { note: 'б', edrpou: '2' } }));
  expect(await historyOf('c2')).toMatchObject([{ field: 'note', before: 'а', after: 'б' }]);
  const rules = await listHistory(sql, historyFilter.parse({ kind: 'history_rules' }));
  expect(rules.rows.map(({ field, before, after }) => [field, before, after])).toContainEqual(['note', false, true]);
  expect(rules.rows.map(({ field, before, after }) => [field, before, after])).toContainEqual(['keepMonths', 0, 24]);
});

test('fields saved together share one change', async () => {
  const before = { name: 'а', note: '1' };
  await recordChange(sql, client('c3', { before, after: { name: 'б', note: '2' } }));
  const rows = await historyOf('c3');
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map(({ changeId }) => changeId)).size).toBe(1);
});

test('a setting keeps every field, of a password only that it changed', async () => {
  const change = { before: {}, after: { host: 'mail.example', password: { secret: true } } } as const;
  await recordChange(sql, { kind: 'enterprise', objectId: 'e1', objectName: 'Наша', actor, ...change });
  const rows = await historyOf('e1');
  expect(rows.map(({ field, after }) => [field, after]).sort()).toEqual([
    ['host', 'mail.example'],
    ['password', { secret: true }],
  ]);
});

test('a field the kind does not have is refused by name', async () => {
  const draft = { kept: ['shoeSize'], keepMonths: 0 };
  await expect(saveRules(oksana, { kind: 'client', draft }, sql)).rejects.toMatchObject({
    code: 'unknown_field',
    details: { field: 'shoeSize' },
  });
});

test('pages go on where the last one ended', async () => {
  // Enough for the rows' numbers to gain a digit on the way: newest first is by number, not by its text.
  const newestFirst = Array.from({ length: 120 }, (_, n) => 120 - n);
  for (const n of newestFirst.toReversed()) {
    await recordChange(sql, client('c4', { before: { name: n - 1 }, after: { name: n } }));
  }
  const first = await listHistory(sql, historyFilter.parse({ objectId: 'c4', limit: 70 }));
  const second = await listHistory(sql, historyFilter.parse({ objectId: 'c4', limit: 70, after: first.after ?? '' }));
  expect([...first.rows, ...second.rows].map(({ after }) => after)).toEqual(newestFirst);
  expect(second.after).toBeNull();
});

test('what is past its keeping time goes, what is kept for ever stays', async () => {
  await sql`update history set at = now() - interval '3 years'`;
  expect(await deleteOutlived(sql)).toBeGreaterThan(0);
  expect(await historyOf('c1')).toEqual([]);
  expect(await historyOf('e1')).not.toEqual([]);
});
