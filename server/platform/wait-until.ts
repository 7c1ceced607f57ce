import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until `condition` gives something.
 *
 * @returns what it gave, or null when `limitMs` passed
 */
export async function waitUntil<Found>(
  condition: () => Found | null | Promise<Found | null>,
  { limitMs, everyMs = 20 }: { limitMs: number; everyMs?: number },
): Promise<Found | null> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const found = await condition();
    if (found !== null) return found;
    if (performance.now() >= giveUpAt) return null;
    await pause(everyMs);
  }
}
