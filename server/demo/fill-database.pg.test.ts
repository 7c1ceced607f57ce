import { expect, test } from 'vitest';
import { findAccountByEmail, putPassword } from '../access/index.ts';
import { findCaller } from '../clients/index.ts';
import type { LineDraft } from '../hotline/contract.ts';
import { telephonyProfiles } from '../people/index.ts';
import { openSecrets } from '../platform/secrets.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { fillDatabase, findDemonstration } from './index.ts';

const { sql } = await openTestDatabase();
const lines: LineDraft[] = [];
await fillDatabase({
  database: sql,
  secrets: openSecrets('ab'.repeat(32)),
  createLine: async (draft) => lines.push(draft),
});

test('a firm is there: eight people, two lines of two projects, five hundred clients', async () => {
  expect(await sql`select count(*) as how_many from people`).toEqual([{ howMany: 8 }]);
  expect(await sql`select count(*) as how_many from clients`).toEqual([{ howMany: 500 }]);
  expect(lines.map(({ name, numbers }) => [name, ...numbers])).toEqual([
    ['Підтримка', '5000'],
    ['Продажі', '6000'],
  ]);
  expect(new Set(lines.map(({ projectId }) => projectId)).size).toBe(2);
});

test('the agents of a line share its project', async () => {
  const byProject = (name: string) => lines.find((line) => line.name === name)?.projectId;
  const people = await telephonyProfiles(sql);
  const namesOf = (projectId: string | null | undefined) =>
    people
      .filter((person) => person.projectId === projectId && person.startsFree)
      .map(({ name }) => name)
      .toSorted();
  expect(namesOf(byProject('Підтримка'))).toEqual(['Оксана Мельник', 'Петро Сич']);
  expect(namesOf(byProject('Продажі'))).toEqual(['Марія Коваль']);
  expect(namesOf(null)).toEqual(['Юрій Ткач']);
});

test('the example caller is known at once', async () => {
  expect(await findCaller(sql, '0501234567')).toMatchObject([
    {
      clientName: 'ТОВ «Зерно-Полісся»',
      contactName: 'Ірина Гнатюк',
      contactRole: 'бухгалтер',
      level: 'exact',
      managerName: 'Оксана Мельник',
    },
  ]);
});

test('the terminal shows whoever still has the first password', async () => {
  const shown = await findDemonstration(sql, []);
  expect(shown).toMatchObject({ password: 'dzvin-demo-1' });
  expect(shown?.people).toHaveLength(8);
  expect(shown?.people[0]).toEqual({
    name: 'Оксана Мельник',
    email: 'oksana@demo.example',
    role: { uk: 'Оператор', en: 'agent' },
  });
  await putPassword(sql, (await findAccountByEmail(sql, 'larysa@demo.example')) ?? '', 'another');
  expect((await findDemonstration(sql, []))?.people.map(({ email }) => email)).not.toContain('larysa@demo.example');
});
