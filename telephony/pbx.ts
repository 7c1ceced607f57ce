/**
 * The one interface between the hot line and whatever carries the calls: Asterisk over ARI
 * (`ari/`) or virtual time (`simulator/`). Signals come in, commands go out, both are plain values.
 */

/** State of one phone, as the PBX sees it. `unknown` until the first report. */
export type DeviceState = 'reachable' | 'in_use' | 'unreachable' | 'unknown';

/**
 * Why a leg ended, told apart by Q.850 cause and SIP code together (Asterisk's `dialstatus` is too coarse).
 * `failed` is anything else that is not a person's doing: no codec, congestion, a broken network.
 */
export type EndCause =
  | 'hung_up'
  | 'no_answer'
  | 'busy'
  | 'declined'
  | 'unreachable'
  | 'no_such_number'
  | 'answered_elsewhere'
  | 'cancelled'
  | 'failed';

/**
 * Where a channel that waits for our decision came from.
 * `trunk`: from outside. `phone`: a person's phone dialled something.
 */
export type ArrivalSide = 'trunk' | 'phone';

export type Signal =
  /** A channel entered the application and waits for a decision. `channelId` becomes the call's id. */
  | {
      readonly kind: 'arrived';
      readonly channelId: string;
      readonly side: ArrivalSide;
      /** As received: hostile until parsed; empty when withheld. */
      readonly callerNumber: string;
      readonly callerName: string;
      /** What was dialled: a line's number, a person's direct number or extension, or an outside number. */
      readonly dialled: string;
      /** The PJSIP endpoint that dialled, `phone` side only. */
      readonly endpoint: string | null;
      /** When the caller first reached the PBX; earlier than now when they waited in the dialplan's fallback. */
      readonly arrivedAt: number;
    }
  /** The far end of a leg we dialled is alerting. */
  | { readonly kind: 'leg_ringing'; readonly channelId: string }
  | { readonly kind: 'leg_answered'; readonly channelId: string }
  /** A channel is gone: a leg we dialled, or a caller's. The last signal of that channel. */
  | { readonly kind: 'ended'; readonly channelId: string; readonly cause: EndCause }
  | { readonly kind: 'held'; readonly channelId: string }
  | { readonly kind: 'resumed'; readonly channelId: string }
  /** Both channels of `connect` are in the bridge and can talk. */
  | { readonly kind: 'connected'; readonly callId: string; readonly legId: string }
  /** `connect` did not succeed; either side may be gone, its own `ended` says so. */
  | { readonly kind: 'connect_failed'; readonly callId: string; readonly legId: string }
  | { readonly kind: 'device'; readonly endpoint: string; readonly state: DeviceState };

/**
 * What the switchboard asks of the PBX. Ids are ours, so that each command may be repeated and looked up
 * after a lost answer. A command never throws: what went wrong comes back as a signal of the channel it was about.
 */
export type PbxCommand =
  /** Let the caller hear ringing. */
  | { readonly kind: 'ring_back'; readonly channelId: string }
  /** Answer the caller if needed and play music while they wait. */
  | { readonly kind: 'play_music'; readonly channelId: string; readonly musicClass: string }
  /** Ring a person's phone. Ends by itself after `ringSeconds` with cause `no_answer`. */
  | {
      readonly kind: 'ring_phone';
      readonly callId: string;
      readonly legId: string;
      readonly endpoint: string;
      readonly personId: string;
      readonly callerNumber: string;
      readonly callerName: string;
      readonly ringSeconds: number;
    }
  /** Dial an outside number through the trunk, early media heard by the caller. */
  | {
      readonly kind: 'dial_outside';
      readonly callId: string;
      readonly legId: string;
      readonly number: string;
      readonly callerId: string;
      readonly ringSeconds: number;
    }
  /** Answer the caller if needed and put caller and leg together. Answered by `connected` or `connect_failed`. */
  | { readonly kind: 'connect'; readonly callId: string; readonly legId: string; readonly bridgeId: string }
  /** A channel that is already gone is success. */
  | { readonly kind: 'hang_up'; readonly channelId: string; readonly cause: EndCause }
  /** Say that the number does not exist, then hang up with Q.850 cause 1. */
  | { readonly kind: 'refuse_unknown_number'; readonly channelId: string }
  | { readonly kind: 'drop_bridge'; readonly bridgeId: string };

/** What really is on the PBX now: the truth after a start or a lost connection. */
export interface PbxSnapshot {
  readonly channels: readonly PbxChannel[];
  /** Two or more channels in one entry are talking to each other. */
  readonly bridges: readonly { readonly bridgeId: string; readonly channelIds: readonly string[] }[];
  readonly devices: readonly { readonly endpoint: string; readonly state: DeviceState }[];
}

export interface PbxChannel {
  readonly channelId: string;
  readonly isUp: boolean;
  readonly createdAt: number;
  /** A caller's channel (its `arrived` facts), or a leg of ours (the ids we gave it). */
  readonly role:
    | (Omit<Extract<Signal, { kind: 'arrived' }>, 'kind' | 'channelId'> & { readonly kind: 'caller' })
    | {
        readonly kind: 'leg';
        readonly callId: string;
        readonly personId: string | null;
        readonly endpoint: string | null;
      };
}

/** A phone to be known to the PBX. `browser` registers over WS or WSS, `desk` over UDP or TCP. */
export interface PhoneAccount {
  readonly endpoint: string;
  readonly kind: 'desk' | 'browser';
  readonly secret: string;
  readonly callerName: string;
  /** The extension shown as caller id of internal calls. */
  readonly extension: string;
}

export interface PbxEvents {
  signal(signal: Signal): void;
  /** The connection stands and the snapshot was taken after subscribing: no signal is missing in between. */
  connected(snapshot: PbxSnapshot): void;
  /** From now on signals may be missing until the next `connected`. */
  disconnected(why: string): void;
}

/** Something with a lifetime: `run` ends when `stop` is called, rejects when it cannot go on. */
export interface Pbx {
  run(events: PbxEvents): Promise<void>;
  stop(): Promise<void>;
  send(command: PbxCommand): void;
  /** Makes the phone known, or changes it. Rejects with `PbxUnreachableError` when not connected: it is pushed again on connect. */
  putPhone(phone: PhoneAccount): Promise<void>;
  removePhone(endpoint: string): Promise<void>;
  /**
   * These phones ring, by the PBX itself, for callers who wait while the server stays away. Kept and passed on with
   * each connect; the first 50 count.
   */
  setFallback(endpoints: readonly string[]): void;
}

/** The endpoint names of a person's two phones: one desk, one browser, registered together. */
export const deskEndpoint = (extension: string) => extension;
export const browserEndpoint = (extension: string) => `${extension}-web`;
/** The extension an endpoint belongs to: the inverse of the two above. */
export const extensionOfEndpoint = (endpoint: string) => endpoint.replace(/-web$/, '');
