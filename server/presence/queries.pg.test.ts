import { expect, test } from 'vitest';
import type { PersonEntry } from '../../telephony/index.ts';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { countStatusUses, projectPersonEntries, rememberedPeople, selectStatusLog } from './queries.ts';

const { sql } = await openTestDatabase();
const nine = Date.parse('2026-11-24T09:00:00+02:00');
const minute = 60_000;

function somebody(fullName: string): Promise<string> {
  return insertTestPerson(sql, { fullName });
}

function entry(personId: string, seq: number, state: Partial<PersonEntry> = {}): PersonEntry {
  return {
    stream: 'person',
    personId,
    seq,
    at: nine + seq * minute,
    type: 'agent.state',
    shown: 'free',
    shownBecause: null,
    presence: 'free',
    nextPresence: null,
    work: 'idle',
    device: 'reachable',
    obstacle: null,
    callId: null,
    until: null,
    source: 'self',
    byPersonId: null,
    note: null,
    ...state,
  };
}
const dayOf = (personId: string) => selectStatusLog(sql, { personId, day: '2026-11-24', timeZone: 'Europe/Kyiv' });
const intervals = (personId: string) => sql<{ seq: number; startedAt: Date; endedAt: Date | null }[]>`
  select seq, started_at, ended_at from status_log where person_id = ${personId} order by seq`;

test('intervals fill the time exactly, however the entries come in', async () => {
  const [whole, pieces] = [await somebody('Оксана Мельник'), await somebody('Петро Сич')];
  const four = (personId: string) => [1, 2, 3, 4].map((seq) => entry(personId, seq));
  await projectPersonEntries(sql, four(whole));
  for (const one of four(pieces)) await projectPersonEntries(sql, [one]);
  const expected = [1, 2, 3, 4].map((seq) => ({
    seq,
    startedAt: new Date(nine + seq * minute),
    endedAt: seq === 4 ? null : new Date(nine + (seq + 1) * minute),
  }));
  expect([...(await intervals(whole))]).toEqual(expected);
  expect([...(await intervals(pieces))]).toEqual(expected);
});

test('the same entries again, alone or with later ones, change nothing of the old', async () => {
  const personId = await somebody('Марія Коваль');
  const [one, two, three] = [entry(personId, 1), entry(personId, 2), entry(personId, 3)];
  await projectPersonEntries(sql, [one, two]);
  await projectPersonEntries(sql, [one, two]);
  await projectPersonEntries(sql, [two, three]);
  const ends = (await intervals(personId)).map(({ endedAt }) => endedAt?.getTime() ?? null);
  expect(ends).toEqual([two.at, three.at, null]);
});

test('two entries of one moment make an interval without length', async () => {
  const personId = await somebody('Юрій Ткач');
  await projectPersonEntries(sql, [entry(personId, 1), entry(personId, 2, { at: nine + minute })]);
  expect((await intervals(personId)).map(({ endedAt }) => endedAt?.getTime() ?? null)).toEqual([nine + minute, null]);
});

test('the log of a day has what touches it, with the name of whoever set it', async () => {
  const [personId, byPersonId] = [await somebody('Яна Гук'), await somebody('Тарас Бондар')];
  await projectPersonEntries(sql, [
    entry(personId, 1, { at: Date.parse('2026-11-23T22:30:00+02:00') }),
    entry(personId, 2, {
      at: Date.parse('2026-11-24T00:30:00+02:00'),
      presence: 'break',
      shown: 'break',
      source: 'supervisor',
      byPersonId,
      note: 'Пожежа',
    }),
    entry(personId, 3, { at: Date.parse('2026-11-25T00:00:00+02:00') }),
  ]);
  expect(await dayOf(personId)).toMatchObject([
    { shown: 'free', byName: null },
    { shown: 'break', byName: 'Тарас Бондар', source: 'supervisor', note: 'Пожежа' },
  ]);
});

test('a start remembers the last state, the wrap-up under way and since when somebody is idle', async () => {
  const [idle, wrapping, silent] = [await somebody('Ада'), await somebody('Боян'), await somebody('Віта')];
  await projectPersonEntries(sql, [
    entry(idle, 1, { work: 'talking', callId: 'call-1' }),
    entry(idle, 2),
    entry(idle, 3, { presence: 'break', shown: 'break' }),
    entry(wrapping, 1, { work: 'wrap_up', callId: 'call-2', until: nine + 30 * minute, nextPresence: 'lunch' }),
    entry(silent, 1, { work: 'not_responding', obstacle: 'not_responding' }),
  ]);
  const remembered = new Map((await rememberedPeople(sql)).map((person) => [person.personId, person]));
  expect(remembered.get(idle)).toMatchObject({
    lastSeq: 3,
    presence: 'break',
    idleSince: nine + 2 * minute,
    wrapUp: null,
  });
  expect(remembered.get(wrapping)).toMatchObject({
    nextPresence: 'lunch',
    wrapUp: { callId: 'call-2', until: nine + 30 * minute },
  });
  expect(remembered.get(silent)).toMatchObject({ isNotResponding: true });
});

test('uses of a status are counted, chosen or shown', async () => {
  const personId = await somebody('Ганна Лис');
  await projectPersonEntries(sql, [
    entry(personId, 1, { presence: 'training', shown: 'training' }),
    entry(personId, 2, { presence: 'training', shown: 'with_client' }),
  ]);
  expect(await countStatusUses(sql, 'training')).toBe(2);
  expect(await countStatusUses(sql, 'client_visit')).toBe(0);
});
