import type { Sql } from '../platform/database.ts';
import type { HistoryFilter, HistoryRow, HistorySource } from './contract.ts';
import type { DocumentKind, HistoryKind } from './history-fields.ts';
import type { FieldChange } from './what-changed.ts';

export interface HistoryEntry {
  readonly changeId: string;
  readonly kind: HistoryKind;
  readonly objectId: string;
  readonly objectName: string;
  readonly personId: string | null;
  readonly source: HistorySource;
  readonly reason: string;
}

/** One row per changed field. */
export async function insertHistory(sql: Sql, entry: HistoryEntry, changes: readonly FieldChange[]): Promise<void> {
  const rows = changes.map(({ field, before, after }) => ({
    ...{ ...entry, field },
    ...{ oldValue: toJson(sql, before), newValue: toJson(sql, after) },
  }));
  await sql`insert into history ${sql(rows)}`;
}

const toJson = (sql: Sql, value: FieldChange['before']) => (value === null ? null : sql.json(value));

/** Newest first; one row more than `limit` when there is a further page. */
export function selectHistory(sql: Sql, filter: HistoryFilter): Promise<readonly HistoryRow[]> {
  const { kind, objectId, personId, from, to, after, limit } = filter;
  return sql<HistoryRow[]>`
    select entry_id::text, change_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind,
           object_id, object_name, field, old_value as before, new_value as after, history.person_id,
           people.full_name as person_name, source, reason
    from history
    left join people on people.person_id = history.person_id
    where true
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${objectId === undefined ? sql`` : sql`and object_id = ${objectId}`}
      ${personId === undefined ? sql`` : sql`and history.person_id = ${personId}`}
      ${from === undefined ? sql`` : sql`and at >= ${from}`}
      ${to === undefined ? sql`` : sql`and at < ${to}`}
      ${after === undefined ? sql`` : sql`and entry_id < ${after}`}
    order by history.entry_id desc
    limit ${limit + 1}`.execute();
}

/** Only what differs from the defaults. */
export async function selectSwitchedFields(sql: Sql, kind: DocumentKind): Promise<ReadonlyMap<string, boolean>> {
  const rows = await sql<{ field: string; isKept: boolean }[]>`
    select field, is_kept from history_fields where kind = ${kind}`;
  return new Map(rows.map(({ field, isKept }) => [field, isKept]));
}

export async function putSwitchedFields(
  sql: Sql,
  kind: DocumentKind,
  fields: readonly { readonly field: string; readonly isKept: boolean }[],
): Promise<void> {
  await sql`
    insert into history_fields ${sql(fields.map((row) => ({ kind, ...row })))}
    on conflict (kind, field) do update set is_kept = excluded.is_kept`;
}

/** @returns 0: for ever */
export async function selectKeepMonths(sql: Sql, kind: DocumentKind): Promise<number> {
  const [row] = await sql<{ keepMonths: number }[]>`select keep_months from history_periods where kind = ${kind}`;
  return row?.keepMonths ?? 0;
}

/** @param keepMonths 0: for ever */
export async function putKeepMonths(sql: Sql, kind: DocumentKind, keepMonths: number): Promise<void> {
  if (keepMonths === 0) await sql`delete from history_periods where kind = ${kind}`;
  else {
    await sql`
      insert into history_periods ${sql({ kind, keepMonths })}
      on conflict (kind) do update set keep_months = excluded.keep_months`;
  }
}

/** One change of the rules at a time: each is written down against the one before. */
export async function lockRules(sql: Sql): Promise<void> {
  await sql`lock table history_fields in share row exclusive mode`;
}

/** @returns how many rows were past their keeping time and are gone */
export async function deleteOutlived(sql: Sql): Promise<number> {
  const { count } = await sql`
    delete from history using history_periods
    where history.kind = history_periods.kind and at < now() - make_interval(months => keep_months)`;
  return count;
}
