import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { openLog } from '../platform/log.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { BoardFigures } from './board-figures.ts';
import { type LineDraft, type LineView, lineDraft } from './contract.ts';
import { lineFigures, lines, localMidnight, selectBoardPeople, selectLines } from './queries.ts';
import { changeLine, createLine, engineLine, removeLine } from './save-line.ts';

const { sql } = await openTestDatabase();
const told: string[] = [];
const deps = {
  database: sql,
  lineChanged: (line: LineView) => void told.push(`put ${line.name}`),
  lineRemoved: (lineId: string) => void told.push(`remove ${lineId}`),
};
const personId = await insertPerson('Іван Бондар', { sipExtension: '101', directNumber: '+380441112233' });

test('a saved line reaches the hot line, an inactive one leaves it', async () => {
  const line = await createLine(null, draft('Продаж', ['5000', '+380445001020']), deps);
  expect(await lines(sql)).toContainEqual(engineLine(line));
  expect(told.at(-1)).toBe('put Продаж');
  await changeLine(null, { lineId: line.lineId, draft: { ...draft('Продаж', ['5000']), isActive: false } }, deps);
  expect(told.at(-1)).toBe(`remove ${line.lineId}`);
  expect((await lines(sql)).map(({ name }) => name)).not.toContain('Продаж');
  expect(await selectLines(sql)).toMatchObject([
    { name: 'Продаж', numbers: ['5000'], isActive: false, peopleCount: 1 },
  ]);
});

test.each([
  ['another line', '6000', 'Підтримка'],
  ['another line, written otherwise', '0445550011', 'Підтримка'],
  ['a person by extension', '101', 'Іван Бондар'],
  ['a person by direct number, written otherwise', '0441112233', 'Іван Бондар'],
])('a number held by %s is refused, naming who', async (_whose, number, by) => {
  if ((await selectLines(sql)).every(({ name }) => name !== 'Підтримка')) {
    await createLine(null, draft('Підтримка', ['6000', '+380445550011']), deps);
  }
  const refused = createLine(null, draft('Нова', ['6001', number]), deps);
  await expect(refused).rejects.toMatchObject({ code: 'line_number_taken', field: 'numbers', details: { by } });
});

test('what else is wrong is refused by its field', async () => {
  await createLine(null, draft('Довідка', ['6100']), deps);
  await expect(createLine(null, draft('довідка', ['6101']), deps)).rejects.toMatchObject({
    code: 'name_taken',
    field: 'name',
  });
  await expect(createLine(null, draft('Двічі', ['6102', '6102']), deps)).rejects.toMatchObject({
    code: 'line_number_taken',
  });
  const closed = { ...draft('Проєкт', ['6103']), projectId: randomUUID() };
  await expect(createLine(null, closed, deps)).rejects.toMatchObject({ code: 'unknown_project', field: 'projectId' });
  await expect(changeLine(null, { lineId: randomUUID(), draft: draft('Ніхто', ['6104']) }, deps)).rejects.toMatchObject(
    {
      code: 'line_not_found',
    },
  );
});

test('of two lines saved at one moment with one number exactly one is there', async () => {
  const saves = ['Перша', 'Друга'].map((name) => createLine(null, draft(name, ['6200']), deps));
  const results = await Promise.allSettled(saves);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [refusal] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refusal).toMatchObject({
    code: 'line_number_taken',
    details: { by: expect.stringMatching(/^(Перша|Друга)$/) },
  });
});

test('a line that has had calls is not deleted', async () => {
  const line = await createLine(null, draft('Стара', ['6300']), deps);
  await insertCall(line.lineId, { at: '2026-11-20T10:00:00Z', outcome: 'answered', waitMs: 1000 });
  await expect(removeLine(null, line.lineId, deps)).rejects.toMatchObject({ code: 'in_use', details: { calls: 1 } });
  const fresh = await createLine(null, draft('Пуста', ['6301']), deps);
  await removeLine(null, fresh.lineId, deps);
  await expect(removeLine(null, fresh.lineId, deps)).rejects.toMatchObject({ code: 'line_not_found' });
});

