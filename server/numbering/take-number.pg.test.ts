import { expect, test } from 'vitest';
import { type Sql, transaction } from '../platform/database.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { numberRule } from './contract.ts';
import { deleteJournalRule, putRule } from './queries.ts';
import { readNumbering, saveRule } from './save-rule.ts';
import { type DocumentToNumber, takeNumber } from './take-number.ts';

const { sql } = await openTestDatabase();
const deps = { database: sql, timeZone: () => 'Europe/Kyiv' };
const general = '00000000-0000-4000-8000-000000000002';

const save = (given: Partial<DocumentToNumber>, on = '2026-11-24T10:00:00Z') => {
  const documentDate = new Date(on);
  const whole = {
    document: 'event',
    tokens: {},
    documentDate,
    createdAt: documentDate,
    timeZone: 'Europe/Kyiv',
  } as const;
  return transaction(sql, (tx: Sql) => takeNumber(tx, { ...whole, ...given }));
};

test('ten savers at once get ten numbers (R-100)', async () => {
  const numbers = await Promise.all(Array.from({ length: 10 }, () => save({})));
  expect(numbers.toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => `П-2026-${String(i + 1).padStart(6, '0')}`));
});

test('tasks count apart from events (R-101)', async () => {
  expect(await save({ document: 'task' })).toBe('З-2026-000001');
  await save({});
  expect(await save({ document: 'task' })).toBe('З-2026-000002');
});

test('after New Year the counter begins again', async () => {
  expect(await save({}, '2026-12-31T22:00:01Z')).toBe('П-2027-000001');
});

test('a save that fails gives its number back', async () => {
  const { event } = await readNumbering(deps, new Date('2030-01-15T10:00:00Z'));
  expect(event.sample).toBe('П-2030-000001');
  const failing = transaction(sql, async (tx) => {
    const at = new Date('2030-01-15T10:00:00Z');
    await takeNumber(tx, { document: 'event', tokens: {}, documentDate: at, createdAt: at, timeZone: 'Europe/Kyiv' });
    throw new Error('the row was no good');
  });
  await expect(failing).rejects.toThrow('no good');
  expect(await save({}, '2030-01-15T10:00:00Z')).toBe('П-2030-000001');
});

test.each(['phone_on', 'phone_off', 'call_transfer', 'call_queue'])('%s takes no number', async (eventTypeCode) => {
  expect(await save({ eventTypeCode })).toBeNull();
});

test('a yearly reset without a year in the template is refused (R-100)', async () => {
  const saving = saveRule('event', numberRule.parse({ template: '{PREFIX}-{N}' }), deps);
  await expect(saving).rejects.toMatchObject({ code: 'template_without_period', field: 'template' });
});

test('a scope by type counts each type apart, and is for events only', async () => {
  const rule = numberRule.parse({ prefix: 'П', scope: 'type', template: '{TYPE}-{YYYY}-{N}' });
  await expect(saveRule('task', rule, deps)).rejects.toMatchObject({ code: 'scope_not_for_document' });
  await saveRule('event', rule, deps);
  const numbers = [];
  for (const type of ['visit', 'survey', 'visit']) numbers.push(await save({ eventTypeCode: type, tokens: { type } }));
  expect(numbers).toEqual(['visit-2026-000001', 'survey-2026-000001', 'visit-2026-000002']);
});

test('without auto numbering there is no number; a raised start is jumped to', async () => {
  await saveRule('task', numberRule.parse({ prefix: 'З', auto: false }), deps);
  expect(await save({ document: 'task' })).toBeNull();
  await saveRule('task', numberRule.parse({ prefix: 'З', startFrom: 500 }), deps);
  expect(await save({ document: 'task' })).toBe('З-2026-000500');
});

test("a project takes its journal's own set, else the one of all projects (R-102)", async () => {
  const project = { document: 'project', journalId: general, tokens: { journal: 'general' } } as const;
  expect(await save(project)).toBe('ПР-2026-000001');
  const own = numberRule.parse({ prefix: 'Л', counterWidth: 3, resetPeriod: 'never', template: '{PREFIX}/{N}' });
  await putRule(sql, { document: 'project', journalId: general }, own);
  expect(await save(project)).toBe('Л/001');
  await deleteJournalRule(sql, general);
  expect(await save(project)).toBe('ПР-2026-000002');
});
