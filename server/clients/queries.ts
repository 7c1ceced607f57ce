import type { PhoneKeys } from '../../telephony/numbers/index.ts';
import type { Sql } from '../platform/database.ts';
import type {
  ClientDraft,
  ClientRow,
  ClientView,
  ContactDraft,
  ContactView,
  PhoneDraft,
  PhoneView,
} from './contract.ts';
import type { PhoneCandidate } from './match-phone.ts';

const MAX_CANDIDATES = 20;
/** Enough to see the last talk and what was missed since. */
const PAST_CALLS = 10;

/**
 * Every stored phone that may be the caller's, with the client's latest calls, in one round trip. Nothing when the
 * digits are an extension of somebody here: whom the dial plan knows is no client.
 *
 * @param digits of the number as received, to tell extensions
 */
export function selectPhoneCandidates(sql: Sql, { e164, national9, last7 }: PhoneKeys, digits: string) {
  return sql<PhoneCandidate[]>`
    select phone.e164, phone.extension, phone.national9, phone.last7, phone.is_primary, phone.is_company_line,
           clients.client_id, clients.name as client_name,
           contact.contact_id, contact.name as contact_name, contact.role as contact_role,
           clients.manager_id, manager.full_name as manager_name, past.calls
    from client_phones phone
    join clients on clients.client_id = phone.client_id
    left join contact_persons contact on contact.contact_id = phone.contact_id
    left join people manager on manager.person_id = clients.manager_id
    cross join lateral (
      select coalesce(jsonb_agg(to_jsonb(latest)), '[]') as calls
      from (
        select call_id as "callId", to_char(arrived_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, direction, outcome,
               other_number as "otherNumber", talker.full_name as "personName", talk_ms as "talkMs"
        from calls
        left join people talker on talker.person_id = calls.person_id
        where calls.client_id = clients.client_id and outcome is not null
        order by arrived_at desc, call_id desc
        limit ${PAST_CALLS}
      ) latest
    ) past
    where (phone.e164 = ${e164} or phone.national9 = ${national9}
           or (phone.last7 = ${last7} and (phone.national9 is null or ${national9}::text is null)))
      and not exists (select from people where sip_extension = ${digits} and is_active)
    limit ${MAX_CANDIDATES}`;
}

/** Where the next page of a list begins: after this row. */
export interface ClientPlace {
  readonly name: string;
  readonly clientId: string;
}

/** By name in Ukrainian order. `text` is a part of the name, `digits` of a phone or the beginning of a ЄДРПОУ; null: any. */
export function selectClients(
  sql: Sql,
  find: { text: string | null; digits: string | null; after: ClientPlace | null; limit: number },
) {
  const { text, digits, after, limit } = find;
  return sql<ClientRow[]>`
    select clients.client_id, code, name, kind, edrpou, manager.full_name as manager_name,
           (select raw from client_phones phone where phone.client_id = clients.client_id
            order by is_primary desc, position limit 1) as phone,
           (select to_char(arrived_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from calls
            where calls.client_id = clients.client_id order by arrived_at desc, call_id desc limit 1) as last_call_at
    from clients
    left join people manager on manager.person_id = clients.manager_id
    where true
      ${text === null ? sql`` : sql`and ${matchesText(sql, text, digits)}`}
      ${after === null ? sql`` : sql`and (name, clients.client_id) > (${after.name}, ${after.clientId})`}
    order by name, clients.client_id
    limit ${limit}`;
}

function matchesText(sql: Sql, text: string, digits: string | null) {
  const part = `%${escapeLike(text)}%`;
  if (digits === null) return sql`clients.name ilike ${part}`;
  // Each branch has an index of its own; joined by `or` in one scan they would read the whole table.
  return sql`clients.client_id in (
    select client_id from clients where name ilike ${part}
    union select client_id from clients where edrpou like ${`${digits}%`}
    union select client_id from client_phones where e164 like ${`%${digits}%`} or last7 like ${`%${digits}%`}
  )`;
}

