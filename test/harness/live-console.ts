import { io, type Socket } from 'socket.io-client';
import type { BoardSnapshot } from '../../server/hotline/contract.ts';
import type { LiveMessages, LiveRequests } from '../../server/live/contract.ts';
import type { Product } from './product.ts';
import type { Session } from './sign-in.ts';

type Name = keyof LiveMessages;
type Message<Of extends Name> = Parameters<LiveMessages[Of]>[0];

/** What a message was and when it came, milliseconds of the wall clock with a fraction. */
export interface Heard<Of extends Name> {
  readonly at: number;
  readonly message: Message<Of>;
}

/** A console without a page: the socket of one signed-in person, everything it hears kept in order. */
export interface LiveConsole {
  heard<Of extends Name>(name: Of): readonly Heard<Of>[];
  ask<Of extends keyof LiveRequests>(name: Of, ...args: Parameters<LiveRequests[Of]>): void;
  close(): void;
}

/** Connects as the page of that person does. Rejects when the server does not let it in within 10 s. */
export async function connectConsole({ url }: Pick<Product, 'url'>, session: Session): Promise<LiveConsole> {
  const socket: Socket<LiveMessages, LiveRequests> = io(url, {
    transports: ['websocket'],
    extraHeaders: { cookie: session.cookie, origin: url },
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  const heard = new Map<string, { at: number; message: unknown }[]>();
  const keep = (name: string, message: unknown) => {
    const at = performance.timeOrigin + performance.now();
    const ofName = heard.get(name);
    if (ofName) ofName.push({ at, message });
    else heard.set(name, [{ at, message }]);
  };
  socket.onAny((name: string, message: unknown) => {
    if (name !== 'live.batch') keep(name, message);
  });
  socket.on('live.batch', (messages) => {
    for (const [name, message] of messages) keep(name, message);
  });
  await connected(socket);
  return {
    // What arrives under a name has that name's type: both ends are compiled against one contract.
    heard: <Of extends Name>(name: Of) => (heard.get(name) ?? []) as readonly Heard<Of>[],
    ask: (name, ...args) => void socket.emit(name, ...args),
    close: () => void socket.close(),
  };
}

function connected(socket: Pick<Socket, 'once' | 'off' | 'close'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error) => {
      clearTimeout(limit);
      socket.close();
      reject(new Error('the server did not let the console in', { cause }));
    };
    const limit = setTimeout(() => refuse(new Error('no answer in 10 s')), 10_000);
    socket.once('connect', () => {
      clearTimeout(limit);
      // From now on a lost connection is taken up again, as in the page, however long the server is away.
      socket.off('connect_error', refuse);
      resolve();
    });
    socket.once('connect_error', refuse);
  });
}

/** The board as a supervisor's console gets it on joining. Null without the right to see it. */
export function joinBoard({ ask }: LiveConsole): Promise<BoardSnapshot | null> {
  return new Promise((resolve) => ask('board.join', resolve));
}
