import type { EndCause, PbxCommand, Signal } from '../pbx.ts';
import { callerIdText } from './caller-id-text.ts';
import { legArgs, legVariable } from './channel-role.ts';
import type { AriAnswer, AriRequest } from './transport.ts';

export interface CommandDeps {
  readonly request: (request: AriRequest) => Promise<AriAnswer>;
  readonly signal: (signal: Signal) => void;
  readonly application: string;
  /** The PJSIP endpoint outside numbers are dialled through. */
  readonly trunk: string;
  /** Callers we let music play for: it has to stop before they talk. */
  readonly hearMusic: Set<string>;
}

type Command<Kind extends PbxCommand['kind']> = Extract<PbxCommand, { kind: Kind }>;

/** Carries a command out. What goes wrong comes back as a signal; a lost answer as none, the next snapshot tells. */
export async function carryOut(command: PbxCommand, deps: CommandDeps): Promise<void> {
  switch (command.kind) {
    case 'ring_back':
      await deps.request(post(`channels/${idOf(command.channelId)}/ring`));
      return;
    case 'play_music':
      return playMusic(command, deps);
    case 'ring_phone':
      return ringPhone(command, deps);
    case 'dial_outside':
      return dialOutside(command, deps);
    case 'connect':
      return connect(command, deps);
    case 'hang_up':
      await deps.request(hangUp(command.channelId, command.cause));
      return;
    case 'refuse_unknown_number':
      return refuseUnknownNumber(command, deps);
    case 'drop_bridge':
      await deps.request({ method: 'DELETE', uri: `bridges/${idOf(command.bridgeId)}` });
      return;
  }
}

async function playMusic({ channelId, musicClass }: Command<'play_music'>, { request, hearMusic }: CommandDeps) {
  hearMusic.add(channelId);
  await request(post(`channels/${idOf(channelId)}/answer`));
  await request(post(`channels/${idOf(channelId)}/moh`, { mohClass: musicClass }));
}

async function ringPhone(command: Command<'ring_phone'>, { request, signal, application }: CommandDeps) {
  const { callId, legId, endpoint } = command;
  const args = legArgs('leg', command);
  const query = {
    endpoint: `PJSIP/${endpoint}`,
    app: application,
    appArgs: args,
    callerId: callerIdText(command.callerName, command.callerNumber),
    timeout: command.ringSeconds,
    originator: callId,
  };
  const answer = await request(post(`channels/${idOf(legId)}`, query, { variables: { [legVariable]: args } }));
  if (isRefused(answer)) signal({ kind: 'ended', channelId: legId, cause: causeOfRefusal(answer) });
}

/** «Allocation failed»: no such endpoint, or no phone registered at it. */
const causeOfRefusal = ({ status }: AriAnswer): EndCause => (status === 500 ? 'unreachable' : 'failed');

/** A channel id that is taken means that the command is a repetition: the leg is on its way. */
const isRefused = ({ outcome, status }: AriAnswer) => outcome === 'refused' && status !== 409;

/** Where caller and leg hear each other before the answer. It ends with the leg, or when the two are connected. */
const earlyBridge = (legId: string) => `early-${legId}`;

/** The caller joins the leg before it is dialled: so they hear what the network says (tones, announcements). */
async function dialOutside(command: Command<'dial_outside'>, { request, signal, application, trunk }: CommandDeps) {
  const { callId, legId, number, callerId, ringSeconds } = command;
  const leg = idOf(legId);
  const bridge = earlyBridge(legId);
  const create = {
    endpoint: `PJSIP/${number}@${trunk}`,
    app: application,
    appArgs: legArgs('out', command),
    channelId: legId,
    originator: callId,
  };
  const answers = await Promise.all([
    request(post('channels/create', create)),
    request(post(`bridges/${idOf(bridge)}`, { type: 'mixing' })),
  ]);
  if (!answers.some(isRefused)) {
    const [joined] = await Promise.all([
      request(post(`bridges/${idOf(bridge)}/addChannel`, { channel: `${callId},${legId}` })),
      request(post(`channels/${leg}/variable`, { variable: 'CONNECTEDLINE(num,i)', value: callerId })),
    ]);
    const dialled = isRefused(joined)
      ? joined
      : await request(post(`channels/${leg}/dial`, { caller: callId, timeout: ringSeconds }));
    if (!isRefused(dialled)) return;
    await request({ method: 'DELETE', uri: `channels/${leg}` });
  }
  await request({ method: 'DELETE', uri: `bridges/${idOf(bridge)}` });
  signal({ kind: 'ended', channelId: legId, cause: 'failed' });
}

async function connect({ callId, legId, bridgeId }: Command<'connect'>, { request, signal, hearMusic }: CommandDeps) {
  const bridge = idOf(bridgeId);
  const first = [
    request(post(`channels/${idOf(callId)}/answer`)),
    request(post(`bridges/${bridge}`, { type: 'mixing' })),
  ];
  if (hearMusic.delete(callId)) first.push(request({ method: 'DELETE', uri: `channels/${idOf(callId)}/moh` }));
  await Promise.all(first);
  const { outcome } = await request(post(`bridges/${bridge}/addChannel`, { channel: `${callId},${legId}` }));
  if (outcome === 'done') return signal({ kind: 'connected', callId, legId });
  if (outcome === 'refused') signal({ kind: 'connect_failed', callId, legId });
}

/**
 * The announcement is played as early media, without answering: an unknown number costs the caller nothing and the
 * network is told the true cause. `afterPlayback` hangs up.
 */
async function refuseUnknownNumber({ channelId }: Command<'refuse_unknown_number'>, { request }: CommandDeps) {
  const playbackId = `${refusal}${channelId}`;
  const answer = await request(
    post(`channels/${idOf(channelId)}/play/${idOf(playbackId)}`, { media: 'sound:ss-noservice' }),
  );
  if (answer.outcome === 'refused') await request(hangUp(channelId, 'no_such_number'));
}

const refusal = 'refuse-';

/** What is to be done when an announcement is over. */
export function afterPlayback(playbackId: string): AriRequest | undefined {
  return playbackId.startsWith(refusal) ? hangUp(playbackId.slice(refusal.length), 'no_such_number') : undefined;
}

/** What is to be done when a dialled leg is gone. */
export const afterOutsideLeg = (legId: string): AriRequest => ({
  method: 'DELETE',
  uri: `bridges/${idOf(earlyBridge(legId))}`,
});

const reasons = {
  hung_up: 'normal',
  no_answer: 'no_answer',
  busy: 'busy',
  declined: 'rejected',
  unreachable: 'no_answer',
  no_such_number: 'unallocated',
  answered_elsewhere: 'answered_elsewhere',
  cancelled: 'normal',
  failed: 'failure',
} as const satisfies Record<EndCause, string>;

/** A channel that is gone already answers 404, which is what was wanted. */
const hangUp = (channelId: string, cause: EndCause): AriRequest => ({
  method: 'DELETE',
  uri: `channels/${idOf(channelId)}`,
  query: { reason: reasons[cause] },
});

const post = (uri: string, query?: AriRequest['query'], body?: unknown): AriRequest => ({
  method: 'POST',
  uri,
  ...(query && { query }),
  ...(body !== undefined && { body }),
});

const idOf = encodeURIComponent;