test('figures: offered is answered and missed, short abandons leave the service level (C6, C7)', async () => {
  const { lineId } = await createLine(
    null,
    { ...draft('Рахунок', ['6400']), targetSeconds: 20, shortAbandonSeconds: 5 },
    deps,
  );
  const at = '2026-10-25T00:30:00Z';
  const calls = [
    { at, outcome: 'answered', waitMs: 20_000 },
    { at, outcome: 'answered', waitMs: 20_001 },
    { at, outcome: null, waitMs: 3000, isTalking: true },
    { at, outcome: null, waitMs: 0 },
    { at, outcome: 'abandoned_ringing', waitMs: 4999 },
    { at, outcome: 'abandoned', waitMs: 5000 },
    { at, outcome: 'queue_timeout', waitMs: 300_000 },
    { at, outcome: 'queue_full', waitMs: 0 },
    { at: '2026-10-24T20:59:59Z', outcome: 'answered', waitMs: 1 },
  ];
  for (const facts of calls) await insertCall(lineId, facts);
  const from = await localMidnight(sql, new Date('2026-10-25T10:00:00Z'), 'Europe/Kyiv');
  expect(from).toEqual(new Date('2026-10-24T21:00:00Z'));
  const figures = await lineFigures(sql, { from, until: new Date('2026-10-26T00:00:00Z') });
  expect(figures.find((line) => line.lineId === lineId)).toEqual({
    lineId,
    answered: 3,
    missed: 4,
    counted: 6,
    inTime: 2,
  });
});

test('the figures are asked once however many ask, and not again at once', async () => {
  const figures = new BoardFigures({ sql, timeZone: () => 'Europe/Kyiv', log: openLog('silent') });
  expect(await Promise.all([figures.refresh(), figures.refresh()])).toEqual([true, true]);
  expect(await figures.refresh()).toBe(false);
});

test('the board knows everybody, with what was last shown of them', async () => {
  const data = { shown: 'free', work: 'idle', source: 'self' };
  const at = new Date('2026-11-20T10:00:00Z');
  const entry = { streamKind: 'person', streamId: personId, at, type: 'agent.state' };
  await sql`insert into ledger ${sql({ ...entry, seq: 1, data: sql.json({ ...data, shown: 'break' }) })}`;
  await sql`insert into ledger ${sql({ ...entry, seq: 2, data: sql.json(data) })}`;
  expect(await selectBoardPeople(sql)).toMatchObject([
    { personId, name: 'Іван Бондар', extension: '101', shown: { shown: 'free', since: at.getTime() } },
  ]);
});

test('a restart, which writes everybody down again, is not the beginning of what is shown', async () => {
  const [nine, ten, eleven] = [9, 10, 11].map((hour) => new Date(Date.UTC(2026, 10, 20, hour)));
  const interval = { personId, presence: 'free', work: 'idle', device: 'reachable', source: 'system' };
  await sql`insert into status_log ${sql([
    { ...interval, seq: 1, shown: 'break', startedAt: nine, endedAt: ten },
    { ...interval, seq: 2, shown: 'free', startedAt: ten, endedAt: eleven },
    { ...interval, seq: 3, shown: 'free', startedAt: eleven, endedAt: null },
  ])}`;
  expect(await selectBoardPeople(sql)).toMatchObject([{ shown: { shown: 'free', since: ten?.getTime() } }]);
});

function draft(name: string, numbers: readonly string[]): LineDraft {
  return lineDraft.parse({ name, numbers });
}

function insertPerson(fullName: string, phone: { sipExtension: string; directNumber: string }): Promise<string> {
  return insertTestPerson(sql, { fullName, sipSecret: 'sealed', ...phone });
}

async function insertCall(
  lineId: string,
  call: { at: string; outcome: string | null; waitMs: number; isTalking?: boolean },
): Promise<void> {
  const { at, outcome, waitMs } = call;
  const arrivedAt = new Date(at);
  const isBridged = outcome === 'answered' || call.isTalking === true;
  await sql`insert into calls ${sql({
    ...{ callId: randomUUID(), arrivedAt, direction: 'in', lineId, isLogged: true, outcome },
    bridgedAt: isBridged ? new Date(arrivedAt.getTime() + waitMs) : null,
    endedAt: outcome === null ? null : arrivedAt,
    waitMs: outcome === null ? null : waitMs,
  })}`;
}
