/** One tab per person owns pops and sound; the others know that they do not. */
export interface Leadership {
  /** Make this tab the one, on the person's wish. */
  takeOver(): void;
  stop(): void;
}

/**
 * Web Locks decide where the browser has them: the lock outlives nothing, so a closed or crashed tab hands over at once.
 * Browsers offer them on https and localhost only; elsewhere a lease in the storage does.
 */
export function contendForLeadership(name: string, tell: (isLeader: boolean) => void): Leadership {
  return 'locks' in navigator ? contendByLock(name, tell) : contendByLease(name, tell);
}

function contendByLock(name: string, tell: (isLeader: boolean) => void): Leadership {
  let waiting = new AbortController();
  let release: () => void = () => undefined;
  let isStopped = false;

  const hold = () =>
    new Promise<void>((resolve) => {
      release = resolve;
      tell(true);
    });
  const queueUp = () => {
    const mine = new AbortController();
    waiting = mine;
    // Rejected when another tab takes the lock away; also when we gave up waiting ourselves, which is no loss.
    navigator.locks.request(name, { signal: mine.signal }, hold).catch(() => {
      if (!mine.signal.aborted) onLost();
    });
  };
  const onLost = () => {
    if (isStopped) return;
    tell(false);
    queueUp();
  };

  queueUp();
  return {
    takeOver: () => {
      waiting.abort();
      void navigator.locks.request(name, { steal: true }, hold).catch(onLost);
    },
    stop: () => {
      isStopped = true;
      waiting.abort();
      release();
    },
  };
}

const leaseMs = 4_000;
const renewMs = 1_000;

function contendByLease(name: string, tell: (isLeader: boolean) => void): Leadership {
  const me = String(Math.random());
  const write = () => localStorage.setItem(name, JSON.stringify({ tab: me, until: Date.now() + leaseMs }));
  const beat = () => {
    const { tab, until } = readLease(name);
    const isMine = tab === me || until < Date.now();
    if (isMine) write();
    tell(isMine);
  };
  beat();
  const timer = setInterval(beat, renewMs);
  window.addEventListener('storage', beat);
  return {
    takeOver: () => {
      write();
      beat();
    },
    stop: () => {
      clearInterval(timer);
      window.removeEventListener('storage', beat);
      if (readLease(name).tab === me) localStorage.removeItem(name);
    },
  };
}

function readLease(name: string): { tab: string; until: number } {
  const nobody = { tab: '', until: 0 };
  try {
    return { ...nobody, ...(JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<typeof nobody>) };
  } catch {
    // Another program's text under our name counts as nobody's lease.
    return nobody;
  }
}
