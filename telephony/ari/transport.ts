import type { AriEvent } from './generated/ari-types.ts';

/** Where an Asterisk's REST interface is, and as whom and for which Stasis application we come. */
export interface AriAddress {
  /** `http://host:8088` or `https://…`, without `/ari`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly application: string;
}

export interface AriRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/ari/`, without a slash in front; ids in it are already encoded. */
  readonly uri: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
}

/**
 * `unknown`: the connection was lost before the answer; the request may or may not have been carried out.
 * `body` is JSON text, left unparsed as nearly nobody reads it.
 */
export interface AriAnswer {
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** HTTP status, 0 when unknown. */
  readonly status: number;
  readonly body: string;
}

/** One connection: it is not mended, a new one is opened. */
export interface AriTransport {
  readonly kind: 'websocket' | 'ari-client';
  /** Never rejects. */
  request(request: AriRequest): Promise<AriAnswer>;
  close(): void;
}

export interface TransportEvents {
  event(event: AriEvent): void;
  /** Once, after the connection stood. All pending requests have been answered `unknown` before. */
  closed(why: string): void;
}

export const lostAnswer: AriAnswer = { outcome: 'unknown', status: 0, body: '' };

export const answerOf = (status: number, body: string): AriAnswer => ({
  outcome: status >= 200 && status < 300 ? 'done' : 'refused',
  status,
  body,
});

export const authorizationOf = ({ user, password }: Pick<AriAddress, 'user' | 'password'>) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
