import type { Sql } from '../platform/database.ts';
import { pageOf } from '../platform/page-of.ts';
import type { TaskListQuery, TaskPage } from './contract.ts';
import { selectTasks, type TaskPlace } from './queries.ts';

const PLACE = /^(?<taskId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<createdAt>\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

/** Newest first, page by page. */
export async function listTasks(
  sql: Sql,
  { after, ...filter }: TaskListQuery,
  { personId, now }: { personId: string; now: Date },
): Promise<TaskPage> {
  const { limit } = filter;
  const place = after === undefined ? null : parsePlace(after);
  const rows = await selectTasks(sql, { ...filter, limit: limit + 1 }, { personId, now, after: place });
  return pageOf(rows, limit, (last) => `${last.taskId} ${last.createdAt}`);
}

/** A place nobody gave out begins the list anew. */
function parsePlace(after: string): TaskPlace | null {
  const { taskId, createdAt } = PLACE.exec(after)?.groups ?? {};
  return taskId === undefined || createdAt === undefined ? null : { taskId, createdAt };
}
