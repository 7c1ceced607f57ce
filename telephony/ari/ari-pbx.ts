import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Pbx, PbxCommand, PbxEvents, PbxSnapshot, PhoneAccount, Signal } from '../pbx.ts';
import { WordedError } from '../worded.ts';
import { backOffMs } from './back-off.ts';
import { type CommandDeps, carryOut, noLiveChannels } from './commands.ts';
import { PbxUnreachableError, PhoneRefusedError } from './pbx-unreachable-error.ts';
import { type PhoneSettings, phoneRequests, removePhoneRequests } from './phones.ts';
import { openSession, type Session } from './session.ts';
import { type AriAddress, type AriRequest, lostAnswer } from './transport.ts';

export interface AriPbxOptions extends Omit<AriAddress, 'application'> {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;
  /** The Stasis application; `dzvin`, as in the dialplan that ships, when left out. */
  readonly application?: string;
  /** The PJSIP endpoint outside numbers are dialled through; `trunk` when left out. */
  readonly trunk?: string;
  /** The dialplan context of people's phones; `dzvin-phone` when left out. */
  readonly phoneContext?: string;
  /** Media of people's phones is bound to this address: loopback for our own Asterisk. Left out: as PJSIP is set up. */
  readonly mediaAddress?: string;
  /** Asked before each command: false once another process leads the hot line. Left out: always true. */
  readonly mayWrite?: () => boolean;
}

/** Asterisk over ARI. It connects again by itself; only a second program under the same application ends `run`. */
export const createAriPbx = (options: AriPbxOptions): Pbx => new AriPbx(options);

/** As many phones as the fallback rings; more would not fit into one dial string. */
const mostFallbackPhones = 50;

class AriPbx implements Pbx {
  readonly #options: AriPbxOptions;
  readonly #address: AriAddress;
  readonly #phoneSettings: PhoneSettings;
  readonly #commandDeps: CommandDeps;
  /** Null: to be removed, which Asterisk has not been told yet. */
  readonly #phones = new Map<string, PhoneAccount | null>();
  readonly #live = noLiveChannels();
  readonly #stopping = new AbortController();
  #fallback: readonly string[] = [];
  #session: Session | null = null;
  #phonesKnownSince = '';
  #hear: (signal: Signal) => void = () => {};

