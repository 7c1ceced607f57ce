import type { Database } from '../../server/platform/database.ts';

/** The national number of the n-th client, counted from 1: every one its own, all of them valid mobile numbers. */
export const clientNumber = (n: number) => `+38050${String(1_000_000 + n).padStart(7, '0')}`;

/** Clients with one mobile phone each: `clientNumber(1)`, `clientNumber(2)`…; 20 s per million. At most 8,999,999. */
export async function insertClients(database: Database, howMany: number): Promise<void> {
  await withoutTimeLimit(
    database,
    (sql) => sql`
      with new_clients as (
        insert into clients (code, kind, name)
        select 'B-' || n, 'legal', 'Товариство «Вимір» № ' || n
        from generate_series(1, ${howMany}::int) as n
        returning client_id, substr(code, 3)::int as n
      )
      insert into client_phones (client_id, position, raw, e164, national9, last7, type, is_primary)
      select client_id, 1, '+38050' || 1000000 + n, '+38050' || 1000000 + n, '50' || 1000000 + n,
             (1000000 + n)::text, 'mobile', true
      from new_clients`,
  );
  await database`analyze clients, client_phones`;
}

/**
 * Ended calls of the last two years, one a minute or so, four of five answered, each of the clients there are in turn.
 * On any line and with any person: ids only, as the table holds them.
 */
export async function insertCalls(database: Database, howMany: number): Promise<void> {
  await withoutTimeLimit(
    database,
    (sql) => sql`
      with numbered as (
        select client_id, e164, row_number() over () as place from client_phones where e164 is not null
      ), counted as (
        select count(*) as all_of_them from client_phones where e164 is not null
      )
      insert into calls (call_id, arrived_at, direction, line_id, other_number, other_digits, dialled, person_id,
                         client_id, linked_by, is_logged, offers, bridged_at, ended_at, outcome, ended_by, wait_ms, talk_ms)
      select 'bench-' || n, moment, case when n % 3 = 0 then 'out' else 'in' end,
             ('00000000-0000-4000-8000-' || lpad((n % 5)::text, 12, '0'))::uuid, e164, substr(e164, 2), '5000',
             ('00000000-0000-4000-9000-' || lpad((n % 200)::text, 12, '0'))::uuid, client_id, 'number', true, 1,
             case when n % 5 > 0 then moment + interval '8 s' end, moment + interval '2 min',
             case when n % 5 > 0 then 'answered' else 'abandoned' end, 'caller', 8000,
             case when n % 5 > 0 then 112000 end
      from (
        select n, now() - n * interval '63 s' as moment, 1 + (n * 7919::bigint) % all_of_them as place
        from generate_series(1, ${howMany}::int) as n, counted
      ) as drawn
      join numbered using (place)`,
  );
  await database`analyze calls`;
}

async function withoutTimeLimit(database: Database, statement: (sql: Database) => PromiseLike<unknown>): Promise<void> {
  const connection = await database.reserve();
  try {
    await connection`set statement_timeout = 0`;
    await statement(connection);
  } finally {
    await connection`reset statement_timeout`;
    connection.release();
  }
}

export async function anyClientId(database: Database): Promise<string> {
  const [row] = await database<{ clientId: string }[]>`select client_id from calls where client_id is not null limit 1`;
  if (row === undefined) throw new Error('there are no calls with clients');
  return row.clientId;
}
