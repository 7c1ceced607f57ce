import type { Effect } from '../../telephony/index.ts';
import { cleanCallerNumber } from '../../telephony/numbers/index.ts';
import type { CallerMatch } from '../clients/contract.ts';
import { findCaller } from '../clients/index.ts';
import type { Sql } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { lastTalkedWith } from './queries.ts';

export interface CallerLookupDeps {
  readonly sql: Sql;
  readonly log: Log;
}

type Asked = Pick<Extract<Effect, { kind: 'find_caller' }>, 'callId' | 'callerNumber' | 'wantsLastTalked'>;

/** What routing wants to know of a caller (D-13). */
export interface CallerKnown {
  readonly managerId: string | null;
  readonly lastTalkedId: string | null;
}

/** Who last talked with a number counts for so long (D-13). */
const LAST_TALKED_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Looks each caller up once, for routing and for the pops alike; the answer is kept while the call lives. A database
 * that is away means that nobody is known: the call goes on, the fault is logged.
 */
export class CallerLookup {
  readonly #deps: CallerLookupDeps;
  readonly #matches = new Map<string, Promise<readonly CallerMatch[]>>();

  constructor(deps: CallerLookupDeps) {
    this.#deps = deps;
  }

  /** Best first (C12). `number` is as received; asked again with the same call, it gives the same answer. */
  matches(callId: string, number: string): Promise<readonly CallerMatch[]> {
    const known = this.#matches.get(callId);
    if (known) return known;
    const matches = this.#orNothing(callId, findCaller(this.#deps.sql, number), []);
    this.#matches.set(callId, matches);
    return matches;
  }

  /** The answer to the engine's `find_caller`. A mere suggestion decides nothing. */
  async callerKnown({ callId, callerNumber, wantsLastTalked }: Asked, now: number): Promise<CallerKnown> {
    const [matches, lastTalkedId] = await Promise.all([
      this.matches(callId, callerNumber),
      wantsLastTalked ? this.#orNothing(callId, this.#lastTalked(callerNumber, now), null) : null,
    ]);
    const best = matches.find(({ level }) => level !== 'suffix');
    return { managerId: best?.managerId ?? null, lastTalkedId };
  }

  /** Looks again next time: a card was made or linked during the call. */
  forget(callId: string): void {
    this.#matches.delete(callId);
  }

  async #lastTalked(number: string, now: number): Promise<string | null> {
    const cleaned = cleanCallerNumber(number);
    if (cleaned === null) return null;
    return lastTalkedWith(this.#deps.sql, cleaned, new Date(now - LAST_TALKED_DAYS * DAY_MS));
  }

  async #orNothing<Found>(callId: string, search: Promise<Found>, nothing: Found): Promise<Found> {
    try {
      return await search;
    } catch (err) {
      this.#deps.log.warn({ err, callId }, 'caller not looked up');
      return nothing;
    }
  }
}
