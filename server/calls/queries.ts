import type { Sql } from '../platform/database.ts';
import type { CallLegView, CallLogFilter, CallView } from './contract.ts';

/** Where the next page begins: after this call. */
export interface CallPlace {
  readonly arrivedAt: Date;
  readonly callId: string;
}

/** A call as the log shows it, before numbers are worded. */
export interface CallRecord {
  readonly callId: string;
  readonly arrivedAt: Date;
  readonly direction: CallView['direction'];
  readonly outcome: CallView['outcome'];
  readonly lineId: string | null;
  readonly lineName: string | null;
  readonly otherNumber: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly waitMs: number | null;
  readonly talkMs: number | null;
  readonly note: string;
}

export interface CallSearch extends Omit<CallLogFilter, 'after' | 'number'> {
  readonly digits: string | null;
  readonly after: CallPlace | null;
  /** Only calls this person was rung for, dialled or talked in; null: everybody's. */
  readonly ownOf: string | null;
}

/**
 * One row per conversation, newest first; calls that R-143 keeps out are left out. `from` is in the range, `until`
 * is not. One person's calls are read from `call_people`, all others from `calls`: both lie in the order asked for.
 */
export function selectCalls(sql: Sql, search: CallSearch) {
  const { direction, result, lineId, clientId, digits, limit, from, until, after, ownOf } = search;
  const listOf = search.personId ?? ownOf;
  const list = listOf === null ? sql`calls` : sql`theirs`;
  return sql<CallRecord[]>`
    select ${callColumns(sql)}
    from (
      select calls.*
      from ${listOf === null ? sql`calls` : sql`call_people theirs join calls on calls.call_id = theirs.call_id`}
      ${ownOf === null || ownOf === listOf ? sql`` : sql`join call_people own on own.call_id = calls.call_id`}
      where calls.is_logged
        ${listOf === null ? sql`` : sql`and theirs.person_id = ${listOf}`}
        ${ownOf === null || ownOf === listOf ? sql`` : sql`and own.person_id = ${ownOf}`}
        ${from ? sql`and ${list}.arrived_at >= ${from}` : sql``}
        ${until ? sql`and ${list}.arrived_at < ${until}` : sql``}
        ${after ? sql`and (${list}.arrived_at, ${list}.call_id) < (${after.arrivedAt}, ${after.callId})` : sql``}
        ${direction ? sql`and calls.direction = ${direction}` : sql``}
        ${result === 'answered' ? sql`and calls.bridged_at is not null` : sql``}
        ${result === 'missed' ? sql`and calls.bridged_at is null and calls.outcome is not null` : sql``}
        ${lineId ? sql`and calls.line_id = ${lineId}` : sql``}
        ${clientId ? sql`and calls.client_id = ${clientId}` : sql``}
        ${digits === null ? sql`` : sql`and calls.other_digits like ${`%${digits}%`}`}
      order by ${list}.arrived_at desc, ${list}.call_id desc
      limit ${limit}
    ) as calls
    ${callNames(sql)}
    order by calls.arrived_at desc, calls.call_id desc`;
}

function callColumns(sql: Sql) {
  return sql`
    calls.call_id, calls.arrived_at, calls.direction, calls.outcome, calls.line_id, hot_lines.name as line_name,
    calls.other_number, calls.client_id, clients.name as client_name, calls.person_id, people.full_name as person_name,
    calls.wait_ms, calls.talk_ms, coalesce(call_notes.text, '') as note`;
}

function callNames(sql: Sql) {
  return sql`
    left join hot_lines on hot_lines.line_id = calls.line_id
    left join clients on clients.client_id = calls.client_id
    left join people on people.person_id = calls.person_id
    left join call_notes on call_notes.call_id = calls.call_id`;
}

export type CallCardRecord = CallRecord & Pick<CallView, 'callerName' | 'dialled' | 'legs' | 'story'>;

/**
 * The card: the call, its legs and its whole story. Found whether or not the log shows it.
 *
 * @param ownOf as in `selectCalls`
 */
export async function selectCall(sql: Sql, callId: string, ownOf: string | null): Promise<CallCardRecord | null> {
  const [calls, legs, story] = await Promise.all([
    sql<(CallRecord & Pick<CallView, 'callerName' | 'dialled'>)[]>`
      select ${callColumns(sql)}, calls.caller_name, calls.dialled
      from calls ${callNames(sql)}
      where calls.call_id = ${callId}
        ${ownOf === null ? sql`` : sql`and ${isOwn(sql, ownOf)}`}`,
    sql<CallLegView[]>`
      select offer_no, person_id, coalesce(people.full_name, '') as person_name, reason, result, trace,
             ${isoText(sql, sql`started_at`)} as started_at, ${isoText(sql, sql`ringing_at`)} as ringing_at,
             ${isoText(sql, sql`ended_at`)} as ended_at
      from call_legs left join people using (person_id)
      where call_id = ${callId} order by offer_no`,
    sql<CallView['story'][number][]>`
      select seq, ${isoText(sql, sql`at`)} as at, type, data from ledger
      where stream_kind = 'call' and stream_id = ${callId} order by seq`,
  ]);
  const [call] = calls;
  return call ? { ...call, legs, story } : null;
}

function isOwn(sql: Sql, personId: string) {
  return sql`exists (select from call_people own where own.call_id = calls.call_id and own.person_id = ${personId}
                     and own.arrived_at = calls.arrived_at)`;
}

