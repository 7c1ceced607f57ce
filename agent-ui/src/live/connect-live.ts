import { io, type Socket } from 'socket.io-client';
import type { LiveMessages, LiveRequests } from '../../../server/live/contract.ts';
import type { Live } from './live.ts';

/** What went wrong on the way in: our server's word for a session that is over. */
const notSignedIn = 'not_signed_in';
const retryMs = 2_000;

/** Opens the one socket of this page. It reconnects by itself for as long as the page lives. */
export function connectLive(): Live {
  const socket: Socket = io({ transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
  const sessionEnded = new Set<() => void>();
  let isClosed = false;

  // After a refusal or a farewell by the server the library stays away for good; the page does not.
  const comeBack = () => {
    if (!socket.active && !isClosed) setTimeout(() => !isClosed && socket.connect(), retryMs);
  };
  socket.on('disconnect', comeBack);
  socket.on('connect_error', ({ message }) => {
    if (message !== notSignedIn) return comeBack();
    for (const hear of sessionEnded) hear();
  });
  socket.on('session.ended' satisfies keyof LiveMessages, () => {
    for (const hear of sessionEnded) hear();
  });

  socket.on('live.batch' satisfies keyof LiveMessages, (messages: Parameters<LiveMessages['live.batch']>[0]) => {
    for (const [name, message] of messages) for (const hear of socket.listeners(name)) hear(message);
  });

  return {
    on<Name extends keyof LiveMessages>(name: Name, hear: LiveMessages[Name]) {
      if (name === 'session.ended') return listed(sessionEnded, hear as LiveMessages['session.ended']);
      const listener: (...args: never[]) => void = hear;
      socket.on(name as string, listener as (...args: unknown[]) => void);
      return () => socket.off(name as string, listener as (...args: unknown[]) => void);
    },
    ask(name: keyof LiveRequests, ...args: readonly unknown[]) {
      // Asked while offline it would arrive late and out of place; the snapshot after reconnecting stands in for it.
      if (socket.connected) socket.emit(name, ...args);
    },
    onConnection(hear) {
      const up = () => hear(true);
      const down = () => hear(false);
      socket.on('connect', up);
      socket.on('disconnect', down);
      if (socket.connected) up();
      return () => {
        socket.off('connect', up);
        socket.off('disconnect', down);
      };
    },
    close: () => {
      isClosed = true;
      socket.close();
    },
  };
}

function listed<Hear>(listeners: Set<Hear>, hear: Hear): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}
