import type { Sql } from '../platform/database.ts';
import type { SignInPolicy } from './contract.ts';

/** better-auth's tables have its own column names; quoted here, nowhere else. */

export interface AccountDraft {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** An account that cannot sign in until it has a password. Inside the transaction that makes the person. */
export async function insertAccount(sql: Sql, { personId, name, email }: AccountDraft): Promise<void> {
  await sql`insert into auth."user" (id, name, email) values (${personId}, ${name}, ${email.toLowerCase()})`;
}

export async function updateAccount(sql: Sql, { personId, name, email }: AccountDraft): Promise<void> {
  await sql`
    update auth."user" set name = ${name}, email = ${email.toLowerCase()}, "updatedAt" = now()
    where id = ${personId}`;
}

/** Replaces the password there is. Sessions go on: end them where that is meant. */
export async function putPassword(sql: Sql, personId: string, passwordHash: string): Promise<void> {
  await sql`
    insert into auth.account ("accountId", "providerId", "userId", password)
    values (${personId}, 'credential', ${personId}, ${passwordHash})
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = now()`;
}

/** Whether the password is still the one the account was made with. */
export async function hasFirstPassword(sql: Sql, personId: string): Promise<boolean> {
  const rows = await sql`
    select from auth.account
    where "userId" = ${personId} and "providerId" = 'credential' and "updatedAt" = "createdAt"`;
  return rows.length > 0;
}

/** Whoever it is with this e-mail address, in any case of letters; null when nobody has it. */
export async function findAccountByEmail(sql: Sql, email: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from auth."user" where email = ${email.toLowerCase()}`;
  return row?.id ?? null;
}

/** Signs a person out everywhere: holds from their very next request. */
export async function endSessions(sql: Sql, personId: string): Promise<void> {
  await sql`delete from auth.session where "userId" = ${personId}`;
}

export async function countSessions(sql: Sql, personId: string): Promise<number> {
  const [row] = await sql<{ howMany: number }[]>`
    select count(*) as how_many from auth.session where "userId" = ${personId} and "expiresAt" > now()`;
  return row?.howMany ?? 0;
}

/**
 * Takes a code of an authenticator for this person. Codes come again by chance: what was used three minutes ago is forgotten.
 *
 * @returns false when it has just been used
 */
export async function takeCode(sql: Sql, personId: string, code: string): Promise<boolean> {
  const rows = await sql`
    insert into auth.used_code (person_id, code) values (${personId}, ${code})
    on conflict (person_id, code) do update set used_at = now()
    where used_code.used_at < now() - interval '3 minutes'
    returning code`;
  return rows.length > 0;
}

export async function touchSession(sql: Sql, sessionId: string): Promise<void> {
  await sql`update auth.session set "lastSeenAt" = now() where id = ${sessionId}`;
}

export interface StoredSession {
  readonly sessionId: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Sessions that hold, the one used last first. */
export function selectSessions(sql: Sql, personId: string) {
  return sql<StoredSession[]>`
    select id as session_id, "createdAt" as signed_in_at, "lastSeenAt" as last_seen_at,
           nullif("ipAddress", '') as address, nullif("userAgent", '') as user_agent
    from auth.session where "userId" = ${personId} and "expiresAt" > now()
    order by "lastSeenAt" desc, id`;
}

/** @returns false when the person has no such session */
export async function endSession(sql: Sql, personId: string, sessionId: string): Promise<boolean> {
  const rows = await sql`delete from auth.session where "userId" = ${personId} and id = ${sessionId} returning id`;
  return rows.length > 0;
}

/** @returns the sessions that ended: all of the person but `keptId` */
export async function endOtherSessions(sql: Sql, personId: string, keptId: string): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    delete from auth.session where "userId" = ${personId} and id <> ${keptId} returning id`;
  return rows.map(({ id }) => id);
}

export async function hasSecondFactor(sql: Sql, personId: string): Promise<boolean> {
  const rows = await sql`select from auth."user" where id = ${personId} and "twoFactorEnabled"`;
  return rows.length > 0;
}

/** The person signs in by the password alone until they set one up again. */
export async function deleteSecondFactor(sql: Sql, personId: string): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${personId}`;
  await sql`update auth."user" set "twoFactorEnabled" = false, "updatedAt" = now() where id = ${personId}`;
}

export async function selectSignInPolicy(sql: Sql): Promise<SignInPolicy> {
  const [row] = await sql<SignInPolicy[]>`select min_password_length, refuses_common from auth.sign_in_policy`;
  if (row === undefined) throw new Error('auth.sign_in_policy has lost its row');
  return row;
}

export async function updateSignInPolicy(sql: Sql, { minPasswordLength, refusesCommon }: SignInPolicy): Promise<void> {
  await sql`
    update auth.sign_in_policy
    set min_password_length = ${minPasswordLength}, refuses_common = ${refusesCommon}`;
}
