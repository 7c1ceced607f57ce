import type { Sql } from '../platform/database.ts';
import { pageOf } from '../platform/page-of.ts';
import type { EventListQuery, EventPage } from './contract.ts';
import { type EventPlace, selectEvents } from './queries.ts';

const PLACE = /^(?<eventId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<happenedAt>\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

/** Newest first, page by page. */
export async function listEvents(sql: Sql, query: EventListQuery, personId: string): Promise<EventPage> {
  const { after, ...filter } = query;
  const place = after === undefined ? null : parsePlace(after);
  const rows = await selectEvents(sql, { ...filter, limit: filter.limit + 1 }, { personId, after: place });
  return pageOf(rows, filter.limit, (last) => `${last.eventId} ${last.happenedAt}`);
}

/** A place nobody gave out begins the list anew. */
function parsePlace(after: string): EventPlace | null {
  const { eventId, happenedAt } = PLACE.exec(after)?.groups ?? {};
  return eventId === undefined || happenedAt === undefined ? null : { eventId, happenedAt };
}