/** The text is looked for as it stands: its % and _ are letters. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

type ClientCard = Omit<ClientView, 'phones' | 'contacts'>;

/** @returns null when there is no such client */
export async function selectClient(sql: Sql, clientId: string): Promise<ClientView | null> {
  const [clients, phones, contacts] = await Promise.all([
    sql<ClientCard[]>`
      select client_id, code, kind, name, clients.full_name, edrpou, address, email, manager_id, note,
             manager.full_name as manager_name, to_char(clients.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at
      from clients left join people manager on manager.person_id = clients.manager_id
      where client_id = ${clientId}`,
    sql<PhoneView[]>`
      select phone_id, raw, e164, extension, type, label, is_primary, is_company_line, contact_id,
             contact.name as contact_name
      from client_phones phone left join contact_persons contact using (contact_id)
      where phone.client_id = ${clientId} order by position, phone_id`,
    sql<ContactView[]>`
      select contact_id, name, role from contact_persons where client_id = ${clientId} order by name, contact_id`,
  ]);
  const [card] = clients;
  return card ? { ...card, phones, contacts } : null;
}

/** The row stays locked until the transaction ends, so that two saves of one card follow each other. */
export async function lockClient(sql: Sql, clientId: string): Promise<boolean> {
  return (await sql`select from clients where client_id = ${clientId} for update`).length > 0;
}

/** @returns the id and the code К-000001 given to it */
export async function insertClient(sql: Sql, draft: ClientDraft): Promise<string> {
  const [row] = await sql<{ clientId: string }[]>`
    with next as (select nextval('client_codes')::text as value)
    insert into clients (code, kind, name, full_name, edrpou, address, email, manager_id, note)
    select 'К-' || lpad(value, greatest(6, length(value)), '0'), ${draft.kind}, ${draft.name}, ${draft.fullName},
           ${draft.edrpou}, ${draft.address}, ${draft.email}, ${draft.managerId}::uuid, ${draft.note}
    from next
    returning client_id`;
  if (row === undefined) throw new Error('an insert without a conflict clause gave no row');
  return row.clientId;
}

export async function updateClient(sql: Sql, clientId: string, draft: ClientDraft): Promise<void> {
  await sql`
    update clients
    set kind = ${draft.kind}, name = ${draft.name}, full_name = ${draft.fullName}, edrpou = ${draft.edrpou},
        address = ${draft.address}, email = ${draft.email}, manager_id = ${draft.managerId}, note = ${draft.note},
        updated_at = now()
    where client_id = ${clientId}`;
}

/** @returns the id given to it */
export async function insertContact(sql: Sql, clientId: string, { name, role }: ContactDraft): Promise<string> {
  const [row] = await sql<{ contactId: string }[]>`
    insert into contact_persons ${sql({ clientId, name, role })} returning contact_id`;
  if (row === undefined) throw new Error('an insert without a conflict clause gave no row');
  return row.contactId;
}

export type PhoneRecord = PhoneDraft & PhoneKeys;

/** In the order given; what was there before stays in front. */
export async function insertPhones(sql: Sql, clientId: string, phones: readonly PhoneRecord[]): Promise<void> {
  if (phones.length === 0) return;
  const [last] = await sql<{ position: number }[]>`
    select coalesce(max(position), 0) as position from client_phones where client_id = ${clientId}`;
  const rows = phones.map((phone, index) => ({ ...phone, clientId, position: (last?.position ?? 0) + index + 1 }));
  await sql`insert into client_phones ${sql(rows)}`;
}

export async function deletePhones(sql: Sql, clientId: string): Promise<void> {
  await sql`delete from client_phones where client_id = ${clientId}`;
}

/** Whether all of these contact persons belong to the client. */
export async function areContactsOf(sql: Sql, clientId: string, contactIds: readonly string[]): Promise<boolean> {
  const [row] = await sql<{ howMany: number }[]>`
    select count(*) as how_many from contact_persons
    where client_id = ${clientId} and contact_id in ${sql(contactIds)}`;
  return row?.howMany === contactIds.length;
}

export async function isActivePerson(sql: Sql, personId: string): Promise<boolean> {
  return (await sql`select from people where person_id = ${personId} and is_active`).length > 0;
}
