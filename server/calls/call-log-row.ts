import { formatPhoneNumber } from '../../telephony/numbers/index.ts';
import type { CallLogRow } from './contract.ts';
import type { CallRecord } from './queries.ts';

/** What the console gets of a call: the number as people read it, whole seconds. */
export function callLogRow(record: CallRecord): CallLogRow {
  const { arrivedAt, waitMs, talkMs, otherNumber, ...same } = record;
  return {
    ...same,
    arrivedAt: arrivedAt.toISOString(),
    otherNumber,
    otherText: otherNumber === null ? '' : formatPhoneNumber(otherNumber),
    waitSeconds: seconds(waitMs),
    talkSeconds: seconds(talkMs),
  };
}

function seconds(ms: number | null): number {
  return Math.round((ms ?? 0) / 1000);
}
