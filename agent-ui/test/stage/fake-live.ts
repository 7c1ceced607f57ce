import type { BoardSnapshot } from '../../../server/hotline/contract.ts';
import type { LiveMessages, LiveRequests } from '../../../server/live/contract.ts';
import type { Live } from '../../src/live/live.ts';

/** The socket of a test: `say` is the server speaking, `asked` is what the console asked. */
export interface StageLive extends Live {
  say<Name extends keyof LiveMessages>(name: Name, ...message: Parameters<LiveMessages[Name]>): void;
  connect(isConnected: boolean): void;
  /** Told of each question the console asks. */
  onAsk: ((name: keyof LiveRequests) => void) | null;
  readonly asked: readonly { readonly name: keyof LiveRequests; readonly args: readonly unknown[] }[];
}

type Hear = (...args: unknown[]) => void;

/** `board` answers `board.join`; undefined never answers, as a server that is slow. */
export function stageLive(board: BoardSnapshot | null | undefined): StageLive {
  const listeners = new Map<string, Set<Hear>>();
  const connections = new Set<(isConnected: boolean) => void>();
  const asked: { name: keyof LiveRequests; args: unknown[] }[] = [];
  const live: StageLive = {
    asked,
    onAsk: null,
    on(name, hear) {
      const heard = listeners.get(name) ?? new Set<Hear>();
      listeners.set(name, heard.add(hear as Hear));
      return () => heard.delete(hear as Hear);
    },
    ask(name: keyof LiveRequests, ...args: unknown[]) {
      asked.push({ name, args });
      live.onAsk?.(name);
      const [answer] = args;
      if (name === 'board.join' && typeof answer === 'function' && board !== undefined) answer(board);
    },
    onConnection(hear) {
      connections.add(hear);
      hear(true);
      return () => connections.delete(hear);
    },
    close: () => listeners.clear(),
    say(name, ...message) {
      for (const hear of listeners.get(name) ?? []) hear(...message);
    },
    connect(isConnected) {
      for (const hear of connections) hear(isConnected);
    },
  };
  return live;
}
