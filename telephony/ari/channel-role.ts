import type { ArrivalSide } from '../pbx.ts';
import type { Channel } from './generated/ari-types.ts';

/**
 * What a channel is to us, told by the arguments of our Stasis application: the dialplan gives a caller's, the command
 * gives a leg's.
 *
 * `leg`: a phone we ring; it enters the application when it answers. `out`: an outside number we dial; it is in the
 * application from the start, so that the caller hears its early media.
 */
export type ChannelRole =
  | {
      readonly kind: 'caller';
      readonly side: ArrivalSide;
      readonly arrivedAt: number;
      readonly endpoint: string | null;
      readonly dialled: string;
    }
  | {
      readonly kind: 'leg' | 'out';
      readonly callId: string;
      readonly personId: string | null;
      readonly endpoint: string | null;
    };

/** Undefined: not ours. What was dialled comes last since it may hold commas. */
export function roleFromArgs(args: readonly string[], channel: Channel): ChannelRole | undefined {
  const [kind, first = '', second = '', ...rest] = args;
  switch (kind) {
    case 'trunk':
    case 'phone':
      return {
        kind: 'caller',
        side: kind,
        arrivedAt: Number(first) || Date.parse(channel.creationtime),
        endpoint: kind === 'phone' && second !== '' ? second : null,
        dialled: rest.join(','),
      };
    case 'leg':
    case 'out':
      return { kind, callId: first, personId: second || null, endpoint: rest[0] || null };
    default:
      return undefined;
  }
}

/** The role of a channel that is in the application, whatever event brought it. */
export function roleOf(channel: Channel, application: string): ChannelRole | undefined {
  const { app_name, app_data } = channel.dialplan;
  if (app_name !== 'Stasis') return undefined;
  const [name, ...args] = app_data.split(',');
  return name === application ? roleFromArgs(args, channel) : undefined;
}

/** The arguments a leg is dialled with, and the value of its variable `DZVIN_LEG`, read while it does not answer yet. */
export const legArgs = (kind: 'leg' | 'out', leg: { callId: string; personId?: string; endpoint?: string }) =>
  [kind, leg.callId, leg.personId ?? '', leg.endpoint ?? ''].join(',');

export const legVariable = 'DZVIN_LEG';
