import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import { useLive } from '../live/live-provider.tsx';
import { useTabLeadership } from '../live/use-tab-leadership.ts';
import { type DeskState, emptyDesk, nextDesk } from './desk-state.ts';

interface DeskValue {
  readonly desk: DeskState;
  /** Whether this tab shows the pops; the others only say that there is a call. */
  readonly isLeader: boolean;
  readonly takeOver: () => void;
  /** Puts the ended talk away. */
  readonly putAway: () => void;
}
const DeskContext = createContext<DeskValue | null>(null);

/** Listens to the person's own room for the whole page. */
export function DeskProvider({ personId, children }: { readonly personId: string; readonly children: ReactNode }) {
  const { live, connection } = useLive();
  const [desk, tell] = useReducer(nextDesk, emptyDesk);
  const { isLeader, takeOver } = useTabLeadership(personId);

  useEffect(() => {
    const hushed = [
      live.on('desk.snapshot', (message) => tell({ type: 'snapshot', message, now: Date.now() })),
      live.on('call.offered', (message) => tell({ type: 'offered', message })),
      live.on('call.withdrawn', (message) => tell({ type: 'withdrawn', message })),
      live.on('presence.changed', (message) => tell({ type: 'own_state', message })),
      live.on('call.logged', (message) => tell({ type: 'logged', message })),
    ];
    return () => {
      for (const hush of hushed) hush();
    };
  }, [live]);

  const wantsSnapshot = connection.isConnected && (desk.isStale || desk.seq === null);
  useEffect(() => {
    if (wantsSnapshot) live.ask('desk.refresh');
  }, [live, wantsSnapshot]);

  const value = useMemo(
    () => ({ desk, isLeader, takeOver, putAway: () => tell({ type: 'put_away' }) }),
    [desk, isLeader, takeOver],
  );
  return <DeskContext value={value}>{children}</DeskContext>;
}

export function useDesk(): DeskValue {
  const value = useContext(DeskContext);
  if (!value) throw new Error('useDesk needs a DeskProvider above it');
  return value;
}

/** A moment of the server's clock by this computer's clock. */
export const localTime = (desk: DeskState, serverMs: number) => serverMs - desk.skewMs;
