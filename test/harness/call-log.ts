import type { CallLogRow, CallView } from '../../server/calls/contract.ts';
import type { Session } from './sign-in.ts';
import { until } from './until.ts';

type Page = { readonly rows: readonly CallLogRow[] };

/** Rows of the call log whose other side has this number, newest first. Empty number: those with a withheld one. */
export async function loggedCalls(session: Session, number: string): Promise<readonly CallLogRow[]> {
  if (number !== '') return (await session.get<Page>(`/api/calls?number=${encodeURIComponent(number)}`)).rows;
  const { rows } = await session.get<Page>('/api/calls?limit=200');
  return rows.filter(({ otherNumber }) => otherNumber === null);
}

/** Waits until exactly one ended call with this number is in the log, gives it with its legs and story. */
export async function endedCall(session: Session, number: string): Promise<CallView> {
  let rows: readonly CallLogRow[] = [];
  const row = await until(
    async () => {
      rows = await loggedCalls(session, number);
      return rows.length === 1 && rows[0]?.outcome !== null && rows[0];
    },
    { for: `one ended call of ${number} in the log`, seconds: 10, otherwise: () => JSON.stringify(rows) },
  );
  return session.get(`/api/calls/${encodeURIComponent(row.callId)}`);
}
