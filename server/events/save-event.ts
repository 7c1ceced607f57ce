import type { Person } from '../access/index.ts';
import { findEventType } from '../directories/index.ts';
import { named, recordChange } from '../history/index.ts';
import { takeNumber } from '../numbering/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type EventChange, type EventDraft, type EventView, programMadeTypes } from './contract.ts';
import { checkLinks, deleteEvent, insertEvent, lockEvent, selectEvent, updateEvent } from './queries.ts';

export interface SaveEventDeps {
  readonly database: Database;
  /** Whose calendar divides the periods of numbering; an IANA name. */
  readonly timeZone: () => string;
  readonly now: () => Date;
}

/**
 * An event a person makes by hand, inside a project or without one.
 *
 * @throws Refusal type_not_by_hand, unknown_event_type, client_not_found, contact_not_found,
 * unknown_project, person_not_found, event_not_found
 */
export function createEvent(person: Person, draft: EventDraft, { database, timeZone, now }: SaveEventDeps) {
  return transaction(database, async (sql) => {
    await checkType(sql, draft);
    await checkNamed(sql, draft);
    const number = await takeNumber(sql, {
      document: 'event',
      ...(draft.projectId === null ? {} : { projectId: draft.projectId }),
      eventTypeCode: draft.type,
      tokens: { type: draft.type },
      documentDate: new Date(draft.happenedAt),
      createdAt: now(),
      timeZone: timeZone(),
    });
    const eventId = await insertEvent(sql, draft, { authorId: person.personId, number });
    const after = await viewOf(sql, eventId);
    await keepHistory(sql, person, { before: null, after });
    return after;
  });
}

/** @throws Refusal event_not_found, changed_meanwhile { version } and those of `createEvent` */
export function changeEvent(person: Person, given: { eventId: string; change: EventChange }, deps: SaveEventDeps) {
  const { eventId, change } = given;
  const { version, ...draft } = change;
  return transaction(deps.database, async (sql) => {
    await requireVersion(sql, eventId, version);
    const before = await viewOf(sql, eventId);
    if (draft.type !== before.type) await checkType(sql, draft);
    await checkNamed(sql, draft);
    await updateEvent(sql, eventId, draft);
    const after = await viewOf(sql, eventId);
    await keepHistory(sql, person, { before, after });
    return after;
  });
}

/** Its number is not given again. @throws Refusal event_not_found */
export function removeEvent(person: Person, eventId: string, { database }: Pick<SaveEventDeps, 'database'>) {
  return transaction(database, async (sql) => {
    await requireVersion(sql, eventId, null);
    const before = await viewOf(sql, eventId);
    await deleteEvent(sql, eventId);
    await keepHistory(sql, person, { before, after: null });
  });
}

async function requireVersion(sql: Sql, eventId: string, version: number | null): Promise<void> {
  const present = await lockEvent(sql, eventId);
  if (present === null) throw new Refusal('event_not_found');
  if (version !== null && version !== present) throw new Refusal('changed_meanwhile', { version: present });
}

async function checkType(sql: Sql, { type }: EventDraft): Promise<void> {
  const found = await findEventType(sql, type);
  if (!found?.isActive) throw new Refusal('unknown_event_type', {}, 'type');
  if (programMadeTypes.some((code) => code === type)) throw new Refusal('type_not_by_hand', {}, 'type');
}

async function checkNamed(sql: Sql, draft: EventDraft): Promise<void> {
  const links = await checkLinks(sql, draft);
  if (!links.hasClient) throw new Refusal('client_not_found', {}, 'clientId');
  if (!links.hasContact) throw new Refusal('contact_not_found', {}, 'contactId');
  if (!links.hasProject) throw new Refusal('unknown_project', {}, 'projectId');
  if (!links.hasResponsible) throw new Refusal('person_not_found', {}, 'responsibleId');
  if (!links.hasReplied) throw new Refusal('event_not_found', {}, 'repliesToId');
}

function facts(event: EventView) {
  return {
    typeCode: named(event.type, event.typeName),
    clientId: named(event.clientId, event.clientName),
    projectId: named(event.projectId, event.projectName),
    responsibleId: named(event.responsibleId, event.responsibleName),
    result: event.result,
    subject: event.subject,
    text: event.text,
    contactId: named(event.contactId, event.contactName),
    happenedAt: event.happenedAt,
  };
}

function keepHistory(sql: Sql, { personId }: Person, change: { before: EventView | null; after: EventView | null }) {
  const { before, after } = change;
  const event = after ?? before;
  if (event === null) return Promise.resolve();
  return recordChange(sql, {
    kind: 'event',
    objectId: event.eventId,
    objectName: [event.number, event.subject].filter(Boolean).join(' '),
    actor: { personId, source: 'user' },
    before: before && facts(before),
    after: after && facts(after),
  });
}

async function viewOf(sql: Sql, eventId: string): Promise<EventView> {
  const event = await selectEvent(sql, eventId);
  if (event === null) throw new Refusal('event_not_found');
  return event;
}
