import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** What is waited for, as it completes «waited 10 s for …». */
  readonly for: string;
  readonly seconds: number;
  /** What to show when it did not come: logs, the last state. */
  readonly otherwise?: () => string;
}

/** Asks again and again until `look` gives something other than undefined or false, then gives that. */
export async function until<T>(
  look: () => T | Promise<T>,
  patience: Patience,
): Promise<Exclude<T, undefined | false | null>> {
  const giveUpAt = Date.now() + patience.seconds * 1000;
  for (;;) {
    const found = await look();
    if (isThere(found)) return found;
    if (Date.now() > giveUpAt) {
      const facts = patience.otherwise ? `\n${patience.otherwise()}` : '';
      throw new Error(`waited ${patience.seconds} s for ${patience.for}${facts}`);
    }
    await delay(20);
  }
}

function isThere<T>(found: T): found is Exclude<T, undefined | false | null> {
  return found !== undefined && found !== false && found !== null;
}
