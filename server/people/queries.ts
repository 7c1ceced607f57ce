import type { PersonProfile } from '../../telephony/index.ts';
import type { RoleCode } from '../access/contract.ts';
import type { PersonFacts } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import type { PersonDraft, PersonView } from './contract.ts';

/** What is stored of a person and no console sees: the secret is encrypted. */
export type StoredPerson = PersonView & { readonly sipSecret: string | null };

/** A draft ready to be stored. */
export type PersonRecord = Omit<PersonDraft, 'password' | 'email' | 'availableUnitIds'> & {
  readonly sipSecret: string | null;
  readonly employeeId: string;
};

/** Everybody, the inactive ones too, by name in Ukrainian order. */
export function selectPeople(sql: Sql) {
  return sql<PersonView[]>`${personViews(sql)} order by people.full_name, person_id`;
}

/** @returns null when there is no such person */
export async function selectPerson(sql: Sql, personId: string): Promise<PersonView | null> {
  const [row] = await sql<PersonView[]>`${personViews(sql)} where person_id = ${personId}`;
  return row ?? null;
}

/**
 * For a change: the person, and who else may manage access. These rows stay locked until the transaction ends, always
 * in one order, so that two changes at once cannot both take away the right of the last but one administrator.
 *
 * @returns null when there is no such person
 */
export async function lockPerson(
  sql: Sql,
  personId: string,
): Promise<{ person: StoredPerson; otherAdministrators: number } | null> {
  const locked = await sql<{ personId: string }[]>`
    select person_id from people where person_id = ${personId} or (role = 'administrator' and is_active)
    order by person_id for update`;
  const person = await selectStored(sql, personId);
  if (person === null) return null;
  return { person, otherAdministrators: locked.filter((other) => other.personId !== personId).length };
}

export async function selectStored(sql: Sql, personId: string): Promise<StoredPerson | null> {
  const [row] = await sql<StoredPerson[]>`
    select view.*, people.sip_secret from (${personViews(sql)}) view join people using (person_id)
    where person_id = ${personId}`;
  return row ?? null;
}

function personViews(sql: Sql) {
  return sql`
    select person_id, people.full_name, account.email, role, people.position, people.phone_number, sip_extension,
           direct_number, auto_start_phone, receive_corporate_mail, use_statuses_for_telephony, open_card_on_call,
           auto_create_event, telephony_project_id, projects.name as telephony_project_name, mail_project_id,
           mail_projects.name as mail_project_name, people.is_active, people.unit_id, units.name as unit_name,
           array(select unit_id from person_units where person_units.person_id = people.person_id order by unit_id)
             as available_unit_ids,
           people.employee_id, employees.full_name as employee_name, employees.position as employee_position
    from people
    join auth."user" account on account.id = people.person_id
    join employees on employees.employee_id = people.employee_id
    left join projects on projects.project_id = people.telephony_project_id
    left join projects mail_projects on mail_projects.project_id = people.mail_project_id
    left join enterprises units on units.enterprise_id = people.unit_id`;
}

export async function insertPerson(sql: Sql, personId: string, person: PersonRecord): Promise<void> {
  await sql`insert into people ${sql({ personId, ...person })}`;
}

export async function updatePerson(sql: Sql, personId: string, person: PersonRecord): Promise<void> {
  await sql`update people set ${sql({ ...person })} where person_id = ${personId}`;
}

/** Replaces «Доступні одиниці». */
export async function putPersonUnits(sql: Sql, personId: string, unitIds: readonly string[]): Promise<void> {
  await sql`delete from person_units where person_id = ${personId}`;
  if (unitIds.length === 0) return;
  const rows = [...new Set(unitIds)].map((unitId) => ({ personId, unitId }));
  await sql`insert into person_units ${sql(rows)}`;
}

/** Names of the active people, other than `personId`, who have these numbers; null where nobody has. */
export async function findNumberHolders(
  sql: Sql,
  { personId, sipExtension, directNumber }: { personId: string } & Pick<PersonDraft, 'sipExtension' | 'directNumber'>,
): Promise<{ extensionHolder: string | null; directHolder: string | null }> {
  const [row] = await sql<{ extensionHolder: string | null; directHolder: string | null }[]>`
    select
      (select full_name from people
       where is_active and person_id <> ${personId} and sip_extension = ${sipExtension}) as extension_holder,
      (select full_name from people
       where is_active and person_id <> ${personId} and direct_number = ${directNumber}) as direct_holder`;
  return row ?? { extensionHolder: null, directHolder: null };
}

/** What sign-in asks with every request. */
export async function findPersonFacts(sql: Sql, personId: string): Promise<PersonFacts | null> {
  const [row] = await sql<PersonFacts[]>`${facts(sql)} where person_id = ${personId}`;
  return row ?? null;
}

/** Everybody, closed accounts too. */
export function selectAllFacts(sql: Sql) {
  return sql<PersonFacts[]>`${facts(sql)}`;
}

/** Which of these sessions still hold, and whose they are: one query for however many consoles. */
export async function selectStanding(sql: Sql, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return [];
  return sql<{ sessionId: string; personId: string; name: string; role: RoleCode }[]>`
    select session.id as session_id, person_id, full_name as name, role
    from auth.session join people on people.person_id = session."userId"
    where session.id in ${sql(sessionIds)} and session."expiresAt" > now() and is_active`;
}

function facts(sql: Sql) {
  return sql`
    select person_id, full_name as name, account.email, role, is_active, sip_extension as extension,
           use_statuses_for_telephony as uses_statuses, open_card_on_call, auto_start_phone, language
    from people join auth."user" account on account.id = people.person_id`;
}

/** The active people as the hot line must know them, at a start. */
export function telephonyProfiles(sql: Sql) {
  return sql<PersonProfile[]>`${profiles(sql)} order by person_id`;
}

/** One person for the hot line. @returns null when there is none or the account is closed */
export async function telephonyProfile(sql: Sql, personId: string): Promise<PersonProfile | null> {
  const [row] = await sql<PersonProfile[]>`${profiles(sql)} and person_id = ${personId}`;
  return row ?? null;
}

/** Whose project was closed serves the common pool (D-11). */
function profiles(sql: Sql) {
  return sql`
    select person_id, full_name as name, sip_extension as extension, direct_number,
           case when projects.is_active then telephony_project_id end as project_id,
           use_statuses_for_telephony as uses_statuses, auto_start_phone as starts_free
    from people left join projects on projects.project_id = people.telephony_project_id
    where people.is_active`;
}

/** Whom the PBX must know the phones of. */
export function selectPhoneOwners(sql: Sql) {
  return sql<Pick<StoredPerson, 'fullName' | 'sipExtension' | 'sipSecret' | 'isActive'>[]>`
    select full_name, sip_extension, sip_secret, is_active from people
    where is_active and sip_extension is not null and sip_secret is not null
    order by sip_extension`;
}

export async function updateSipSecret(sql: Sql, personId: string, sipSecret: string): Promise<void> {
  await sql`update people set sip_secret = ${sipSecret} where person_id = ${personId}`;
}

export async function hasPeople(sql: Sql): Promise<boolean> {
  return (await sql`select from people limit 1`).length > 0;
}