function isoText(sql: Sql, column: ReturnType<Sql>) {
  return sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Whether there is such a call, among the person's own when `ownOf` is given. */
export async function hasCall(sql: Sql, callId: string, ownOf: string | null): Promise<boolean> {
  const found = await sql`
    select from calls where call_id = ${callId} ${ownOf === null ? sql`` : sql`and ${isOwn(sql, ownOf)}`}`;
  return found.length > 0;
}

export interface NoteRecord {
  readonly text: string;
  readonly revision: number;
}

/**
 * Saves when the note still is what `revision` says; two savers at the same moment cannot both succeed.
 *
 * @returns the note as it is now, or null when somebody else's text stands there
 */
export async function saveNote(
  sql: Sql,
  note: { callId: string; text: string; revision: number; personId: string },
): Promise<NoteRecord | null> {
  const { callId, text, revision, personId } = note;
  const [saved] = await sql<NoteRecord[]>`
    insert into call_notes (call_id, text, revision, updated_by)
    select ${callId}, ${text}, 1, ${personId} where ${revision} = 0
    on conflict (call_id) do nothing
    returning text, revision`;
  if (saved) return saved;
  const [changed] = await sql<NoteRecord[]>`
    update call_notes set text = ${text}, revision = revision + 1, updated_by = ${personId}, updated_at = now()
    where call_id = ${callId} and revision = ${revision}
    returning text, revision`;
  return changed ?? null;
}

/** The notes of these calls by call id; a call without a note is left out. */
export async function notesOf(sql: Sql, callIds: readonly string[]): Promise<ReadonlyMap<string, NoteRecord>> {
  if (callIds.length === 0) return new Map();
  const rows = await sql<(NoteRecord & { callId: string })[]>`
    select call_id, text, revision from call_notes where call_id in ${sql(callIds)}`;
  return new Map(rows.map(({ callId, text, revision }) => [callId, { text, revision }]));
}

/** By hand: matching again never changes it. @returns false when the call, the client or the contact is not there */
export async function linkByHand(
  sql: Sql,
  link: { callId: string; clientId: string | null; contactId: string | null },
): Promise<boolean> {
  const { callId, clientId, contactId } = link;
  const changed = await sql`
    update calls set client_id = ${clientId}, contact_id = ${contactId}, linked_by = 'person'
    where call_id = ${callId}
      and (${clientId}::uuid is null or exists (select from clients where client_id = ${clientId}))
      and (${contactId}::uuid is null or exists (
        select from contact_persons where contact_id = ${contactId} and client_id = ${clientId}))`;
  return changed.count > 0;
}

export async function selectClientName(sql: Sql, clientId: string): Promise<string | null> {
  const [row] = await sql<{ name: string }[]>`select name from clients where client_id = ${clientId}`;
  return row?.name ?? null;
}

/** Past calls of nobody from these numbers become the client's (C12). Calls somebody linked by hand stay. */
export async function matchPastCalls(
  sql: Sql,
  clientId: string,
  phones: readonly { e164: string | null; contactId: string | null }[],
) {
  for (const { e164, contactId } of phones) {
    if (e164 === null) continue;
    await sql`
      update calls set client_id = ${clientId}, contact_id = ${contactId}, linked_by = 'number'
      where other_number = ${e164} and client_id is null and linked_by is distinct from 'person'`;
  }
}

/** Who last talked with this number since `since`; null: nobody. */
export async function lastTalkedWith(sql: Sql, number: string, since: Date): Promise<string | null> {
  const [row] = await sql<{ personId: string }[]>`
    select person_id from calls
    where other_number = ${number} and arrived_at >= ${since} and bridged_at is not null and person_id is not null
    order by arrived_at desc limit 1`;
  return row?.personId ?? null;
}

export interface PopLogRow {
  readonly callId: string;
  readonly offerNo: number;
  readonly personId: string;
  readonly createdAt: number;
  readonly deliveredAt: number | null;
  readonly seenAt: number | null;
}

/** Later facts about a pop complete the earlier row; the first moment of each kind stays. */
export async function putPopLog(sql: Sql, rows: readonly PopLogRow[]): Promise<void> {
  await sql`
    insert into pop_log (call_id, offer_no, person_id, created_at, delivered_at, seen_at)
    select "callId", "offerNo", "personId", to_timestamp("createdAt" / 1000), to_timestamp("deliveredAt" / 1000),
           to_timestamp("seenAt" / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as pop (
      "callId" text, "offerNo" integer, "personId" uuid, "createdAt" double precision, "deliveredAt" double precision,
      "seenAt" double precision)
    on conflict (call_id, offer_no, person_id) do update
    set delivered_at = coalesce(pop_log.delivered_at, excluded.delivered_at),
        seen_at = coalesce(pop_log.seen_at, excluded.seen_at)`;
}

export async function selectParameters(sql: Sql): Promise<unknown> {
  const [row] = await sql<{ parameters: unknown }[]>`select parameters from call_parameters`;
  return row?.parameters ?? {};
}

/** Other sides' numbers of the calls since, with how many calls each; null: withheld. */
export function selectNumbersSince(sql: Sql, since: Date) {
  return sql<{ otherNumber: string | null; calls: number }[]>`
    select other_number, count(*) as calls from calls where arrived_at >= ${since}
    group by other_number order by calls desc, other_number`;
}

export async function putParameters(
  sql: Sql,
  parameters: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await sql`
    insert into call_parameters (parameters) values (${sql.json(parameters)})
    on conflict (only_row) do update set parameters = excluded.parameters, updated_at = now()`;
}
