import type { Sql } from '../platform/database.ts';
import type { ProjectChoice } from './contract.ts';

/** Active ones by name in Ukrainian order. */
export function selectProjectChoices(sql: Sql) {
  return sql<ProjectChoice[]>`select project_id, name from projects where is_active order by name, project_id`;
}

/** False for one that does not exist, too. */
export async function isActiveProject(sql: Sql, projectId: string): Promise<boolean> {
  return (await sql`select from projects where project_id = ${projectId} and is_active`).length > 0;
}

export async function insertProject(sql: Sql, name: string): Promise<string> {
  const [row] = await sql<{ projectId: string }[]>`
    insert into projects (name) values (${name}) returning project_id`;
  if (row === undefined) throw new Error('an insert without a conflict clause gave no row');
  return row.projectId;
}
