import type { CallLogRow } from '../../../server/calls/contract.ts';
import type { CallPage } from './api.ts';
import type { CallSearch } from './call-search.ts';

/** A row that is on the page changes in its place; a fresh one that fits the filter joins at the top. */
export function patchCalls<Page extends CallPage>(pages: Page[], row: CallLogRow, search: CallSearch): Page[] {
  const isThere = pages.some((page) => page.rows.some(({ callId }) => callId === row.callId));
  if (isThere) {
    return pages.map((page) => ({ ...page, rows: page.rows.map((one) => (one.callId === row.callId ? row : one)) }));
  }
  const [first, ...rest] = pages;
  const isNewest = first !== undefined && (first.rows[0] === undefined || first.rows[0].arrivedAt <= row.arrivedAt);
  return isNewest && fits(row, search) ? [{ ...first, rows: [row, ...first.rows] }, ...rest] : pages;
}

function fits(row: CallLogRow, search: CallSearch): boolean {
  const digits = search.number?.replace(/\D/g, '');
  return (
    search.period !== 'yesterday' &&
    (search.direction ?? row.direction) === row.direction &&
    (search.lineId ?? row.lineId) === row.lineId &&
    (search.personId ?? row.personId) === row.personId &&
    (search.clientId ?? row.clientId) === row.clientId &&
    (search.result === undefined ||
      (row.outcome !== null && (row.outcome === 'answered') === (search.result === 'answered'))) &&
    (!digits || (row.otherNumber ?? '').replace(/\D/g, '').includes(digits))
  );
}
