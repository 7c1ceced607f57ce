import type { PbxChannel, PbxSnapshot } from '../pbx.ts';
import { type ChannelRole, legVariable, roleFromArgs, roleOf } from './channel-role.ts';
import { isEarlyBridge } from './commands.ts';
import type { Application, Bridge, Channel, Endpoint } from './generated/ari-types.ts';
import { callerOf } from './translate.ts';

/** Reads one resource, parsed; null when it is not there. Rejects when the answer was lost. */
export type ReadAri = <T>(uri: string, query?: Record<string, string>) => Promise<T | null>;

/** What really is on the PBX. Endpoints are listed only here: with thousands of phones the list is heavy. */
export async function readSnapshot(read: ReadAri, application: string): Promise<PbxSnapshot> {
  const [channels, bridges, endpoints, own] = await Promise.all([
    read<Channel[]>('channels'),
    read<Bridge[]>('bridges'),
    read<Endpoint[]>('endpoints/PJSIP'),
    read<Application>(`applications/${application}`),
  ]);
  const up = new Set((channels ?? []).filter(({ state }) => state === 'Up').map(({ id }) => id));
  const ours = new Set(own?.channel_ids ?? []);
  const found = await Promise.all(
    (channels ?? []).map((channel) => channelFacts(channel, { read, application, ours })),
  );
  return {
    channels: found.filter((one) => one !== undefined),
    bridges: (bridges ?? [])
      .filter((bridge) => isTalk(bridge, up))
      .map(({ id, channels: channelIds }) => ({ bridgeId: id, channelIds })),
    devices: (endpoints ?? []).map(({ resource, state, channel_ids }) => ({
      endpoint: resource,
      state:
        state === 'online'
          ? channel_ids.length > 0
            ? 'in_use'
            : 'reachable'
          : state === 'offline'
            ? 'unreachable'
            : 'unknown',
    })),
  };
}

/** A caller who hears an outside number ring is not talking yet. */
const isTalk = ({ id, channels }: Bridge, up: ReadonlySet<string>) =>
  !isEarlyBridge(id) || channels.every((one) => up.has(one));

interface ChannelDeps {
  readonly read: ReadAri;
  readonly application: string;
  readonly ours: ReadonlySet<string>;
}

/** A leg that still rings is not in the application yet, but we are subscribed to it; its variable says what it is. */
async function channelFacts(
  channel: Channel,
  { read, application, ours }: ChannelDeps,
): Promise<PbxChannel | undefined> {
  const role =
    roleOf(channel, application) ?? (ours.has(channel.id) ? await roleFromVariable(channel, read) : undefined);
  if (!role) return undefined;
  return {
    channelId: channel.id,
    isUp: channel.state === 'Up',
    createdAt: Date.parse(channel.creationtime),
    role: pbxRole(role, channel),
  };
}

async function roleFromVariable(channel: Channel, read: ReadAri) {
  const uri = `channels/${encodeURIComponent(channel.id)}/variable`;
  const found = await read<{ value: string }>(uri, { variable: legVariable });
  return found ? roleFromArgs(found.value.split(','), channel) : undefined;
}

function pbxRole(role: ChannelRole, channel: Channel): PbxChannel['role'] {
  if (role.kind === 'caller') return { ...role, ...callerOf(channel) };
  return { ...role, kind: 'leg' };
}
