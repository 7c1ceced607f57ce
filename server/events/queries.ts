import type { Sql } from '../platform/database.ts';
import type { EventDraft, EventListQuery, EventRow, EventView } from './contract.ts';

/** Where the next page of the registry begins: after this row. */
export interface EventPlace {
  readonly happenedAt: string;
  readonly eventId: string;
}

const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

function rowColumns(sql: Sql) {
  return sql`
    events.event_id, events.number, to_char(events.happened_at, ${MOMENT}) as happened_at, events.type,
    event_types.name as type_name, events.subject, clients.name as client_name, projects.name as project_name,
    responsible.full_name as responsible_name, events.is_open`;
}

function rowTables(sql: Sql) {
  return sql`
    events
    left join event_types on event_types.code = events.type
    left join clients on clients.client_id = events.client_id
    left join projects on projects.project_id = events.project_id
    left join people responsible on responsible.person_id = events.responsible_id`;
}

/** Newest first, without the parts of a call. `from` is in the range, `until` is not. */
export function selectEvents(
  sql: Sql,
  filter: Omit<EventListQuery, 'after'>,
  { personId, after }: { personId: string; after: EventPlace | null },
) {
  const { mine, type, responsibleId, clientId, projectId, open, from, until, limit } = filter;
  return sql<EventRow[]>`
    select ${rowColumns(sql)} from ${rowTables(sql)}
    where events.parent_id is null
      ${mine ? sql`and events.responsible_id = ${personId}` : sql``}
      ${type ? sql`and events.type = ${type}` : sql``}
      ${responsibleId ? sql`and events.responsible_id = ${responsibleId}` : sql``}
      ${clientId ? sql`and events.client_id = ${clientId}` : sql``}
      ${projectId ? sql`and events.project_id = ${projectId}` : sql``}
      ${open ? sql`and events.is_open` : sql``}
      ${from ? sql`and events.happened_at >= ${from}::text::timestamptz` : sql``}
      ${until ? sql`and events.happened_at < ${until}::text::timestamptz` : sql``}
      ${
        after
          ? sql`and (events.happened_at, events.event_id) < (${after.happenedAt}::text::timestamptz, ${after.eventId}::uuid)`
          : sql``
      }
    order by events.happened_at desc, events.event_id desc
    limit ${limit}`;
}

/** @returns null when there is no such event */
export async function selectEvent(sql: Sql, eventId: string): Promise<EventView | null> {
  const [event] = await sql<EventView[]>`
    select ${rowColumns(sql)}, events.client_id, events.contact_id, events.address, events.project_id,
           events.responsible_id, events.body as text, events.duration_seconds, events.result, events.replies_to_id,
           events.version, events.call_id, events.parent_id, contact.name as contact_name,
           author.full_name as author_name
    from ${rowTables(sql)}
    left join contact_persons contact on contact.contact_id = events.contact_id
    left join people author on author.person_id = events.author_id
    where events.event_id = ${eventId}`;
  return event ?? null;
}

/** The row stays locked until the transaction ends. @returns its version, null when there is no such event */
export async function lockEvent(sql: Sql, eventId: string): Promise<number | null> {
  const [row] = await sql<{ version: number }[]>`select version from events where event_id = ${eventId} for update`;
  return row?.version ?? null;
}

const columnsOf = (fields: EventDraft) => ({
  happenedAt: fields.happenedAt,
  type: fields.type,
  clientId: fields.clientId,
  contactId: fields.contactId,
  address: fields.address,
  projectId: fields.projectId,
  responsibleId: fields.responsibleId,
  subject: fields.subject,
  body: fields.text,
  durationSeconds: fields.durationSeconds,
  result: fields.result,
  repliesToId: fields.repliesToId,
  isOpen: fields.isOpen,
});

export async function insertEvent(
  sql: Sql,
  draft: EventDraft,
  given: { authorId: string; number: string | null },
): Promise<string> {
  const [made] = await sql<{ eventId: string }[]>`
    insert into events ${sql({ ...columnsOf(draft), ...given })} returning event_id`;
  if (made === undefined) throw new Error('an insert without a conflict clause gave no row');
  return made.eventId;
}

export async function updateEvent(sql: Sql, eventId: string, draft: EventDraft): Promise<void> {
  await sql`
    update events set ${sql(columnsOf(draft))}, version = version + 1, updated_at = now() where event_id = ${eventId}`;
}

export async function deleteEvent(sql: Sql, eventId: string): Promise<void> {
  await sql`delete from events where event_id = ${eventId}`;
}

export interface Links {
  readonly hasClient: boolean;
  readonly hasContact: boolean;
  readonly hasProject: boolean;
  readonly hasResponsible: boolean;
  readonly hasReplied: boolean;
}

/** Which of the named records are there; what is not named is. A contact belongs to the client. */
export async function checkLinks(sql: Sql, named: EventDraft): Promise<Links> {
  const { clientId, contactId, projectId, responsibleId, repliesToId } = named;
  const [row] = await sql<Links[]>`
    select ${clientId}::uuid is null or exists (select from clients where client_id = ${clientId}) as has_client,
           ${contactId}::uuid is null or exists (
             select from contact_persons where contact_id = ${contactId} and client_id = ${clientId}) as has_contact,
           ${projectId}::uuid is null or exists (select from projects where project_id = ${projectId}) as has_project,
           ${responsibleId}::uuid is null or exists (
             select from people where person_id = ${responsibleId} and is_active) as has_responsible,
           ${repliesToId}::uuid is null or exists (select from events where event_id = ${repliesToId}) as has_replied`;
  if (row === undefined) throw new Error('a select without a table gave no row');
  return row;
}

/** How many events are of the type: a type in use is not deleted (D-01). */
export async function countEventTypeUses(sql: Sql, code: string): Promise<number> {
  const [row] = await sql<{ howMany: number }[]>`select count(*) as how_many from events where type = ${code}`;
  return row?.howMany ?? 0;
}
