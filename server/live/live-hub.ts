import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { may, type Person } from '../access/index.ts';
import type { BoardChange, BoardSnapshot } from '../hotline/contract.ts';
import type { Log } from '../platform/log.ts';
import type { LiveBatchItem, LiveMessages } from './contract.ts';
import { isOwnOrigin } from './is-own-origin.ts';

export interface LiveHubDeps {
  /** @param cookieHeader of the handshake. Null: not signed in, or no longer. */
  readonly sessionOf: (cookieHeader: string | undefined) => Promise<LiveSession | null>;
  /** Whose of these sessions still hold; the others have ended. */
  readonly standing: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  readonly desk: {
    readonly snapshot: (personId: string) => Unnumbered<'desk.snapshot'>;
    readonly popSeen: (personId: string, seen: PopSeen) => void;
  };
  readonly board: {
    /** Brings the figures up to date: asked before a snapshot. */
    readonly refresh: () => Promise<void>;
    readonly snapshot: () => Omit<BoardSnapshot, 'seq'>;
  };
  readonly presence: {
    readonly consoleOnline: (personId: string) => void;
    readonly consoleLost: (personId: string) => void;
  };
  readonly log: Log;
}
export interface LiveSession {
  readonly sessionId: string;
  readonly person: Person;
}
export interface LiveHubSettings {
  readonly httpServer: HttpServer;
  /** Pages of these origins may connect besides our own: a development server for example. */
  readonly allowedOrigins: readonly string[];
}

/** What goes to one person; all of them share the person's `seq`. */
type PersonMessage = Exclude<keyof LiveMessages, 'board.changed' | 'session.ended' | 'live.batch'>;
type Unnumbered<Name extends PersonMessage> = Omit<Parameters<LiveMessages[Name]>[0], 'seq'>;

const popSeen = z.object({ callId: z.string().max(200), offerNo: z.number().int(), paintedAt: z.number() });
export type PopSeen = z.infer<typeof popSeen>;

const BOARD = 'board';
const roomOf = (personId: string) => `person:${personId}`;

/** A session that was ended without telling us, a role that changed: seen at the latest after this. */
const RECHECK_EVERY_MS = 30_000;

/** A call changes a person's state several times within milliseconds; their console hears of it so much later at most. */
const STATE_PATIENCE_MS = 100;

interface Outbox {
  readonly messages: LiveBatchItem[];
  timer: NodeJS.Timeout | null;
  isUrgent: boolean;
}

interface Console {
  readonly socket: Socket;
  session: LiveSession;
}

/**
 * The sockets of all consoles. A room per person and one for the board, each with a `seq` that counts what it was
 * sent; Socket.IO encodes a message once per room, however many consoles are in it.
 */
export class LiveHub {
  readonly #deps: LiveHubDeps;
  readonly #io: Server;
  readonly #consoles = new Map<string, Console>();
  readonly #seqs = new Map<string, number>();
  readonly #outboxes = new Map<string, Outbox>();
  readonly #recheck: NodeJS.Timeout;
  #isStopping = false;

