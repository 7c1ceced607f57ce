import type { StatusRule } from '../../telephony/index.ts';
import type { Sql } from '../platform/database.ts';
import type { EventTypeView, TaskStatusView, UserStatusView } from './contract.ts';

export type Table = 'user_statuses' | 'task_statuses' | 'event_types';

/** Its keys are the table's columns. */
interface Row {
  readonly code: string;
}

/** In sort order. */
export function selectUserStatuses(sql: Sql): Promise<readonly UserStatusView[]> {
  return sql<UserStatusView[]>`
    select code, name, accepts_hotline, accepts_direct, is_working_time, is_set_by_hand, needs_reason, limit_minutes,
           colour, sort_order, is_active, note, is_system
    from user_statuses order by sort_order, name`.execute();
}

/** In sort order. Which status begins and which ends a task follows its stage (D-02). */
export function selectTaskStatuses(sql: Sql): Promise<readonly TaskStatusView[]> {
  return sql<TaskStatusView[]>`
    select code, name, stage, percent_done, needs_reason, sort_order, is_active, note, is_system,
           stage = 'created' as is_initial, stage in ('closed', 'cancelled') as is_final
    from task_statuses order by sort_order, name`.execute();
}

/** In sort order, inactive ones too. */
export function selectEventTypes(sql: Sql): Promise<readonly EventTypeView[]> {
  return sql<EventTypeView[]>`
    select code, name, channel, direction, is_client_contact, needs_client, default_minutes, creates_task, task_performer,
           task_due_hours, made_by, sort_order, is_active, note, is_system
    from event_types order by sort_order, name`.execute();
}

/** @returns null when there is no such type; one that is not active is found: events of it may still be there */
export async function findEventType(sql: Sql, code: string): Promise<EventTypeView | null> {
  return (await selectEventTypes(sql)).find((type) => type.code === code) ?? null;
}

/** @returns null when there is no such status */
export async function findUserStatus(sql: Sql, code: string): Promise<UserStatusView | null> {
  return (await selectUserStatuses(sql)).find((status) => status.code === code) ?? null;
}

/** What the hot line must know of all statuses, inactive ones too: people may still be in one. */
export function statusRules(sql: Sql): Promise<readonly StatusRule[]> {
  return sql<StatusRule[]>`select code, accepts_hotline, accepts_direct from user_statuses order by code`.execute();
}

/** Until the transaction ends nobody else changes the directory; it can be read. Directories are small and rarely changed. */
export async function lockTable(sql: Sql, table: Table): Promise<void> {
  await sql`lock table ${sql(table)} in share row exclusive mode`;
}

export async function insertRow(sql: Sql, table: Table, row: Row): Promise<void> {
  await sql`insert into ${sql(table)} ${sql({ ...row })}`;
}

export async function updateRow(sql: Sql, table: Table, row: Row): Promise<void> {
  const { code, ...fields } = row;
  await sql`update ${sql(table)} set ${sql(fields)} where code = ${code}`;
}

export async function deleteRow(sql: Sql, table: Table, code: string): Promise<void> {
  await sql`delete from ${sql(table)} where code = ${code}`;
}
