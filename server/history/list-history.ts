import type { Sql } from '../platform/database.ts';
import type { HistoryFilter, HistoryRow } from './contract.ts';
import { selectHistory } from './queries.ts';

export interface HistoryPage {
  readonly rows: readonly HistoryRow[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

/** Of one object, or everything: the general registry. Newest first. */
export async function listHistory(sql: Sql, filter: HistoryFilter): Promise<HistoryPage> {
  const found = await selectHistory(sql, filter);
  const rows = found.slice(0, filter.limit);
  return { rows, after: found.length > filter.limit ? (rows.at(-1)?.entryId ?? null) : null };
}
