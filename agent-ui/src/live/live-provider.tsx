import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Live } from './live.ts';

interface Connection {
  readonly isConnected: boolean;
  /** Since when it is so, by this computer's clock. */
  readonly since: number;
}
interface LiveValue {
  readonly live: Live;
  readonly connection: Connection;
}
const LiveContext = createContext<LiveValue | null>(null);

/** A connection that has not come up within this time counts as lost; before that nothing is said. */
const firstConnectLimitMs = 3_000;

interface Props {
  readonly open: () => Live;
  readonly children: ReactNode;
}

/** One socket for the signed-in page, closed with it. */
export function LiveProvider({ open, children }: Props) {
  const [live, setLive] = useState<Live | null>(null);
  const [connection, setConnection] = useState<Connection>(() => ({ isConnected: true, since: Date.now() }));

  useEffect(() => {
    const opened = open();
    const openedAt = Date.now();
    let isUp = false;
    setLive(opened);
    const forget = opened.onConnection((isConnected) => {
      isUp = isConnected;
      setConnection({ isConnected, since: Date.now() });
    });
    const impatience = setTimeout(() => {
      if (!isUp) setConnection({ isConnected: false, since: openedAt });
    }, firstConnectLimitMs);
    return () => {
      clearTimeout(impatience);
      forget();
      opened.close();
    };
  }, [open]);

  const value = useMemo(() => (live ? { live, connection } : null), [live, connection]);
  return value ? <LiveContext value={value}>{children}</LiveContext> : null;
}

export function useLive(): LiveValue {
  const value = useContext(LiveContext);
  if (!value) throw new Error('useLive needs a LiveProvider above it');
  return value;
}
