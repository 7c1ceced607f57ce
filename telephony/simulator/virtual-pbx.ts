import type { EndCause, PbxChannel, PbxCommand, PbxSnapshot, Signal } from '../pbx.ts';
import type { Agenda } from './agenda.ts';
import type { Habits } from './cast.ts';
import { drawConnect, drawFarEnd, drawRing, drawTalk, type RingPlan } from './draw-behaviour.ts';
import { Random, seedFor } from './random.ts';
import { VirtualPhones } from './virtual-phones.ts';

/** A channel that really exists on the virtual PBX, whatever the hot line believes. */
export interface VirtualChannel {
  readonly channelId: string;
  readonly role: PbxChannel['role'];
  readonly createdAt: number;
  readonly random: Random;
  /** False while a caller waits in the dialplan because no application is connected. */
  isInApplication: boolean;
  isUp: boolean;
  bridgeId: string | null;
  /** Signals of one channel never overtake each other. */
  lastSignalAt: number;
}

export interface VirtualPbxDeps {
  readonly seed: number;
  readonly agenda: Agenda;
  readonly now: () => number;
  readonly phones: ReadonlyMap<string, Habits>;
  readonly onSignal: (signal: Signal) => void;
}

/** Nobody holds a silent handset longer than this. */
const silenceLimitMs = 120_000;

/**
 * A PBX in virtual time. It keeps Asterisk's promises and no more than those: signals of one channel come in order,
 * those of different channels in any; a signal may come twice; what happens while nobody is connected is never told;
 * a side that stays behind in a bridge stays until it is hung up.
 */
export class VirtualPbx {
  readonly channels = new Map<string, VirtualChannel>();
  readonly phones: VirtualPhones;
  readonly #deps: VirtualPbxDeps;
  readonly #bridges = new Map<string, Set<VirtualChannel>>();
  /** Counts connections: what was sent on an earlier one never arrives. Null: nobody is connected. */
  #connection: number | null = null;
  #connections = 0;
  #signalsNotBefore = 0;
  #lastCommandAt = 0;

  constructor(deps: VirtualPbxDeps) {
    this.#deps = deps;
    this.phones = new VirtualPhones([...deps.phones.keys()], (endpoint, state) =>
      this.#emit({ kind: 'device', endpoint, state }, null),
    );
  }

  // ---- the connection -------------------------------------------------------------------------------------------

  get isConnected() {
    return this.#connection !== null;
  }

