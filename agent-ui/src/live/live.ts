import { createContext } from 'react';
import type { LiveMessages, LiveRequests } from '../../../server/live/contract.ts';

/** The console's end of the socket: what the server pushes comes in typed, what the console asks goes out typed. */
export interface Live {
  /** @returns how to stop listening */
  on<Name extends keyof LiveMessages>(name: Name, hear: LiveMessages[Name]): () => void;
  ask<Name extends keyof LiveRequests>(name: Name, ...args: Parameters<LiveRequests[Name]>): void;
  /** Called at once with the present state, then with each change. */
  onConnection(hear: (isConnected: boolean) => void): () => void;
  close(): void;
}

/** How the frame opens its socket once somebody is signed in. */
export const OpenLiveContext = createContext<(() => Live) | null>(null);
