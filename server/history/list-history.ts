import type { Sql } from '../platform/database.ts';
import { type Page, pageOf } from '../platform/page-of.ts';
import type { HistoryFilter, HistoryRow } from './contract.ts';
import { selectHistory } from './queries.ts';

/** Of one object, or everything: the general registry. Newest first. */
export async function listHistory(sql: Sql, filter: HistoryFilter): Promise<Page<HistoryRow>> {
  return pageOf(await selectHistory(sql, filter), filter.limit, ({ entryId }) => entryId);
}
