import type { DeviceState } from '../pbx.ts';
import { Deadlines } from './deadlines.ts';
import {
  defaultParameters,
  type HotlineParameters,
  type Line,
  type PersonProfile,
  type PoolKey,
  type StatusRule,
} from './facts.ts';
import type { RememberedCall } from './input.ts';
import type { Direction, Obstacle, OfferReason, PersonShown } from './ledger-entry.ts';
import { OrderedList, type Place } from './ordered-list.ts';

/** All that is known of the hot line. Lives in memory, changes only inside `step`. */
export interface HotlineState {
  /** The latest moment seen: time never goes back, whatever the machine's clock does. */
  clock: number;
  isConnected: boolean;
  /** What the ledger remembers is in: only now it may be continued. */
  isRestored: boolean;
  parameters: HotlineParameters;
  readonly statuses: Map<string, StatusRule>;
  readonly lines: Map<string, Line>;
  readonly lineByNumber: Map<string, Line>;
  readonly people: Map<string, PersonState>;
  readonly personByExtension: Map<string, PersonState>;
  readonly personByDirectNumber: Map<string, PersonState>;
  readonly pools: Map<PoolKey, Pool>;
  readonly calls: Map<string, CallState>;
  /** Legs we dialled, by channel. A caller's channel has the id of its call. */
  readonly callByLeg: Map<string, CallState>;
  readonly deadlines: Deadlines;
  /** How many calls have come so far. */
  arrivals: number;
  /** Calls of the ledger whose fate the first snapshot decides. */
  readonly remembered: Map<string, RememberedCall>;
  /** Calls that have ended while the caller's channel is not gone yet: whatever comes of it is no new call. */
  readonly closing: Set<string>;
  /** Where the ledger of people stands who are not here now: they may come back. */
  readonly retired: Map<string, number>;
}

/** People who serve the same lines, the free among them by idle time, and the callers who wait for them by rank. */
export interface Pool {
  readonly key: PoolKey;
  readonly members: Set<PersonState>;
  readonly free: OrderedList<PersonState>;
  readonly waiting: OrderedList<CallState>;
}

export interface PersonState {
  profile: PersonProfile;
  pool: Pool;
  seq: number;
  presence: string;
  nextPresence: string | null;
  console: 'online' | 'reconnecting' | 'lost' | 'out';
  graceUntil: number | null;
  desk: DeviceState;
  browser: DeviceState;
  offer: Offer | null;
  /** Calls the person is in, the latest last. */
  live: LiveCall[];
  /** The account is closed: the person goes with the end of their last call. */
  isLeaving: boolean;
  wrapUp: { callId: string; until: number } | null;
  fault: 'not_responding' | 'unreachable' | null;
  faultUntil: number | null;
  restUntil: number | null;
  idleSince: number;
  /** The place among the free; null: not free. */
  freePlace: Place<PersonState> | null;
  obstacle: Obstacle | null;
  /** What the ledger last said of the person. */
  written: PersonShown | null;
}

export interface LiveCall {
  readonly callId: string;
  readonly kind: 'talking' | 'outbound' | 'internal';
  isHeld: boolean;
}

/** One attempt to bring a call to one person, on every phone of theirs at once. */
export interface Offer {
  readonly offerNo: number;
  readonly call: CallState;
  readonly person: PersonState;
  readonly reason: OfferReason;
  readonly legs: Set<string>;
  readonly startedAt: number;
  isRinging: boolean;
  /** The phone that was picked up first; the connection is being made. */
  answeredLeg: string | null;
}

export interface CallState {
  readonly callId: string;
  seq: number;
  readonly direction: Direction;
  /** As it was when the call arrived: settings changed meanwhile hold for the next call. */
  readonly line: Line | null;
  readonly callerNumber: string;
  readonly callerName: string;
  readonly dialled: string;
  readonly from: PersonState | null;
  readonly to: PersonState | null;
  readonly arrivedAt: number;
  /** Smaller is served first: arrival, moved by priority (C4). */
  readonly rank: number;
  /** Which of two calls of the same millisecond came first. */
  readonly turn: number;
  /** Offers are made in `waiting` only; `held_back` rests a second after an offer was taken away by the person. */
  phase: 'looking_up' | 'held_back' | 'waiting' | 'offered' | 'connecting' | 'dialling' | 'talking';
  hears: 'nothing' | 'ringing' | 'music';
  wanted: { personId: string; as: OfferReason }[];
  offers: number;
  offer: Offer | null;
  pools: Pool[];
  places: Place<CallState>[];
  hasEnteredQueue: boolean;
  isPastLimit: boolean;
  bridgedAt: number | null;
  talkingWith: PersonState | null;
  /** The far side while dialling out or talking. */
  legId: string | null;
  bridgeId: string | null;
}

/** An empty hot line without a connection: feed it what was set up, what the ledger remembers, then the PBX's snapshot. */
export function createHotline(): HotlineState {
  return {
    clock: 0,
    isConnected: false,
    isRestored: false,
    parameters: defaultParameters,
    statuses: new Map(),
    lines: new Map(),
    lineByNumber: new Map(),
    people: new Map(),
    personByExtension: new Map(),
    personByDirectNumber: new Map(),
    pools: new Map(),
    calls: new Map(),
    callByLeg: new Map(),
    deadlines: new Deadlines(),
    arrivals: 0,
    remembered: new Map(),
    closing: new Set(),
    retired: new Map(),
  };
}

export function poolOf(state: HotlineState, key: PoolKey): Pool {
  const known = state.pools.get(key);
  if (known) return known;
  const pool: Pool = { key, members: new Set(), free: new OrderedList(), waiting: new OrderedList() };
  state.pools.set(key, pool);
  return pool;
}

/** Digits alone, without the country or trunk prefix: +380 44 500 10 20, 0445001020 and 445001020 are one number. */
export function numberKey(number: string): string {
  const digits = number.replace(/[^0-9*#]/g, '');
  return digits.length > 9 ? digits.slice(-9) : digits;
}
