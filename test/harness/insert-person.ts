import { randomUUID } from 'node:crypto';
import type { Sql } from '../../server/platform/database.ts';

interface TestPerson {
  readonly fullName: string;
  readonly role?: string;
  /** Any other column of `people`. */
  readonly [column: string]: unknown;
}

/** An account with its employee in a test's own database, for tests of other slices: no password, no phone on a PBX. */
export async function insertTestPerson(
  sql: Sql,
  { fullName, role = 'agent', ...columns }: TestPerson,
): Promise<string> {
  const personId = randomUUID();
  await sql`insert into auth."user" (id, name, email) values (${personId}, ${fullName}, ${`${personId}@dzvin.test`})`;
  await sql`
    insert into employees (employee_id, enterprise_id, full_name)
    select ${personId}, enterprise_id, ${fullName} from enterprises limit 1`;
  await sql`insert into people ${sql({ personId, employeeId: personId, fullName, role, ...columns })}`;
  return personId;
}
