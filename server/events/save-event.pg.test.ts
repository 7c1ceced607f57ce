import { expect, test } from 'vitest';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import { deedsOf, type Person } from '../access/index.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { eventDraft, eventListQuery } from './contract.ts';
import { listEvents } from './list-events.ts';
import { countEventTypeUses } from './queries.ts';
import { changeEvent, createEvent, removeEvent } from './save-event.ts';

const { sql } = await openTestDatabase();
const deps = { database: sql, timeZone: () => 'Europe/Kyiv', now: () => new Date('2026-11-24T10:00:00Z') };
const personId = await insertTestPerson(sql, { fullName: 'Олена Гай' });
const olena: Person = { personId, name: 'Олена Гай', role: 'agent', deeds: deedsOf('agent') };
const draft = (more: object = {}) =>
  eventDraft.parse({ happenedAt: '2026-11-24T09:30:00+02:00', type: 'visit', subject: 'Огляд складу', ...more });

test('an event without a project gets a number and stands in the registry (R-018, D-06)', async () => {
  const event = await createEvent(olena, draft({ responsibleId: personId }), deps);
  expect(event).toMatchObject({ typeName: 'Виїзд', projectName: null, version: 1 });
  expect(event.number).toMatch(/^П-2026-\d{6}$/);
  expect((await listEvents(sql, eventListQuery.parse({ mine: 'yes' }), personId)).rows).toMatchObject([
    { eventId: event.eventId, happenedAt: '2026-11-24T07:30:00.000000Z' },
  ]);
  expect(await countEventTypeUses(sql, 'visit')).toBe(1);
});

test('ten at once get ten numbers (scenario 4)', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => createEvent(olena, draft(), deps)));
  expect(new Set(made.map(({ number }) => number)).size).toBe(10);
});

test.each([
  ['what only the program makes', { type: 'phone_on' }, { code: 'type_not_by_hand', field: 'type' }],
  ['a type that is not there', { type: 'nothing' }, { code: 'unknown_event_type', field: 'type' }],
  [
    'a client who is not there',
    { clientId: '00000000-0000-4000-8000-000000000009' },
    { code: 'client_not_found', field: 'clientId' },
  ],
])('%s is refused', async (_what, more, refusal) => {
  await expect(createEvent(olena, draft(more), deps)).rejects.toMatchObject(refusal);
});

test('a stale version is refused; a removed event is gone', async () => {
  const { eventId } = await createEvent(olena, draft(), deps);
  const change = { ...draft({ result: 'Домовились' }), version: 1 };
  expect(await changeEvent(olena, { eventId, change }, deps)).toMatchObject({ result: 'Домовились', version: 2 });
  await expect(changeEvent(olena, { eventId, change }, deps)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  await removeEvent(olena, eventId, deps);
  await expect(removeEvent(olena, eventId, deps)).rejects.toMatchObject({ code: 'event_not_found' });
});

test('pages follow each other without gaps', async () => {
  const seen: string[] = [];
  for (let after: string | undefined, page = 0; page < 10; page++) {
    const answer = await listEvents(sql, eventListQuery.parse({ limit: 4, ...(after ? { after } : {}) }), personId);
    seen.push(...answer.rows.map(({ eventId }) => eventId));
    if (answer.after === null) break;
    after = answer.after;
  }
  expect(seen).toHaveLength(11);
  expect(new Set(seen).size).toBe(11);
});