  /** Signals from now on are kept until the snapshot is taken, then follow it: some repeat what it holds. */
  connect(onSnapshot: (snapshot: PbxSnapshot) => void) {
    this.#connections += 1;
    const connection = this.#connections;
    this.#connection = connection;
    const readyAt = this.#deps.now() + 20;
    this.#signalsNotBefore = Math.max(this.#signalsNotBefore, readyAt);
    this.#deps.agenda.add(readyAt, () => {
      if (this.#connection === connection) onSnapshot(this.snapshot());
    });
    for (const channel of this.channels.values()) if (!channel.isInApplication) this.#retryFallback(channel);
  }

  disconnect() {
    this.#connection = null;
  }

  /** Signals pile up until then and arrive in order. */
  delaySignals(until: number) {
    this.#signalsNotBefore = Math.max(this.#signalsNotBefore, until);
  }

  /** Everything on the PBX is gone; phones come back one by one. */
  restart() {
    this.disconnect();
    this.channels.clear();
    this.#bridges.clear();
    this.phones.forgetAll();
    const random = new Random(seedFor(this.#deps.seed, 'restart', this.#deps.now()));
    for (const endpoint of this.#deps.phones.keys()) {
      this.#deps.agenda.add(this.#deps.now() + random.between(0, 30_000), () =>
        this.phones.setRegistered(endpoint, true),
      );
    }
  }

  snapshot(): PbxSnapshot {
    const inside = [...this.channels.values()].filter(({ isInApplication }) => isInApplication);
    return {
      channels: inside.map(({ channelId, isUp, createdAt, role }) => ({ channelId, isUp, createdAt, role })),
      bridges: [...this.#bridges].map(([bridgeId, members]) => ({
        bridgeId,
        channelIds: [...members].map(({ channelId }) => channelId),
      })),
      devices: this.phones.states(),
    };
  }

  /** Who is in a bridge with this channel now, itself left out. */
  partnersOf(channel: VirtualChannel): readonly VirtualChannel[] {
    if (channel.bridgeId === null) return [];
    return [...(this.#bridges.get(channel.bridgeId) ?? [])].filter((other) => other !== channel);
  }

  // ---- what people outside and at phones do ---------------------------------------------------------------------

  /** A channel reaches the PBX and waits for a decision, at most `patienceMs` unless it is talking by then. */
  arrive(channelId: string, role: Extract<PbxChannel['role'], { kind: 'caller' }>, patienceMs: number) {
    const channel = this.#open(channelId, role);
    channel.isInApplication = this.isConnected;
    if (role.endpoint !== null) {
      channel.isUp = true;
      this.phones.setChannel(role.endpoint, channelId, true);
    }
    if (channel.isInApplication) this.#emit({ kind: 'arrived', channelId, ...facts(role) }, channel);
    this.#later(channel, patienceMs, () => {
      if (channel.bridgeId === null) this.end(channel, 'hung_up');
    });
  }

  end(channel: VirtualChannel, cause: EndCause) {
    if (!this.channels.delete(channel.channelId)) return;
    if (channel.bridgeId !== null) this.#bridges.get(channel.bridgeId)?.delete(channel);
    channel.bridgeId = null;
    if (channel.isInApplication) this.#emit({ kind: 'ended', channelId: channel.channelId, cause }, channel);
    const { endpoint } = channel.role;
    if (endpoint !== null) this.phones.removeChannel(endpoint, channel.channelId);
  }

  // ---- commands -------------------------------------------------------------------------------------------------

  /** Lost when nobody is connected now or when it would be carried out. */
  send(command: PbxCommand) {
    const connection = this.#connection;
    if (connection === null) return;
    this.#lastCommandAt = Math.max(this.#lastCommandAt, this.#deps.now() + 1);
    this.#deps.agenda.add(this.#lastCommandAt, () => {
      if (this.#connection === connection) this.#carryOut(command);
    });
  }

  #carryOut(command: PbxCommand) {
    switch (command.kind) {
      case 'ring_phone':
        return this.#ringPhone(command);
      case 'dial_outside':
        return this.#dialOutside(command);
      case 'connect':
        return this.#connect(command);
      case 'hang_up':
        return this.#withChannel(command.channelId, (channel) => this.end(channel, command.cause));
      case 'refuse_unknown_number':
        return this.#withChannel(command.channelId, (channel) =>
          this.#later(channel, 2_500, () => this.end(channel, 'no_such_number')),
        );
      case 'play_music':
        return this.#withChannel(command.channelId, (channel) => {
          channel.isUp = true;
        });
      case 'ring_back':
        return;
      case 'drop_bridge':
        for (const channel of this.#bridges.get(command.bridgeId) ?? []) channel.bridgeId = null;
        this.#bridges.delete(command.bridgeId);
    }
  }

  #ringPhone({ callId, legId, personId, endpoint, ringSeconds }: Extract<PbxCommand, { kind: 'ring_phone' }>) {
    if (this.channels.has(legId)) return;
    const habits = this.#deps.phones.get(endpoint);
    const leg = this.#open(legId, { kind: 'leg', callId, personId, endpoint });
    if (!habits || !this.phones.isRegistered(endpoint)) return this.#later(leg, 3, () => this.end(leg, 'unreachable'));
    if (this.phones.isInUse(endpoint)) return this.#later(leg, 25, () => this.end(leg, 'busy'));
    this.phones.setChannel(endpoint, legId, false);
    this.#playRing(leg, this.#ringPlan(leg, habits, `${callId} ${personId}`), ringSeconds);
  }

  /** Now and then both phones of a person are picked up at the same moment. */
  #ringPlan(leg: VirtualChannel, habits: Habits, offer: string): RingPlan {
    const both = new Random(seedFor(this.#deps.seed, 'both phones', offer));
    if (!both.chance(0.3)) return drawRing(habits, leg.random);
    const plan = drawRing(habits, both);
    return plan.does === 'answers' ? { ...plan, afterMs: plan.afterMs + leg.random.between(0, 3) } : plan;
  }

  #dialOutside({ callId, legId, ringSeconds }: Extract<PbxCommand, { kind: 'dial_outside' }>) {
    if (this.channels.has(legId)) return;
    const leg = this.#open(legId, { kind: 'leg', callId, personId: null, endpoint: null });
    this.#playRing(leg, drawFarEnd(leg.random), ringSeconds);
  }

  #playRing(leg: VirtualChannel, plan: RingPlan, ringSeconds: number) {
    if (plan.alertsAfterMs !== null) {
      this.#later(leg, plan.alertsAfterMs, () => this.#emit({ kind: 'leg_ringing', channelId: leg.channelId }, leg));
    }
    this.#later(leg, ringSeconds * 1000, () => {
      if (!leg.isUp) this.end(leg, 'no_answer');
    });
    if (plan.does === 'answers') this.#later(leg, plan.afterMs, () => this.#answer(leg));
    if (plan.does === 'refuses') this.#later(leg, plan.afterMs, () => this.end(leg, plan.cause));
  }

  #answer(leg: VirtualChannel) {
    leg.isUp = true;
    this.#emit({ kind: 'leg_answered', channelId: leg.channelId }, leg);
    const { endpoint } = leg.role;
    if (endpoint !== null) this.phones.setChannel(endpoint, leg.channelId, true);
    this.#later(leg, silenceLimitMs, () => {
      if (leg.bridgeId === null) this.end(leg, 'hung_up');
    });
  }

  #connect({ callId, legId, bridgeId }: Extract<PbxCommand, { kind: 'connect' }>) {
    const leg = this.channels.get(legId);
    const plan = drawConnect(leg?.random ?? new Random(1));
    const joining = this.channels.get(plan.leaves?.who === 'leg' ? legId : callId);
    if (plan.leaves && joining) this.#later(joining, plan.leaves.afterMs, () => this.end(joining, 'hung_up'));
    this.#deps.agenda.add(this.#deps.now() + plan.takesMs, () => {
      const caller = this.channels.get(callId);
      const callee = this.channels.get(legId);
      if (plan.isRefused || !caller || !callee?.isUp) {
        return this.#emit({ kind: 'connect_failed', callId, legId }, null);
      }
      this.#join(bridgeId, caller, callee);
      // The answer to the command: by then one of the two may have said that it is gone.
      const answersAfterMs = callee.random.chance(0.2) ? callee.random.between(0, 30) : 0;
      this.#deps.agenda.add(this.#deps.now() + answersAfterMs, () =>
        this.#emit({ kind: 'connected', callId, legId }, null),
      );
    });
  }

  #join(bridgeId: string, caller: VirtualChannel, leg: VirtualChannel) {
    const members = this.#bridges.get(bridgeId) ?? new Set();
    this.#bridges.set(bridgeId, members);
    for (const channel of [caller, leg]) {
      if (channel.bridgeId !== null && channel.bridgeId !== bridgeId)
        this.#bridges.get(channel.bridgeId)?.delete(channel);
      members.add(channel);
      channel.bridgeId = bridgeId;
      channel.isUp = true;
    }
    this.#talk(caller, leg);
  }

  /** Whoever stays behind hears silence and gives up at last: the hot line has to be quicker. */
  #talk(caller: VirtualChannel, leg: VirtualChannel) {
    const plan = drawTalk(leg.random);
    const [first, second] = plan.endedBy === 'caller' ? [caller, leg] : [leg, caller];
    this.#later(first, plan.talkMs, () => this.end(first, 'hung_up'));
    this.#later(second, plan.talkMs + silenceLimitMs, () => this.end(second, 'hung_up'));
    if (!plan.hold) return;
    const phone = leg.role.endpoint === null ? caller : leg;
    const { channelId } = phone;
    this.#later(phone, plan.hold.afterMs, () => this.#emit({ kind: 'held', channelId }, phone));
    this.#later(phone, plan.hold.afterMs + plan.hold.forMs, () => this.#emit({ kind: 'resumed', channelId }, phone));
  }

  // ---- channels and signals -------------------------------------------------------------------------------------

  #open(channelId: string, role: PbxChannel['role']): VirtualChannel {
    const channel: VirtualChannel = {
      channelId,
      role,
      createdAt: this.#deps.now(),
      random: new Random(seedFor(this.#deps.seed, channelId)),
      isInApplication: true,
      isUp: false,
      bridgeId: null,
      lastSignalAt: 0,
    };
    this.channels.set(channelId, channel);
    return channel;
  }

  #withChannel(channelId: string, act: (channel: VirtualChannel) => void) {
    const channel = this.channels.get(channelId);
    if (channel) act(channel);
  }

  /** Nothing happens to a channel that is gone by then. */
  #later(channel: VirtualChannel, afterMs: number, act: () => void) {
    this.#deps.agenda.add(this.#deps.now() + afterMs, () => {
      if (this.channels.get(channel.channelId) === channel) act();
    });
  }

  /** A caller in the dialplan's waiting loop enters the application at its next try, unless gone by then. */
  #retryFallback(channel: VirtualChannel) {
    this.#later(channel, channel.random.between(0, 1_000), () => {
      if (!this.isConnected || channel.isInApplication || channel.role.kind !== 'caller') return;
      channel.isInApplication = true;
      this.#emit({ kind: 'arrived', channelId: channel.channelId, ...facts(channel.role) }, channel);
    });
  }

  #emit(signal: Signal, channel: VirtualChannel | null) {
    const connection = this.#connection;
    if (connection === null) return;
    const at = this.#momentFor(channel);
    const deliver = () => {
      if (this.#connection === connection) this.#deps.onSignal(signal);
    };
    this.#deps.agenda.add(at, deliver);
    if (channel?.random.chance(0.02)) this.#deps.agenda.add(at, deliver);
  }

  #momentFor(channel: VirtualChannel | null): number {
    const soonest = Math.max(this.#deps.now() + 1, this.#signalsNotBefore);
    if (!channel) return soonest;
    channel.lastSignalAt = Math.max(soonest + channel.random.between(0, 3), channel.lastSignalAt);
    return channel.lastSignalAt;
  }
}

function facts({ kind: _, ...arrived }: Extract<PbxChannel['role'], { kind: 'caller' }>) {
  return arrived;
}
