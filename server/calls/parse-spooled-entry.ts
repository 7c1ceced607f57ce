import { z } from 'zod';
import type { LedgerEntry } from '../../telephony/index.ts';

const stamp = { seq: z.number().int().min(1), at: z.number(), type: z.string().min(1) };
const spooled = z.discriminatedUnion('stream', [
  z.looseObject({ stream: z.literal('call'), callId: z.string().min(1), ...stamp }),
  z.looseObject({ stream: z.literal('person'), personId: z.string().min(1), ...stamp }),
]);

/** A line of the spool, which only this program writes: its key is checked, its facts are taken as they are. */
export function parseSpooledEntry(line: string): LedgerEntry | null {
  const parsed = spooled.safeParse(jsonOrNull(line));
  return parsed.success ? (parsed.data as unknown as LedgerEntry) : null;
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // no entry either: the caller says so
  }
}
