import type { LedgerEntry, RememberedCall } from '../../telephony/index.ts';
import type { Sql } from '../platform/database.ts';
import type { CallChange, CallChanges, CallPerson, LegChange } from './fold-calls.ts';
import { jsonText } from './json-text.ts';

/** A card the call belongs to, found by the number. */
export interface CallLink {
  readonly callId: string;
  readonly clientId: string;
  readonly contactId: string | null;
}

/** Each statement takes all its rows as one JSON parameter, so its text is always the same and stays prepared. */
export async function insertLedgerEntries(sql: Sql, entries: readonly LedgerEntry[]): Promise<readonly LedgerEntry[]> {
  const rows = entries.map(toLedgerRow);
  const inserted = await sql<{ streamId: string; seq: number }[]>`
    insert into ledger (stream_kind, stream_id, seq, at, type, data)
    select kind, id, seq, to_timestamp(at / 1000), type, data
    from jsonb_to_recordset(${jsonText(rows)}::text::jsonb)
      as entry (kind text, id text, seq integer, at double precision, type text, data jsonb)
    on conflict (stream_kind, stream_id, seq) do nothing
    returning stream_id, seq`;
  if (inserted.length === entries.length) return entries;
  const fresh = new Set(inserted.map(({ streamId, seq }) => `${streamId} ${seq}`));
  return entries.filter((entry) => fresh.delete(`${streamIdOf(entry)} ${entry.seq}`));
}

export function streamIdOf(entry: LedgerEntry): string {
  return entry.stream === 'call' ? entry.callId : entry.personId;
}

/** The stream's own id is the key, so it leaves the data. */
function toLedgerRow(entry: LedgerEntry) {
  if (entry.stream === 'call') {
    const { stream, callId, seq, at, type, ...data } = entry;
    return { kind: stream, id: callId, seq, at, type, data };
  }
  const { stream, personId, seq, at, type, ...data } = entry;
  return { kind: stream, id: personId, seq, at, type, data };
}

/** In this order: legs and people point at calls. Not awaited in between, so all travel in one go. */
export async function projectCalls(sql: Sql, { calls, legs, people }: CallChanges): Promise<void> {
  const arrived = calls.filter((change) => change.arrived);
  const changed = calls.filter((change) => !change.arrived);
  const made = legs.filter((leg) => leg.made);
  const moved = legs.filter((leg) => !leg.made);
  await Promise.all([
    arrived.length > 0 && insertCalls(sql, arrived),
    changed.length > 0 && updateCalls(sql, changed),
    made.length > 0 && insertLegs(sql, made),
    moved.length > 0 && updateLegs(sql, moved),
    people.length > 0 && putPeople(sql, people),
  ]);
}

async function insertCalls(sql: Sql, changes: readonly CallChange[]): Promise<void> {
  await sql`
    insert into calls (call_id, arrived_at, direction, line_id, other_number, other_digits, caller_name, dialled,
                       from_person_id, to_person_id, is_logged, offers, person_id, bridged_at,
                       ended_at, outcome, cause, ended_by, wait_ms, talk_ms)
    select "callId", to_timestamp("arrivedAt" / 1000), direction, "lineId", "otherNumber", "otherDigits", "callerName",
           dialled, "fromPersonId", "toPersonId", "isLogged", coalesce(offers, 0), "personId",
           to_timestamp("bridgedAt" / 1000), to_timestamp("endedAt" / 1000), outcome, cause, "endedBy", "waitMs", "talkMs"
    from jsonb_to_recordset(${jsonText(changes.map(flatCall))}::text::jsonb) as change (
      "callId" text, "arrivedAt" double precision, direction text, "lineId" uuid, "otherNumber" text,
      "otherDigits" text, "callerName" text, dialled text, "fromPersonId" uuid, "toPersonId" uuid, "isLogged" boolean,
      offers integer, "personId" uuid, "bridgedAt" double precision, "endedAt" double precision, outcome text,
      cause text, "endedBy" text, "waitMs" integer, "talkMs" integer)`;
}

async function updateCalls(sql: Sql, changes: readonly CallChange[]): Promise<void> {
  await sql`
    update calls
    set offers = coalesce(change.offers, calls.offers),
        person_id = coalesce("personId", calls.person_id),
        bridged_at = coalesce(calls.bridged_at, to_timestamp("bridgedAt" / 1000)),
        ended_at = coalesce(to_timestamp("endedAt" / 1000), calls.ended_at),
        outcome = coalesce(change.outcome, calls.outcome),
        cause = coalesce(change.cause, calls.cause),
        ended_by = coalesce("endedBy", calls.ended_by),
        wait_ms = coalesce("waitMs", calls.wait_ms),
        talk_ms = coalesce("talkMs", calls.talk_ms)
    from jsonb_to_recordset(${jsonText(changes.map(flatCall))}::text::jsonb) as change (
      "callId" text, offers integer, "personId" uuid, "bridgedAt" double precision, "endedAt" double precision,
      outcome text, cause text, "endedBy" text, "waitMs" integer, "talkMs" integer)
    where calls.call_id = "callId"`;
}

