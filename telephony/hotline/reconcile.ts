import { browserEndpoint, deskEndpoint, type PbxChannel, type PbxSnapshot } from '../pbx.ts';
import { type Adoptable, adopt } from './adopt-call.ts';
import { closeOpenOffer } from './close-open-offer.ts';
import { endCall } from './end-call.ts';
import type { RememberedCall } from './input.ts';
import { command, type Moment, touch, write } from './moment.ts';
import { callOf, personById } from './open-call.ts';
import { connected, legAnswered, legEnded } from './serve-offer.ts';
import type { CallState, HotlineState } from './state.ts';

/**
 * After a start or a gap: compares what we believe with what the PBX really has (C13). Talks go on, waiting callers keep
 * their place and arrival, what ended meanwhile is closed, what belongs to nobody is ended.
 */
export function reconcile(moment: Moment, snapshot: PbxSnapshot) {
  const { state } = moment;
  state.isConnected = true;
  state.isRestored = true;
  const channels = new Map(snapshot.channels.map((channel) => [channel.channelId, channel]));
  readDevices(moment, snapshot);
  for (const call of [...state.calls.values()]) checkCall(moment, call, { channels, bridges: snapshot.bridges });
  closeAgain(moment, channels);
  for (const found of adoptables(snapshot).sort(byArrival)) if (isUnknown(state, found)) adopt(moment, found);
  closeForgotten(moment);
  endStrays(moment, snapshot);
  for (const pool of state.pools.values()) moment.stirred.add(pool);
}

const isUnknown = ({ calls, closing }: HotlineState, { channelId }: Adoptable) =>
  !calls.has(channelId) && !closing.has(channelId);

/** Calls that were ended: the word may have been lost. */
function closeAgain(moment: Moment, channels: ReadonlyMap<string, PbxChannel>) {
  for (const callId of moment.state.closing) {
    if (channels.has(callId)) command(moment, { kind: 'hang_up', channelId: callId, cause: 'hung_up' });
    else moment.state.closing.delete(callId);
  }
}

function readDevices(moment: Moment, { devices }: PbxSnapshot) {
  const states = new Map(devices.map((device) => [device.endpoint, device.state]));
  for (const person of moment.state.people.values()) {
    const { extension } = person.profile;
    if (extension !== null) {
      person.desk = states.get(deskEndpoint(extension)) ?? 'unreachable';
      person.browser = states.get(browserEndpoint(extension)) ?? 'unreachable';
    }
    touch(moment, person);
  }
}

interface Found {
  readonly channels: ReadonlyMap<string, PbxChannel>;
  readonly bridges: PbxSnapshot['bridges'];
}

/** A call we were carrying when the connection went. */
function checkCall(moment: Moment, call: CallState, found: Found) {
  if (!found.channels.has(call.callId)) {
    const outcome = call.bridgedAt === null ? 'lost_in_gap' : 'answered';
    endCall(moment, call, { outcome, cause: null, endedBy: 'system', channel: 'gone' });
    return;
  }
  const legIds = call.legId ? [call.legId] : [...(call.offer?.legs ?? [])];
  for (const legId of legIds) if (!found.channels.has(legId)) legEnded(moment, legId, 'cancelled');
  if (moment.state.calls.get(call.callId) !== call) return;
  if (call.phase === 'connecting') return checkConnecting(moment, call, found);
  for (const legId of legIds)
    if (call.phase !== 'talking' && found.channels.get(legId)?.isUp) legAnswered(moment, legId);
  if (call.phase === 'waiting') replayMusic(moment, call);
}

/** The command may be lost, or its answer: the bridge tells. Asking for what is there already does no harm. */
function checkConnecting(moment: Moment, call: CallState, { bridges }: Found) {
  const legId = call.offer?.answeredLeg ?? call.legId;
  if (!legId || !call.bridgeId) return;
  const bridge = bridges.find(({ channelIds }) => channelIds.includes(call.callId) && channelIds.includes(legId));
  if (bridge) connected(moment, { kind: 'connected', callId: call.callId, legId });
  else command(moment, { kind: 'connect', callId: call.callId, legId, bridgeId: call.bridgeId });
}

function replayMusic(moment: Moment, call: CallState) {
  call.hears = 'nothing';
  moment.unrouted.add(call);
}

function adoptables({ channels, bridges }: PbxSnapshot): Adoptable[] {
  return channels.flatMap((channel) => {
    if (channel.role.kind !== 'caller') return [];
    const { channelId, role } = channel;
    const bridge = bridges.find(({ channelIds }) => channelIds.includes(channelId));
    // An outgoing call shares a bridge with its leg before the answer: only two that are up talk.
    const partner = channels.find(
      (other) =>
        channel.isUp &&
        other.isUp &&
        other.channelId !== channelId &&
        bridge?.channelIds.includes(other.channelId) &&
        other.role.kind === 'leg',
    );
    const talk =
      bridge && partner?.role.kind === 'leg'
        ? { bridgeId: bridge.bridgeId, legId: partner.channelId, personId: partner.role.personId }
        : null;
    const { kind: _, ...arrival } = role;
    const legs = channels.filter(({ role: leg }) => leg.kind === 'leg' && leg.callId === channelId);
    return [{ channelId, arrival: { channelId, ...arrival }, isUp: channel.isUp, talk, legs }];
  });
}

const byArrival = (a: Adoptable, b: Adoptable) => a.arrival.arrivedAt - b.arrival.arrivedAt;

/** Calls of the ledger that the PBX no longer has: closed with the reason, so that each has its outcome. */
function closeForgotten(moment: Moment) {
  for (const remembered of moment.state.remembered.values()) {
    const call = forgottenCall(moment, remembered);
    closeOpenOffer(moment, call, remembered);
    const bridgedAt = remembered.bridgedAt;
    write(moment, call, {
      type: 'call.ended',
      outcome: bridgedAt === null ? 'lost_in_gap' : 'answered',
      cause: null,
      endedBy: 'system',
      waitMs: (bridgedAt ?? moment.at) - remembered.arrivedAt,
      talkMs: bridgedAt === null ? 0 : moment.at - bridgedAt,
    });
  }
  moment.state.remembered.clear();
}

function forgottenCall({ state }: Moment, remembered: RememberedCall): CallState {
  const arrival = { ...remembered, channelId: remembered.callId, side: 'trunk' as const, endpoint: null };
  const call = callOf(state, arrival, {
    direction: remembered.direction,
    line: (remembered.lineId && state.lines.get(remembered.lineId)) || null,
    from: personById(state, remembered.fromPersonId),
    to: personById(state, remembered.toPersonId),
  });
  call.seq = remembered.lastSeq;
  return call;
}

/** Legs and bridges of ours that no call knows. */
function endStrays(moment: Moment, { channels, bridges }: PbxSnapshot) {
  const { state } = moment;
  for (const { channelId, role } of channels) {
    if (role.kind === 'leg' && !state.callByLeg.has(channelId)) {
      command(moment, { kind: 'hang_up', channelId, cause: 'cancelled' });
    }
  }
  const isCarried = (channelId: string) => state.calls.has(channelId) || state.callByLeg.has(channelId);
  for (const { bridgeId, channelIds } of bridges) {
    if (!channelIds.some(isCarried)) command(moment, { kind: 'drop_bridge', bridgeId });
  }
}
