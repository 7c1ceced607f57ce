import type { Obstacle, OfferReason, RouteTrace } from './ledger-entry.ts';

/** Somebody the call should go to before others, and what keeps them from it now. */
export interface Wanted {
  readonly personId: string;
  readonly as: OfferReason;
  readonly obstacle: Obstacle | 'other_project' | null;
}

export interface RouteFacts {
  /** Best first. */
  readonly wanted: readonly Wanted[];
  /** The pools that serve the call, its own first, each with its longest idle free person. */
  readonly pools: readonly {
    readonly key: string;
    readonly longestIdle: string | null;
    readonly freePeople: number;
    /** Null where the pool is too large to name everybody. */
    readonly people: RouteTrace['people'];
  }[];
  readonly waitingAhead: number;
  readonly maxWaiting: number;
  /** A caller who has a place in the queue keeps it. */
  readonly isInQueue: boolean;
}

export type Route = { readonly trace: RouteTrace } & (
  | { readonly to: 'person'; readonly personId: string; readonly reason: OfferReason }
  | { readonly to: 'queue' }
  | { readonly to: 'nobody'; readonly because: 'queue_full' }
);

/**
 * Who takes the call (R-132, D-13): the person dialled, the client's manager, who last talked with this number, the
 * longest idle of its pools; else the queue; else nobody. Same facts, same route, and what kept everybody else out.
 */
export function decideRoute(facts: RouteFacts): Route {
  const trace = traceOf(facts);
  const wanted = facts.wanted.find(({ obstacle }) => obstacle === null);
  if (wanted) return { to: 'person', personId: wanted.personId, reason: wanted.as, trace };

  const longestIdle = facts.pools.find((pool) => pool.longestIdle !== null)?.longestIdle;
  if (longestIdle) return { to: 'person', personId: longestIdle, reason: 'longest_idle', trace };

  if (!facts.isInQueue && facts.waitingAhead >= facts.maxWaiting) return { to: 'nobody', because: 'queue_full', trace };
  return { to: 'queue', trace };
}

function traceOf({ wanted, pools, waitingAhead }: RouteFacts): RouteTrace {
  const named = pools.every((pool) => pool.people !== null);
  return {
    pools: pools.map((pool) => pool.key),
    wanted,
    people: named ? pools.flatMap((pool) => pool.people ?? []) : null,
    freePeople: pools.reduce((sum, pool) => sum + pool.freePeople, 0),
    waitingAhead,
  };
}