  constructor({ httpServer, allowedOrigins }: LiveHubSettings, deps: LiveHubDeps) {
    this.#deps = deps;
    this.#io = new Server(httpServer, {
      transports: ['websocket'],
      perMessageDeflate: false,
      serveClient: false,
      // A console that is gone is missed within twenty seconds; it never sends much.
      pingInterval: 10_000,
      pingTimeout: 10_000,
      maxHttpBufferSize: 16_384,
      allowRequest: (request, answer) => answer(null, isOwnOrigin(request.headers, allowedOrigins)),
    });
    this.#io.use((socket, next) => void this.#admit(socket, next));
    this.#io.on('connection', (socket) => this.#connected(socket));
    this.#recheck = setInterval(() => void this.#recheckSessions(), RECHECK_EVERY_MS);
  }

  /** @returns false when no console of the person is there: nothing was sent, a later one gets the snapshot */
  tell<Name extends PersonMessage>(personId: string, name: Name, message: Unnumbered<Name>): boolean {
    if (!this.#isInUse(roomOf(personId))) return false;
    const room = roomOf(personId);
    const outbox = this.#outboxes.get(room) ?? { messages: [], timer: null, isUrgent: false };
    this.#outboxes.set(room, outbox);
    const isOwnState = name === 'presence.changed';
    // The person's state as it was a moment ago interests nobody.
    if (isOwnState && outbox.messages.at(-1)?.[0] === name) {
      outbox.messages.pop();
      this.#seqs.set(room, (this.#seqs.get(room) ?? 1) - 1);
    }
    outbox.messages.push([name, { ...message, seq: this.#nextSeq(room) }]);
    if (isOwnState) outbox.timer ??= setTimeout(() => this.#empty(room), STATE_PATIENCE_MS);
    else if (!outbox.isUrgent) {
      outbox.isUrgent = true;
      setImmediate(() => this.#empty(room));
    }
    return true;
  }

  /** Everything that has gathered for the person goes out as one write. */
  #empty(room: string): void {
    const outbox = this.#outboxes.get(room);
    if (!outbox) return;
    this.#outboxes.delete(room);
    if (outbox.timer) clearTimeout(outbox.timer);
    if (!this.#isStopping) this.#io.to(room).emit('live.batch', outbox.messages);
  }

  tellBoard(change: Omit<BoardChange, 'seq'>): void {
    if (this.isBoardWatched) this.#io.to(BOARD).emit('board.changed', { ...change, seq: this.#nextSeq(BOARD) });
  }

  /** Figures need no computing while nobody looks. */
  get isBoardWatched(): boolean {
    return this.#isInUse(BOARD);
  }

  get consoleCount(): number {
    return this.#consoles.size;
  }

  /** Signed out, or the account was closed: the consoles go to the sign-in page. All of the person, or of one session. */
  endSessions(personId: string, sessionId?: string): void {
    for (const { socket, session } of this.#consoles.values()) {
      if (session.person.personId !== personId) continue;
      if (sessionId === undefined || session.sessionId === sessionId) endSession(socket);
    }
  }

  /** Consoles reconnect by themselves when the server is back; nobody counts as lost meanwhile. */
  stop(): void {
    this.#isStopping = true;
    clearInterval(this.#recheck);
    this.#io.disconnectSockets(true);
    this.#io.engine.close();
  }

  async #admit(socket: Socket, next: (refusal?: Error) => void): Promise<void> {
    try {
      const session = await this.#deps.sessionOf(socket.handshake.headers.cookie);
      if (session === null) return next(new Error('not_signed_in'));
      this.#consoles.set(socket.id, { socket, session });
      // A console that leaves before it is connected never says so.
      socket.conn.once('close', () => this.#consoles.delete(socket.id));
      next();
    } catch (err) {
      this.#deps.log.warn({ err }, 'session of a console not checked');
      next(new Error('try_again'));
    }
  }

  #connected(socket: Socket): void {
    const console = this.#consoles.get(socket.id);
    if (!console) return void socket.disconnect(true);
    const { personId } = console.session.person;
    const room = roomOf(personId);
    const isFirst = !this.#isInUse(room);
    this.#empty(room);
    // The adapter in memory joins at once, so no message falls between the room and the snapshot.
    void socket.join(room);
    this.#hear(console, personId);
    if (isFirst) this.#deps.presence.consoleOnline(personId);
    this.#sendDesk(socket, personId);
  }

  #hear(console: Console, personId: string): void {
    const { socket } = console;
    socket.on('desk.refresh', () => this.#sendDesk(socket, personId));
    socket.on('call.pop_seen', (seen: unknown) => {
      const parsed = popSeen.safeParse(seen);
      if (parsed.success) this.#deps.desk.popSeen(personId, parsed.data);
    });
    socket.on('board.join', (answer: unknown) => void this.#joinBoard(console, answer));
    socket.on('board.leave', () => void socket.leave(BOARD));
    socket.on('disconnect', () => {
      if (!this.#isStopping && !this.#isInUse(roomOf(personId))) this.#deps.presence.consoleLost(personId);
    });
  }

  #sendDesk(socket: Socket, personId: string): void {
    // What has gathered is older than the snapshot and carries its number.
    this.#empty(roomOf(personId));
    const seq = this.#seqs.get(roomOf(personId)) ?? 0;
    socket.emit('desk.snapshot', { ...this.#deps.desk.snapshot(personId), seq });
  }

  async #joinBoard({ socket, session }: Console, answer: unknown): Promise<void> {
    if (typeof answer !== 'function') return;
    if (!may(session.person, 'board.view')) return answer(null);
    try {
      await this.#deps.board.refresh();
    } catch (err) {
      this.#deps.log.warn({ err }, 'figures of the board not read');
    }
    if (!socket.connected) return;
    void socket.join(BOARD);
    answer({ ...this.#deps.board.snapshot(), seq: this.#seqs.get(BOARD) ?? 0 });
  }

  async #recheckSessions(): Promise<void> {
    const consoles = [...this.#consoles.values()];
    try {
      const standing = await this.#deps.standing(consoles.map(({ session }) => session.sessionId));
      for (const console of consoles) {
        const person = standing.get(console.session.sessionId);
        if (person) this.#renew(console, { ...console.session, person });
        else endSession(console.socket);
      }
    } catch (err) {
      // A database that is away ends nobody's work.
      this.#deps.log.warn({ err }, 'sessions of the consoles not checked again');
    }
  }

  /** Another role may have lost the board. */
  #renew(console: Console, session: LiveSession): void {
    console.session = session;
    if (!may(session.person, 'board.view')) void console.socket.leave(BOARD);
  }

  #isInUse(room: string): boolean {
    return this.#io.sockets.adapter.rooms.has(room);
  }

  #nextSeq(room: string): number {
    const seq = (this.#seqs.get(room) ?? 0) + 1;
    this.#seqs.set(room, seq);
    return seq;
  }
}

function endSession(socket: Socket): void {
  socket.emit('session.ended');
  socket.disconnect(true);
}