  constructor(options: AriPbxOptions) {
    const { url, user, password, application = 'dzvin', trunk = 'trunk' } = options;
    this.#options = options;
    this.#address = { url: url.replace(/\/+$/, ''), user, password, application };
    this.#phoneSettings = {
      context: options.phoneContext ?? 'dzvin-phone',
      mediaAddress: options.mediaAddress ?? null,
    };
    this.#commandDeps = {
      request: (request) => this.#request(request),
      signal: (signal) => this.#hear(signal),
      application,
      trunk,
      live: this.#live,
    };
  }

  async run(events: PbxEvents): Promise<void> {
    this.#hear = (signal) => {
      if (signal.kind === 'ended') this.#live.hearMusic.delete(signal.channelId);
      events.signal(signal);
    };
    let attempt = 0;
    let lastWhy = '';
    while (!this.#stopping.signal.aborted) {
      const { why, stood } = await this.#stayConnected(events);
      if (this.#stopping.signal.aborted) break;
      attempt = stood ? 1 : attempt + 1;
      if (stood || why !== lastWhy) events.disconnected(why);
      lastWhy = why;
      await pause(backOffMs(attempt, Math.random()), undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#session?.close();
  }

  send(command: PbxCommand): void {
    const { log, mayWrite = () => true } = this.#options;
    if (!mayWrite()) {
      log.warn({ command }, 'command dropped: another process leads the hot line');
      return;
    }
    carryOut(command, this.#commandDeps).catch((err) => log.error({ err, command }, 'command to Asterisk failed'));
  }

  async putPhone(phone: PhoneAccount): Promise<void> {
    this.#phones.set(phone.endpoint, phone);
    await this.#pushPhone(phone.endpoint, phone);
  }

  async removePhone(endpoint: string): Promise<void> {
    this.#phones.set(endpoint, null);
    await this.#pushPhone(endpoint, null);
  }

  setFallback(endpoints: readonly string[]): void {
    this.#fallback = endpoints.slice(0, mostFallbackPhones);
    this.#pushFallback();
  }

  /** Until the connection is lost; `stood` tells whether there was one. Rejects when another program took our place. */
  async #stayConnected(events: PbxEvents): Promise<{ why: string; stood: boolean }> {
    const { log } = this.#options;
    try {
      const session = await openSession(this.#address, { signal: this.#hear, log, live: this.#live });
      this.#session = session;
      if (this.#stopping.signal.aborted) session.close();
      else this.#welcome(session, events);
      const { why, isReplaced } = await session.closed;
      if (isReplaced) throw replaced(this.#address);
      return { why, stood: true };
    } catch (error) {
      if (error instanceof WordedError && error.code === 'replaced') throw error;
      return { why: error instanceof Error ? error.message : String(error), stood: false };
    } finally {
      this.#session = null;
    }
  }

  #welcome(session: Session, events: PbxEvents) {
    const { log } = this.#options;
    const { snapshot, version, transportKind } = session;
    log.info({ version, transport: transportKind, channels: snapshot.channels.length }, 'connected to Asterisk');
    this.#remember(session.snapshot);
    events.connected(snapshot);
    session.letSignalsThrough();
    this.#pushFallback();
    this.#pushPhonesAgain(session).catch((err) => log.error({ err }, 'phones could not be made known to Asterisk'));
  }

  /** Legs that ended while nobody listened are not in the snapshot, which tells the hot line so. */
  #remember({ channels }: PbxSnapshot) {
    const { hearMusic, legs, early } = this.#live;
    for (const set of [hearMusic, legs, early]) set.clear();
    for (const { channelId, isUp, role } of channels) {
      if (role.kind === 'leg') legs.add(channelId);
      if (role.kind === 'leg' && role.endpoint === null) early.add(channelId);
      if (role.kind === 'caller' && isUp) hearMusic.add(channelId); // perhaps; to stop none is harmless
    }
  }

  /** Phones live in Asterisk's memory: all are pushed the first time and after each restart of it. */
  async #pushPhonesAgain({ startedAt }: Session) {
    if (startedAt === this.#phonesKnownSince) return;
    this.#phonesKnownSince = startedAt;
    for (const [endpoint, phone] of this.#phones) await this.#pushPhone(endpoint, phone);
  }

  async #pushPhone(endpoint: string, phone: PhoneAccount | null) {
    const requests = phone ? phoneRequests(phone, this.#phoneSettings) : removePhoneRequests(endpoint);
    for (const request of requests) {
      const { outcome, status, body } = await this.#request(request);
      if (outcome === 'unknown') {
        this.#phonesKnownSince = ''; // the next connect pushes all of them
        throw new PbxUnreachableError();
      }
      if (outcome === 'refused' && status !== 404) throw new PhoneRefusedError(endpoint, `${status} ${body}`);
    }
    if (!phone) this.#phones.delete(endpoint);
  }

  #pushFallback() {
    const value = this.#fallback.map((endpoint) => `PJSIP/${endpoint}`).join('&');
    const request = { method: 'POST', uri: 'asterisk/variable', query: { variable: 'DZVIN_FALLBACK', value } } as const;
    this.#request(request).catch((err) => this.#options.log.warn({ err }, 'the fallback group could not be set'));
  }

  #request(request: AriRequest) {
    return this.#session?.request(request) ?? Promise.resolve(lostAnswer);
  }
}

function replaced({ application }: AriAddress) {
  return new WordedError('replaced', {
    uk: `Інша програма зареєструвала в Asterisk застосунок «${application}»: гарячою лінією керує вона. Зупиніть один із двох серверів.`,
    en: `Another program registered the application "${application}" in Asterisk and now leads the hot line. Stop one of the two servers.`,
  });
}
