import type { Sql } from '../platform/database.ts';

/** The server's version and clock. */
export async function selectDatabaseFacts(sql: Sql): Promise<{ version: string; now: Date }> {
  const [facts] = await sql<{ version: string; now: Date }[]>`
    select current_setting('server_version') as version, clock_timestamp() as now`;
  if (!facts) throw new Error('the database said nothing about itself');
  return facts;
}

/** SIP numbers of active people, in order. */
export async function selectExtensions(sql: Sql): Promise<string[]> {
  const rows = await sql<{ sipExtension: string }[]>`
    select sip_extension from people where is_active and sip_extension is not null order by sip_extension`;
  return rows.map(({ sipExtension }) => sipExtension);
}
