import { expect, test } from 'vitest';
import { openTestDatabase } from '../platform/test-database.ts';
import {
  type TaskStatusDraft,
  taskStatusDraft,
  type UserStatusDraft,
  type UserStatusView,
  userStatusDraft,
} from './contract.ts';
import { findUserStatus, statusRules } from './queries.ts';
import { taskStatuses, userStatuses } from './registry.ts';
import { changeRow, createRow, removeRow } from './save-row.ts';

const { sql } = await openTestDatabase();
let told: readonly UserStatusView[] = [];
const deps = {
  database: sql,
  countUses: async (_sql: unknown, code: string) => (code === 'training' ? 7 : 0),
  changed: (rows: readonly UserStatusView[]) => {
    told = rows;
  },
};
const taskDeps = { ...deps, changed: () => {} };

async function draftOf(code: string): Promise<UserStatusDraft> {
  const status = await findUserStatus(sql, code);
  return userStatusDraft.parse(status);
}

test('the system rows of people are there with their flags (D-03)', async () => {
  const rows = (await userStatuses.select(sql)).filter(({ isSystem }) => isSystem);
  expect(
    rows.map(({ code, name, acceptsHotline, acceptsDirect, isWorkingTime }) => [
      code,
      name,
      acceptsHotline,
      acceptsDirect,
      isWorkingTime,
    ]),
  ).toEqual([
    ['free', 'Вільний', true, 'yes', true],
    ['with_client', 'Робота з клієнтами', false, 'waiting', true],
    ['wrap_up', 'Обробка звернення', false, 'yes', true],
    ['break', 'Перерва', false, 'yes', true],
    ['lunch', 'Обід', false, 'no', false],
    ['absent', 'Відсутній', false, 'no', false],
  ]);
});

test('the system rows of tasks are there, one for each stage (D-02)', async () => {
  const rows = await taskStatuses.select(sql);
  expect(rows.map(({ code }) => code)).toEqual([
    'new',
    'assigned',
    'in_progress',
    'on_hold',
    'done',
    'rework',
    'closed',
    'rejected',
    'cancelled',
  ]);
  expect(rows.filter(({ isInitial }) => isInitial).map(({ code }) => code)).toEqual(['new']);
  expect(rows.filter(({ isFinal }) => isFinal).map(({ code }) => code)).toEqual(['closed', 'cancelled']);
});

test('a row that is added is told to the hot line', async () => {
  const draft = userStatusDraft.parse({ code: 'phone_duty', name: 'Чергування', acceptsHotline: true });
  expect(await createRow(draft, userStatuses, deps)).toEqual({ ...draft, isSystem: false });
  expect(told.map(({ code }) => code)).toContain('phone_duty');
  expect(await statusRules(sql)).toContainEqual({ code: 'phone_duty', acceptsHotline: true, acceptsDirect: 'yes' });
});

test('the last active status that accepts the hot line stays', async () => {
  await changeRow({ code: 'free', draft: { ...(await draftOf('free')), isActive: false } }, userStatuses, deps);
  const last = await draftOf('phone_duty');
  const refused = { code: 'last_hotline_status' };
  await expect(removeRow('phone_duty', userStatuses, deps)).rejects.toMatchObject(refused);
  const without = { code: 'phone_duty', draft: { ...last, acceptsHotline: false } };
  await expect(changeRow(without, userStatuses, deps)).rejects.toMatchObject(refused);
  await changeRow({ code: 'free', draft: { ...(await draftOf('free')), isActive: true } }, userStatuses, deps);
  await removeRow('phone_duty', userStatuses, deps);
  expect(await findUserStatus(sql, 'phone_duty')).toBeNull();
});

test('a row in use is not deleted and says how often it is used', async () => {
  const refused = { code: 'in_use', details: { places: 7 } };
  await expect(removeRow('training', userStatuses, deps)).rejects.toMatchObject(refused);
});

test('of two rows with one code at the same moment one is added', async () => {
  const draft = (name: string): TaskStatusDraft => taskStatusDraft.parse({ code: 'tested', name, stage: 'done' });
  const both = [draft('Перевірена'), draft('Випробувана')].map((one) => createRow(one, taskStatuses, taskDeps));
  const results = await Promise.allSettled(both);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'code_taken', field: 'code' },
  });
});

test('what is not there is not changed', async () => {
  const draft = taskStatusDraft.parse({ code: 'nothing', name: 'Ніщо', stage: 'done' });
  await expect(changeRow({ code: 'nothing', draft }, taskStatuses, taskDeps)).rejects.toMatchObject({
    code: 'not_found',
  });
});
