import { io, type Socket } from 'socket.io-client';
import type { LiveMessages, LiveRequests } from '../../../server/live/contract.ts';
import type { Live } from './live.ts';

type Hear = (...args: never[]) => void;

/** Opens the one socket of this page. It reconnects by itself for as long as the page lives. */
export function connectLive(): Live {
  const socket: Socket = io({ transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
  return {
    on(name: keyof LiveMessages, hear: Hear) {
      socket.on(name, hear);
      return () => socket.off(name, hear);
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
    close: () => void socket.close(),
  };
}
