import type { Sql } from '../platform/database.ts';

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
