import type { Call, Client, Operation } from 'ari-client';
import { connectionFailure } from './connection-failure.ts';
import {
  type AriAddress,
  type AriAnswer,
  type AriRequest,
  type AriTransport,
  answerOf,
  lostAnswer,
  type TransportEvents,
} from './transport.ts';

const pingEveryMs = 5_000;
const answerLimitMs = 10_000;

/** Events over a WebSocket, REST over HTTP: for an Asterisk without REST over WebSocket. Rejects with a `WordedError`. */
export async function openAriClientTransport(address: AriAddress, events: TransportEvents): Promise<AriTransport> {
  const client = await connectQuietly(address);
  const transport = new AriClientTransport(client, events);
  // The library would try to connect ten times by itself; a failure here is ours to decide on.
  const failed = new Promise<never>((_resolve, reject) => client.once('WebSocketReconnecting', reject));
  try {
    await Promise.race([client.start([address.application]), failed]);
  } catch (error) {
    client.once('WebSocketConnected', () => client.stop());
    throw connectionFailure(address.url, { error });
  }
  transport.begin();
  return transport;
}

async function connectQuietly({ url, user, password }: AriAddress): Promise<Client> {
  const { default: library } = await import('ari-client');
  // Its Swagger reader writes a notice about old descriptions to standard output through a global of this name.
  Object.assign(globalThis, { log: () => {} });
  try {
    return await library.connect(url, user, password);
  } catch (error) {
    throw connectionFailure(url, { error });
  }
}

class AriClientTransport implements AriTransport {
  readonly kind = 'ari-client';
  readonly #client: Client;
  readonly #events: TransportEvents;
  readonly #routes: readonly Route[];
  readonly #pending = new Set<(answer: AriAnswer) => void>();
  #isOpen = true;
  #isAlive = true;
  #why = '';

  constructor(client: Client, events: TransportEvents) {
    this.#client = client;
    this.#events = events;
    this.#routes = routesOf(client);
    client.on('*', (event) => events.event(event));
  }

  begin() {
    const client = this.#client;
    const beat = setInterval(() => this.#beat(), pingEveryMs);
    client.on('pong', () => {
      this.#isAlive = true;
    });
    // Ahead of the library's own listeners: seen as closed on purpose, it leaves the connecting again to us.
    client._ws.prependListener('error', (error: Error) => {
      client._wsClosed = true;
      this.#why ||= error.message;
    });
    client._ws.prependListener('close', (code: number) => {
      client._wsClosed = true;
      clearInterval(beat);
      this.#lost(this.#why || `WebSocket closed, code ${code}`);
    });
  }

  request(request: AriRequest): Promise<AriAnswer> {
    if (!this.#isOpen) return Promise.resolve(lostAnswer);
    const route = this.#routes.find(({ method, pattern }) => method === request.method && pattern.test(request.uri));
    if (!route) return Promise.resolve(answerOf(404, `this Asterisk has no ${request.method} ${request.uri}`));
    return new Promise((resolve) => {
      const answer = (one: AriAnswer) => {
        clearTimeout(limit);
        this.#pending.delete(answer);
        resolve(one);
      };
      const limit = setTimeout(answer, answerLimitMs, lostAnswer);
      this.#pending.add(answer);
      route.call(
        parametersOf(route, request),
        ({ status, data }) => answer(answerOf(status, String(data ?? ''))),
        (refused) => answer(refused?.status ? answerOf(refused.status, String(refused.data ?? '')) : lostAnswer),
      );
    });
  }

  close() {
    this.#why ||= 'closed by us';
    this.#client._ws.terminate();
  }

  #beat() {
    if (!this.#isAlive) {
      this.#why ||= `no answer to a ping within ${pingEveryMs / 1000} s`;
      return this.#client._ws.terminate();
    }
    this.#isAlive = false;
    this.#client.ping();
  }

  #lost(why: string) {
    this.#isOpen = false;
    for (const answer of this.#pending) answer(lostAnswer);
    this.#events.closed(why);
  }
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly pathNames: readonly string[];
  readonly takesBody: boolean;
  readonly call: Call;
}

/** The library's functions by method and address, from the server's own description of them. */
function routesOf(client: Client): Route[] {
  const routes = Object.values(client._swagger.apis).flatMap((resource) =>
    Object.entries(resource.operations).map(([name, operation]) => routeOf(operation, resource[name])),
  );
  // A fixed word beats a parameter: channels/create is not the channel called create.
  return routes.sort((a, b) => a.pathNames.length - b.pathNames.length);
}

function routeOf({ path, method, parameters }: Operation, call: unknown): Route {
  const inPath = /\{(\w+)\}/g;
  return {
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/^\//, '').replace(inPath, '([^/]+)')}$`),
    pathNames: [...path.matchAll(inPath)].map(([, name]) => name ?? ''),
    takesBody: parameters.some(({ paramType }) => paramType === 'body'),
    call: call as Call, // the border to an untyped library: each operation is also a function of its resource
  };
}

function parametersOf({ pattern, pathNames, takesBody }: Route, { uri, query, body }: AriRequest) {
  const values = pattern.exec(uri)?.slice(1) ?? [];
  const inPath = Object.fromEntries(pathNames.map((name, i) => [name, decodeURIComponent(values[i] ?? '')]));
  return { ...query, ...inPath, ...(takesBody && body !== undefined && { body: JSON.stringify(body) }) };
}
