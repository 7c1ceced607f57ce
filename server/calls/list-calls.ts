import { digitsOf } from '../../telephony/numbers/index.ts';
import { may, type Person, requireDeed } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import { type Page, pageOf } from '../platform/page-of.ts';
import { Refusal } from '../platform/refusal.ts';
import { callLogRow } from './call-log-row.ts';
import type { CallLogFilter, CallLogRow, CallView } from './contract.ts';
import { type CallPlace, selectCall, selectCalls } from './queries.ts';

/** The call log, newest first. Without the deed `calls.view_all` only the person's own calls. */
export async function listCalls(sql: Sql, person: Person, filter: CallLogFilter): Promise<Page<CallLogRow>> {
  const { after, number, limit, ...rest } = filter;
  const digits = digitsOf(number ?? '').replace(/^0+/, '');
  const records = await selectCalls(sql, {
    ...rest,
    limit: limit + 1,
    digits: digits === '' ? null : digits,
    after: after === undefined ? null : parsePlace(after),
    ownOf: ownOf(person),
  });
  const page = pageOf(records, limit, (last) => `${last.arrivedAt.getTime()} ${last.callId}`);
  return { ...page, rows: page.rows.map(callLogRow) };
}

/** The call with its legs and its story. @throws Refusal call_not_found, also for a call the person may not see */
export async function showCall(sql: Sql, person: Person, callId: string): Promise<CallView> {
  const record = await selectCall(sql, callId, ownOf(person));
  if (record === null) throw new Refusal('call_not_found');
  const { callerName, dialled, legs, story } = record;
  return { ...callLogRow(record), callerName, dialled, legs, story };
}

/**
 * Whose calls alone a person may see: their own id; null: everybody's.
 *
 * @throws Refusal not_permitted for whoever may see no calls at all
 */
export function ownOf(person: Person): string | null {
  if (may(person, 'calls.view_all')) return null;
  requireDeed(person, 'calls.view_own');
  return person.personId;
}

/** A place nobody gave out begins the log anew. */
function parsePlace(after: string): CallPlace | null {
  const { ms, callId } = /^(?<ms>\d{1,15}) (?<callId>.+)$/u.exec(after)?.groups ?? {};
  return ms === undefined || callId === undefined ? null : { arrivedAt: new Date(Number(ms)), callId };
}
