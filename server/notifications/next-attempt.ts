const MINUTE_MS = 60_000;
/** 1 min, 5 min, 30 min, 2 h, 12 h, then it has failed (D-05). */
const waits = [1, 5, 30, 120, 720];

/** @param attempts how often it was tried, the last one included. @returns null when it is not tried again */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const minutes = waits[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}
