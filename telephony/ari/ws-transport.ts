import type { Socket } from 'node:net';
import WebSocket from 'ws';
import { connectionFailure } from './connection-failure.ts';
import type { AriEvent } from './generated/ari-types.ts';
import {
  type AriAddress,
  type AriAnswer,
  type AriRequest,
  type AriTransport,
  answerOf,
  authorizationOf,
  lostAnswer,
  type TransportEvents,
} from './transport.ts';

/** Asterisk sends no pings of its own: a silent, half-open connection is found only by ours. */
const pingEveryMs = 5_000;
const connectLimitMs = 5_000;
/** So much unsent means Asterisk has stopped reading; waiting longer would only fill memory. */
const unsentLimitBytes = 8 * 1024 * 1024;

interface RestResponse {
  readonly type: 'RESTResponse';
  readonly request_id: string;
  readonly status_code: number;
  readonly message_body?: string;
}

/** Events and REST over one WebSocket (Asterisk 20.14, 21.9, 22.4 and newer). Rejects with a `WordedError`. */
export async function openWsTransport(address: AriAddress, events: TransportEvents): Promise<AriTransport> {
  const url = `${address.url.replace(/^http/, 'ws')}/ari/events?app=${address.application}&subscribeAll=false`;
  const socket = new WebSocket(url, {
    headers: { authorization: authorizationOf(address) },
    handshakeTimeout: connectLimitMs,
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const transport = new WsTransport(socket, events);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', (error) => reject(connectionFailure(address.url, { error })));
    socket.once('unexpected-response', (request, { statusCode = 0 }) => {
      request.destroy();
      reject(connectionFailure(address.url, { status: statusCode }));
    });
  });
  transport.begin();
  return transport;
}

class WsTransport implements AriTransport {
  readonly kind = 'websocket';
  readonly #socket: WebSocket;
  readonly #events: TransportEvents;
  readonly #pending = new Map<string, (answer: AriAnswer) => void>();
  /** Below the WebSocket: what is asked within one turn of the event loop leaves in one piece. */
  #stream: Socket | null = null;
  #isCorked = false;
  #lastId = 0;
  #isAlive = true;
  #why = '';

  constructor(socket: WebSocket, events: TransportEvents) {
    this.#socket = socket;
    this.#events = events;
    // From the first moment: events may come in the same packet as the answer to the handshake.
    socket.on('message', (data) => this.#received(String(data)));
    socket.once('upgrade', ({ socket: stream }) => {
      this.#stream = stream;
    });
  }

  begin() {
    const beat = setInterval(() => this.#beat(), pingEveryMs);
    this.#socket.on('pong', () => {
      this.#isAlive = true;
    });
    this.#socket.on('error', (error) => {
      this.#why ||= error.message;
    });
    this.#socket.on('close', (code) => {
      clearInterval(beat);
      for (const resolve of this.#pending.values()) resolve(lostAnswer);
      this.#pending.clear();
      this.#events.closed(this.#why || `WebSocket closed, code ${code}`);
    });
  }

  request({ method, uri, query, body }: AriRequest): Promise<AriAnswer> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.resolve(lostAnswer);
    const requestId = String(++this.#lastId);
    const message = JSON.stringify({
      type: 'RESTRequest',
      request_id: requestId,
      method,
      uri,
      query_strings: query && Object.entries(query).map(([name, value]) => ({ name, value: String(value) })),
      content_type: body === undefined ? undefined : 'application/json',
      message_body: body === undefined ? undefined : JSON.stringify(body),
    });
    return new Promise((resolve) => {
      this.#pending.set(requestId, resolve);
      this.#gather();
      this.#socket.send(message);
      if (this.#socket.bufferedAmount > unsentLimitBytes) this.#drop('Asterisk stopped reading the WebSocket');
    });
  }

  close() {
    this.#drop('closed by us');
  }

  /** A write to the network costs more than everything else about a request. */
  #gather() {
    if (this.#isCorked || !this.#stream) return;
    this.#isCorked = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#stream?.uncork();
    });
  }

  #received(text: string) {
    const message: AriEvent | RestResponse = JSON.parse(text);
    if (message.type !== 'RESTResponse') return this.#events.event(message);
    const resolve = this.#pending.get(message.request_id);
    this.#pending.delete(message.request_id);
    resolve?.(answerOf(message.status_code, message.message_body ?? ''));
  }

  #beat() {
    if (!this.#isAlive) return this.#drop(`no answer to a ping within ${pingEveryMs / 1000} s`);
    this.#isAlive = false;
    this.#socket.ping();
  }

  #drop(why: string) {
    this.#why ||= why;
    this.#socket.terminate();
  }
}