/** Whole milliseconds: the engine's clock may be finer than the columns. */
function flatCall({ arrived, ended, ...rest }: CallChange) {
  const rounded = ended && { ...ended, waitMs: Math.round(ended.waitMs), talkMs: Math.round(ended.talkMs) };
  return { ...rest, ...arrived, ...rounded };
}

async function insertLegs(sql: Sql, legs: readonly LegChange[]): Promise<void> {
  await sql`
    insert into call_legs (call_id, offer_no, person_id, reason, started_at, trace, ringing_at, ended_at, result, cause)
    select "callId", "offerNo", "personId", reason, to_timestamp("startedAt" / 1000), trace,
           to_timestamp("ringingAt" / 1000), to_timestamp("endedAt" / 1000), result, cause
    from jsonb_to_recordset(${jsonText(legs.map(flatLeg))}::text::jsonb) as leg (
      "callId" text, "offerNo" integer, "personId" uuid, reason text, "startedAt" double precision, trace jsonb,
      "ringingAt" double precision, "endedAt" double precision, result text, cause text)`;
}

async function updateLegs(sql: Sql, legs: readonly LegChange[]): Promise<void> {
  await sql`
    update call_legs
    set ringing_at = coalesce(to_timestamp("ringingAt" / 1000), call_legs.ringing_at),
        ended_at = coalesce(to_timestamp("endedAt" / 1000), call_legs.ended_at),
        result = coalesce(leg.result, call_legs.result),
        cause = coalesce(leg.cause, call_legs.cause)
    from jsonb_to_recordset(${jsonText(legs.map(flatLeg))}::text::jsonb) as leg (
      "callId" text, "offerNo" integer, "ringingAt" double precision, "endedAt" double precision, result text, cause text)
    where call_legs.call_id = "callId" and call_legs.offer_no = "offerNo"`;
}

function flatLeg({ made, finished, ...rest }: LegChange) {
  return { ...rest, ...made, ...finished };
}

async function putPeople(sql: Sql, people: readonly CallPerson[]): Promise<void> {
  await sql`
    insert into call_people (person_id, arrived_at, call_id, talked)
    select "personId", calls.arrived_at, calls.call_id, person.talked
    from jsonb_to_recordset(${jsonText(people)}::text::jsonb) as person ("callId" text, "personId" uuid, talked boolean)
    join calls on calls.call_id = "callId"
    on conflict (person_id, arrived_at, call_id) do update set talked = call_people.talked or excluded.talked`;
}

/** What a person chose stays; a card deleted meanwhile is passed over. */
export async function linkCalls(sql: Sql, links: readonly CallLink[]): Promise<void> {
  await sql`
    update calls
    set client_id = link."clientId", contact_id = link."contactId", linked_by = 'number'
    from jsonb_to_recordset(${jsonText(links)}::text::jsonb) as link ("callId" text, "clientId" uuid, "contactId" uuid)
    where calls.call_id = link."callId" and calls.linked_by is distinct from 'person'
      and exists (select from clients where client_id = link."clientId")
      and (link."contactId" is null or exists (select from contact_persons where contact_id = link."contactId"))`;
}

/** Calls that ended a short while ago: the PBX may still have their channels. */
export async function recentlyEndedCalls(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ callId: string }[]>`
    select call_id from calls
    where arrived_at > clock_timestamp() - interval '1 day' and ended_at > clock_timestamp() - interval '10 minutes'`;
  return rows.map(({ callId }) => callId);
}

/** Calls whose end the ledger has not seen, oldest first: what a start has to ask the PBX about. */
export function rememberedCalls(sql: Sql) {
  return sql<RememberedCall[]>`
    select stream.call_id, last.seq as last_seq, direction, line_id, dialled, offers,
           extract(epoch from arrived_at)::double precision * 1000 as arrived_at,
           coalesce(arrival.data ->> 'callerNumber', '') as caller_number,
           coalesce(arrival.data ->> 'callerName', '') as caller_name,
           from_person_id, to_person_id, open_offer.facts as open_offer,
           extract(epoch from bridged_at)::double precision * 1000 as bridged_at,
           case when bridged_at is not null then person_id end as talking_person_id
    from calls as stream
    cross join lateral (
      select seq from ledger where stream_kind = 'call' and stream_id = stream.call_id order by seq desc limit 1
    ) last
    left join ledger as arrival
      on arrival.stream_kind = 'call' and arrival.stream_id = stream.call_id and arrival.seq = 1
    left join lateral (
      select jsonb_build_object('offerNo', offer_no, 'personId', person_id) as facts
      from call_legs where call_legs.call_id = stream.call_id and result is null
      order by offer_no desc limit 1
    ) open_offer on true
    where ended_at is null
    order by stream.arrived_at, stream.call_id`;
}
