import { expect, test } from 'vitest';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { deedsOf, type Person } from '../access/index.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { taskDraft, taskListQuery, taskMove } from './contract.ts';
import { listTasks } from './list-tasks.ts';
import { countTaskStatusUses, listDueTasks } from './queries.ts';
import { changeTask, commentTask, createTask, markOwnPart, moveTask, removeTask } from './save-task.ts';

const { sql } = await openTestDatabase();
const now = new Date('2026-11-24T10:00:00Z');
const deps = { database: sql, timeZone: () => 'Europe/Kyiv', now: () => now };
const [olena, petro, ihor] = [
  await insertPerson('Олена Гай'),
  await insertPerson('Петро Сич'),
  await insertPerson('Ігор Лан'),
];
const draft = (more: object = {}) =>
  taskDraft.parse({ subject: 'Надіслати рахунок', performerId: petro.personId, ...more });
const list = (query: object, person: Person) =>
  listTasks(sql, taskListQuery.parse(query), { personId: person.personId, now });

test('a task with a performer is assigned in one step and gets a number (D-02, D-06)', async () => {
  const task = await createTask(olena, draft(), deps);
  expect(task).toMatchObject({ stage: 'assigned', status: 'assigned', authorName: 'Олена Гай', version: 1 });
  expect(task.number).toMatch(/^З-2026-\d{6}$/);
  expect(await countTaskStatusUses(sql, 'assigned')).toBeGreaterThan(0);
});

test('a task is taken, done, returned with a reason, done and closed', async () => {
  const { taskId } = await createTask(olena, draft({ controllerId: ihor.personId }), deps);
  const move = async (person: Person, status: string, more: object = {}) => {
    const { version } = await read(taskId);
    return moveTask(person, { taskId, move: taskMove.parse({ version, status, ...more }) }, deps);
  };
  expect(await move(petro, 'in_progress')).toMatchObject({ stage: 'in_progress', startedAt: expect.any(String) });
  expect(await move(petro, 'done')).toMatchObject({ stage: 'done', percentDone: 100 });
  await expect(move(olena, 'closed')).rejects.toMatchObject({ code: 'not_yours_to_move' });
  await expect(move(ihor, 'rework')).rejects.toMatchObject({ code: 'move_reason_required', field: 'reason' });
  expect(await move(ihor, 'rework', { reason: 'не той рахунок' })).toMatchObject({ finishedAt: null });
  await move(petro, 'done');
  expect(await move(ihor, 'closed')).toMatchObject({ stage: 'closed' });
  await expect(move(petro, 'in_progress', { reason: 'ще' })).rejects.toMatchObject({ code: 'not_yours_to_move' });
  expect(await move(olena, 'in_progress', { reason: 'клієнт повернув' })).toMatchObject({ stage: 'in_progress' });
  const rows = await sql<{ field: string }[]>`select field from history where object_id = ${taskId}`;
  expect(rows.map(({ field }) => field)).toContain('statusCode');
});

test('a second save of a stale version is refused', async () => {
  const { taskId } = await createTask(olena, draft(), deps);
  const change = { ...draft({ subject: 'Інша тема' }), version: 1 };
  expect(await changeTask(olena, { taskId, change }, deps)).toMatchObject({ subject: 'Інша тема', version: 2 });
  const refused = { code: 'changed_meanwhile', details: { version: 2 } };
  await expect(changeTask(petro, { taskId, change }, deps)).rejects.toMatchObject(refused);
});

test('a part that is open keeps the task from done until it is marked', async () => {
  const { taskId } = await createTask(olena, draft({ coPerformerIds: [ihor.personId] }), deps);
  const move = async (status: string) => {
    const { version } = await read(taskId);
    return moveTask(petro, { taskId, move: taskMove.parse({ version, status }) }, deps);
  };
  await move('in_progress');
  await expect(move('done')).rejects.toMatchObject({ code: 'parts_open', details: { parts: 1 } });
  await markOwnPart(ihor, { taskId, isDone: true }, deps);
  await expect(markOwnPart(olena, { taskId, isDone: true }, deps)).rejects.toMatchObject({ code: 'not_permitted' });
  expect(await move('done')).toMatchObject({ stage: 'done' });
});

test('the registry is cut by performer, stage and due date, page by page (R-154)', async () => {
  const oksana = await insertPerson('Оксана Мельник');
  const late = { performerId: oksana.personId, dueAt: '2026-11-20T10:00:00Z' };
  for (const subject of ['перша', 'друга', 'третя']) await createTask(olena, draft({ ...late, subject }), deps);
  const first = await list({ performerId: oksana.personId, limit: 2 }, olena);
  const second = await list({ performerId: oksana.personId, limit: 2, after: first.after }, olena);
  expect([...first.rows, ...second.rows].map(({ subject }) => subject).toSorted()).toEqual(['друга', 'перша', 'третя']);
  expect(second.after).toBeNull();
  expect(first.rows).toMatchObject([{ isOverdue: true }, { isOverdue: true }]);
  expect((await list({ mine: 'any', overdue: 'yes' }, oksana)).rows).toHaveLength(3);
  expect((await list({ mine: 'any' }, await insertPerson('Ніхто'))).rows).toEqual([]);
  const until = new Date('2026-11-21T00:00:00Z');
  expect(await listDueTasks(sql, { until, limit: 10 })).toHaveLength(3);
});

test('what is named must be there; comments stay; a removed task is gone', async () => {
  const nobody = '00000000-0000-4000-8000-000000000009';
  await expect(createTask(olena, draft({ clientId: nobody }), deps)).rejects.toMatchObject({
    code: 'client_not_found',
  });
  await expect(createTask(olena, draft({ observerIds: [nobody] }), deps)).rejects.toMatchObject({
    field: 'observerIds',
  });
  const { taskId } = await createTask(olena, draft(), deps);
  const commented = await commentTask(petro, { taskId, text: 'Зроблю завтра' }, deps);
  expect(commented.comments).toMatchObject([{ authorName: 'Петро Сич', text: 'Зроблю завтра' }]);
  await removeTask(olena, taskId, deps);
  await expect(removeTask(olena, taskId, deps)).rejects.toMatchObject({ code: 'task_not_found' });
});

async function read(taskId: string) {
  const [row] = await sql<{ version: number }[]>`select version from tasks where task_id = ${taskId}`;
  if (row === undefined) throw new Error('no such task');
  return row;
}

async function insertPerson(fullName: string): Promise<Person> {
  const personId = await insertTestPerson(sql, { fullName });
  return { personId, name: fullName, role: 'agent', deeds: deedsOf('agent') };
}
