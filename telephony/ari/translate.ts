import type { DeviceState, Signal } from '../pbx.ts';
import { roleFromArgs, roleOf } from './channel-role.ts';
import { endCause } from './end-cause.ts';
import type {
  AriEvent,
  Channel,
  ChannelDestroyed,
  ChannelStateChange,
  StasisEnd,
  StasisStart,
} from './generated/ari-types.ts';

/** The events `translate` understands; no others are asked for. */
export const understoodEvents = [
  'StasisStart',
  'StasisEnd',
  'ChannelStateChange',
  'ChannelDestroyed',
  'ChannelHold',
  'ChannelUnhold',
  'DeviceStateChanged',
] as const satisfies readonly AriEvent['type'][];

/** What an event of Asterisk means to the hot line; undefined: nothing. */
export function translate(event: AriEvent, application: string): Signal | undefined {
  switch (event.type) {
    case 'StasisStart':
      return entered(event);
    case 'ChannelStateChange':
      return stateChanged(event, application);
    case 'StasisEnd':
      return left(event, application);
    case 'ChannelDestroyed':
      return destroyed(event);
    case 'ChannelHold':
      return { kind: 'held', channelId: event.channel.id };
    case 'ChannelUnhold':
      return { kind: 'resumed', channelId: event.channel.id };
    case 'DeviceStateChanged':
      return deviceChanged(event.device_state.name, event.device_state.state);
    default:
      return undefined;
  }
}

/** A phone we ring enters when it answers; an outside number we dial enters before it is dialled, which means nothing yet. */
function entered({ args, channel }: StasisStart): Signal | undefined {
  const role = roleFromArgs(args, channel);
  if (role?.kind === 'leg') return { kind: 'leg_answered', channelId: channel.id };
  if (role?.kind !== 'caller') return undefined;
  const { kind: _, ...facts } = role;
  return { kind: 'arrived', channelId: channel.id, ...callerOf(channel), ...facts };
}

/** Numbers with which the outside says that it will not tell. */
const withheld = /^(anonymous|unavailable|unknown|restricted|private|asterisk)$/i;

export function callerOf({ caller }: Channel) {
  const isWithheld = withheld.test(caller.number);
  return { callerNumber: isWithheld ? '' : caller.number, callerName: isWithheld ? '' : caller.name };
}

/** Callers change state too, by what we do with them: that is no news. */
function stateChanged({ channel }: ChannelStateChange, application: string): Signal | undefined {
  const role = roleOf(channel, application);
  if (role?.kind === 'caller') return undefined;
  if (channel.state === 'Ringing') return { kind: 'leg_ringing', channelId: channel.id };
  return channel.state === 'Up' && role?.kind === 'out' ? { kind: 'leg_answered', channelId: channel.id } : undefined;
}

/** A caller's end: their ChannelDestroyed often never comes, as leaving the application ends our subscription. */
function left({ channel }: StasisEnd, application: string): Signal | undefined {
  if (roleOf(channel, application)?.kind !== 'caller') return undefined;
  return { kind: 'ended', channelId: channel.id, cause: channel.state === 'Up' ? 'hung_up' : 'cancelled' };
}

/**
 * A leg's end: it always comes, and is the only sign of a leg that was never answered. A caller's may come as well, after
 * `ended` was said; the event does not tell them apart, so whoever listens keeps to the legs it knows.
 */
function destroyed({ channel, cause, tech_cause: techCause }: ChannelDestroyed): Signal {
  return { kind: 'ended', channelId: channel.id, cause: endCause({ cause, techCause, state: channel.state }) };
}

const deviceStates: Readonly<Record<string, DeviceState>> = {
  NOT_INUSE: 'reachable',
  INUSE: 'in_use',
  BUSY: 'in_use',
  RINGING: 'in_use',
  RINGINUSE: 'in_use',
  ONHOLD: 'in_use',
  UNAVAILABLE: 'unreachable',
  INVALID: 'unreachable',
};

function deviceChanged(name: string, state: string): Signal | undefined {
  if (!name.startsWith('PJSIP/')) return undefined;
  return { kind: 'device', endpoint: name.slice('PJSIP/'.length), state: deviceStates[state] ?? 'unknown' };
}
