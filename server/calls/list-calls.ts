import { digitsOf } from '../../telephony/numbers/index.ts';
import { may, type Person, requireDeed } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { callLogRow } from './call-log-row.ts';
import type { CallLogFilter, CallLogRow, CallView } from './contract.ts';
import { type CallPlace, type CallReach, selectCall, selectCalls } from './queries.ts';

export interface CallPage {
  readonly rows: readonly CallLogRow[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

/** The call log, newest first, as far as the person's right reaches (D-15). */
export async function listCalls(sql: Sql, person: Person, filter: CallLogFilter): Promise<CallPage> {
  const { after, number, limit, ...rest } = filter;
  const digits = digitsOf(number ?? '').replace(/^0+/, '');
  const records = await selectCalls(sql, {
    ...rest,
    limit: limit + 1,
    digits: digits === '' ? null : digits,
    after: after === undefined ? null : parsePlace(after),
    reach: reachOfCalls(person),
  });
  const page = records.slice(0, limit);
  const last = records.length > limit ? page.at(-1) : undefined;
  return { rows: page.map(callLogRow), after: last ? `${last.arrivedAt.getTime()} ${last.callId}` : null };
}

/** The call with its legs and its story. @throws Refusal call_not_found, also for a call the person may not see */
export async function showCall(sql: Sql, person: Person, callId: string): Promise<CallView> {
  const record = await selectCall(sql, callId, reachOfCalls(person));
  if (record === null) throw new Refusal('call_not_found');
  const { callerName, dialled, legs, story } = record;
  return { ...callLogRow(record), callerName, dialled, legs, story };
}

/**
 * Whose calls a person may see: their own, those of their department or unit, or everybody's.
 *
 * @throws Refusal not_permitted for whoever may see no calls at all
 */
export function reachOfCalls(person: Person): CallReach {
  const reach = person.scope?.reaches['calls.view'];
  if (may(person, 'calls.view_all')) {
    return { ownOf: null, within: person.scope?.units.denied.length ? person : null };
  }
  requireDeed(person, 'calls.view_own');
  const isWider = reach === 'department' || reach === 'unit';
  return isWider ? { ownOf: null, within: person } : { ownOf: person.personId, within: null };
}

/** A place nobody gave out begins the log anew. */
function parsePlace(after: string): CallPlace | null {
  const { ms, callId } = /^(?<ms>\d{1,15}) (?<callId>.+)$/u.exec(after)?.groups ?? {};
  return ms === undefined || callId === undefined ? null : { arrivedAt: new Date(Number(ms)), callId };
}
