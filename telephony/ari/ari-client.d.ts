/** The part of ari-client 2.2.0 that `ari-client-transport.ts` uses; the package brings no types. */
declare module 'ari-client' {
  import type { EventEmitter } from 'node:events';

  export interface Parameter {
    readonly name: string;
    readonly paramType: 'path' | 'query' | 'body';
  }

  export interface Operation {
    /** `/channels/{channelId}/answer` */
    readonly path: string;
    readonly method: string;
    readonly parameters: readonly Parameter[];
  }

  export interface Answer {
    readonly status: number;
    readonly data?: { toString(): string };
  }

  export type Call = (
    parameters: Readonly<Record<string, unknown>>,
    done: (answer: Answer) => void,
    refused: (answer: Answer | undefined) => void,
  ) => void;

  export interface Resource {
    readonly operations: Readonly<Record<string, Operation>>;
    readonly [operation: string]: unknown;
  }

  export interface Client extends EventEmitter {
    start(applications: readonly string[]): Promise<void>;
    stop(): void;
    ping(): void;
    readonly _swagger: { readonly apis: Readonly<Record<string, Resource>> };
    readonly _ws: EventEmitter & { terminate(): void };
    _wsClosed?: boolean;
  }

  const library: { connect(url: string, user: string, password: string): Promise<Client> };
  export default library;
}
