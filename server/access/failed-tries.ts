import { Refusal } from '../platform/refusal.ts';

/** Keeps guessers of passwords slow. Counts live in memory: after a restart they begin anew. */
export interface FailedTries {
  /** Counts the try as failed until `succeeded` says otherwise, so that a hundred at once cannot slip through. */
  begin(of: SignInTry): void;
  succeeded(of: SignInTry): void;
}

export interface SignInTry {
  readonly email: string;
  /** The network address it came from. */
  readonly address: string;
}

export const failedTriesRule = {
  windowSeconds: 600,
  /** One address at one account: a person who has forgotten needs a few. */
  perAccount: 8,
  /** One address at all accounts: a whole firm may stand behind it. */
  perAddress: 60,
} as const;

interface Count {
  readonly since: number;
  readonly failed: number;
}

const PRUNE_ABOVE = 10_000;

/** @param now milliseconds, any clock that never goes back */
export function limitFailedTries(now: () => number): FailedTries {
  const counts = new Map<string, Count>();
  const limitOf = ({ email, address }: SignInTry): [[string, number], [string, number]] => [
    [`${address} ${email.toLowerCase()}`, failedTriesRule.perAccount],
    [address, failedTriesRule.perAddress],
  ];
  return {
    begin: (of) => {
      if (counts.size > PRUNE_ABOVE) prune(counts, now());
      for (const [key, limit] of limitOf(of)) requireBelow(limit, counts.get(key), now());
      for (const [key] of limitOf(of)) counts.set(key, oneMore(counts.get(key), now()));
    },
    succeeded: (of) => {
      const [[account], [address]] = limitOf(of);
      counts.delete(account);
      // Only this try is forgiven: an own account must not wash away what was tried at others.
      const count = counts.get(address);
      if (count) counts.set(address, { ...count, failed: count.failed - 1 });
    },
  };
}

/** @throws Refusal `too_many_attempts` { attempts, seconds } */
function requireBelow(limit: number, count: Count | undefined, now: number): void {
  if (count === undefined || isOver(count, now) || count.failed < limit) return;
  const seconds = Math.ceil((count.since - now) / 1000) + failedTriesRule.windowSeconds;
  throw new Refusal('too_many_attempts', { attempts: limit, seconds });
}

function oneMore(count: Count | undefined, now: number): Count {
  return count === undefined || isOver(count, now)
    ? { since: now, failed: 1 }
    : { since: count.since, failed: count.failed + 1 };
}

function isOver({ since }: Count, now: number): boolean {
  return now - since >= failedTriesRule.windowSeconds * 1000;
}

function prune(counts: Map<string, Count>, now: number): void {
  for (const [key, count] of counts) if (isOver(count, now)) counts.delete(key);
}
