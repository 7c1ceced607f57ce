import type { Logger } from 'pino';
import type { PbxSnapshot, Signal } from '../pbx.ts';
import { type OpenedTransport, openTransport } from './choose-transport.ts';
import { afterEarlyLeg, afterPlayback, type LiveChannels } from './commands.ts';
import type { AriEvent, AsteriskInfo } from './generated/ari-types.ts';
import { type ReadAri, readSnapshot } from './snapshot.ts';
import { translate, understoodEvents } from './translate.ts';
import type { AriAddress, AriAnswer, AriRequest, AriTransport } from './transport.ts';

/** Everything that holds for one connection to Asterisk, from the moment it stands until it is lost. */
export interface Session {
  readonly version: string;
  readonly transportKind: AriTransport['kind'];
  readonly snapshot: PbxSnapshot;
  /** Changes when Asterisk was restarted, which forgets everything it was told. */
  readonly startedAt: string;
  /** Ends the time in which signals are held back: call it after the snapshot was handed over. */
  letSignalsThrough(): void;
  request(request: AriRequest): Promise<AriAnswer>;
  close(): void;
  /** Resolves with the reason; `replaced` when another program registered the same application. */
  readonly closed: Promise<{ readonly why: string; readonly isReplaced: boolean }>;
}

export interface SessionDeps {
  readonly signal: (signal: Signal) => void;
  readonly live: LiveChannels;
  readonly log: Pick<Logger, 'warn' | 'debug'>;
}

/** Connects, subscribes, then looks: so no signal is missing between the snapshot and what follows. */
export async function openSession(address: AriAddress, deps: SessionDeps): Promise<Session> {
  const inbox = new Inbox(address.application, deps);
  let close: (why: string) => void = () => {};
  const closed = new Promise<string>((resolve) => {
    close = resolve;
  }).then((why) => ({ why, isReplaced: inbox.isReplaced }));
  const opened = await openTransport(address, { event: (event) => inbox.receive(event), closed: close });
  inbox.transport = opened.transport;
  try {
    return { ...(await lookAround(address, opened)), closed, ...faceOf(inbox, opened) };
  } catch (error) {
    opened.transport.close();
    throw error;
  }
}

function faceOf(inbox: Inbox, { transport, version }: OpenedTransport) {
  return {
    version,
    transportKind: transport.kind,
    letSignalsThrough: () => inbox.open(),
    request: (request: AriRequest) => transport.request(request),
    close: () => transport.close(),
  };
}

async function lookAround({ application }: AriAddress, { transport }: OpenedTransport) {
  const uri = `applications/${application}`;
  // Over the WebSocket the filter holds back answers too: without RESTResponse nothing would be answered any more.
  const allowed = [...understoodEvents, 'PlaybackFinished', 'ApplicationReplaced', 'RESTResponse'].map((type) => ({
    type,
  }));
  await Promise.all([
    must(transport, { method: 'PUT', uri: `${uri}/eventFilter`, body: { allowed } }),
    must(transport, { method: 'POST', uri: `${uri}/subscription`, query: { eventSource: 'deviceState:' } }),
  ]);
  const read: ReadAri = (path, query) => readJson(transport, { method: 'GET', uri: path, ...(query && { query }) });
  const [snapshot, info] = await Promise.all([
    readSnapshot(read, application),
    read<AsteriskInfo>('asterisk/info', { only: 'status' }),
  ]);
  return { snapshot, startedAt: info?.status?.startup_time ?? '' };
}

async function must(transport: AriTransport, request: AriRequest): Promise<AriAnswer> {
  const answer = await transport.request(request);
  if (answer.outcome === 'done') return answer;
  throw new Error(`${request.method} ${request.uri}: ${answer.status || 'connection lost'} ${answer.body}`);
}

async function readJson(transport: AriTransport, request: AriRequest) {
  const answer = await transport.request(request);
  if (answer.status === 404) return null;
  if (answer.outcome !== 'done')
    throw new Error(`${request.method} ${request.uri}: ${answer.status || 'connection lost'}`);
  return JSON.parse(answer.body);
}

/** Takes events in, hands signals on, holds them back until the snapshot is out. */
class Inbox {
  transport: AriTransport | null = null;
  isReplaced = false;
  readonly #application: string;
  readonly #deps: SessionDeps;
  #heldBack: Signal[] | null = [];

  constructor(application: string, deps: SessionDeps) {
    this.#application = application;
    this.#deps = deps;
  }

  receive(event: AriEvent) {
    switch (event.type) {
      case 'PlaybackFinished':
        return this.#ask(afterPlayback(event.playback.id));
      case 'ApplicationReplaced':
        this.isReplaced = true;
        return this.transport?.close();
      case 'ChannelDestroyed':
        if (!this.#legIsGone(event.channel.id)) return;
    }
    const signal = translate(event, this.#application);
    if (signal && this.#heldBack) this.#heldBack.push(signal);
    else if (signal) this.#deps.signal(signal);
  }

  open() {
    const heldBack = this.#heldBack ?? [];
    this.#heldBack = null;
    heldBack.forEach(this.#deps.signal);
  }

  /** False for what is not a leg of ours: a caller's end was told by StasisEnd. While the legs are not listed yet, all count. */
  #legIsGone(channelId: string): boolean {
    const { legs, early } = this.#deps.live;
    if (early.delete(channelId)) this.#ask(afterEarlyLeg(channelId));
    return legs.delete(channelId) || this.#heldBack !== null;
  }

  #ask(request: AriRequest | undefined) {
    if (!request) return;
    this.transport
      ?.request(request)
      .catch((err) => this.#deps.log.warn({ err, request }, 'request to Asterisk failed'));
  }
}
