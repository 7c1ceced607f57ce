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
  readonly live: LiveChannels;
}

/** What has to be remembered of channels while they last. */
export interface LiveChannels {
  /** Callers we let music play for: it has to stop before they talk. */
  readonly hearMusic: Set<string>;
  /** Legs we dialled. Those in `early` shared a bridge with the caller before the answer. */
  readonly legs: Set<string>;
  readonly early: Set<string>;
}

export const noLiveChannels = (): LiveChannels => ({ hearMusic: new Set(), legs: new Set(), early: new Set() });

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

async function playMusic({ channelId, musicClass }: Command<'play_music'>, { request, live }: CommandDeps) {
  live.hearMusic.add(channelId);
  await request(post(`channels/${idOf(channelId)}/answer`));
  await request(post(`channels/${idOf(channelId)}/moh`, { mohClass: musicClass }));
}

async function ringPhone(command: Command<'ring_phone'>, { request, signal, application, live }: CommandDeps) {
  const { callId, legId, endpoint } = command;
  live.legs.add(legId);
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
  if (isRefused(answer) && live.legs.delete(legId))
    signal({ kind: 'ended', channelId: legId, cause: causeOfRefusal(answer) });
}

/** «Allocation failed»: no such endpoint, or no phone registered at it. */
const causeOfRefusal = ({ status }: AriAnswer): EndCause => (status === 500 ? 'unreachable' : 'failed');

/** A channel id that is taken means that the command is a repetition: the leg is on its way. */
const isRefused = ({ outcome, status }: AriAnswer) => outcome === 'refused' && status !== 409;

/** Where caller and outside leg hear each other, before the answer and after it. It ends with the leg. */
const earlyBridge = (legId: string) => `early-${legId}`;
export const isEarlyBridge = (bridgeId: string) => bridgeId.startsWith(earlyBridge(''));

/** The caller joins the leg before it is dialled: so they hear what the network says (tones, announcements). */
async function dialOutside(
  command: Command<'dial_outside'>,
  { request, signal, application, trunk, live }: CommandDeps,
) {
  const { callId, legId, number, callerId, ringSeconds } = command;
  const leg = `channels/${idOf(legId)}`;
  const bridge = `bridges/${idOf(earlyBridge(legId))}`;
  live.legs.add(legId);
  live.early.add(legId);
  const create = {
    // An `&` would ring a second endpoint: nothing but what a telephone can dial goes out.
    endpoint: `PJSIP/${number.replace(/[^0-9+*#]/g, '')}@${trunk}`,
    app: application,
    appArgs: legArgs('out', command),
    channelId: legId,
    originator: callId,
  };
  const isDone = async (...requests: AriRequest[]) => !(await Promise.all(requests.map(request))).some(isRefused);
  const isDialled =
    (await isDone(post('channels/create', create), post(bridge, { type: 'mixing' }))) &&
    (await isDone(post(`${bridge}/addChannel`, { channel: `${callId},${legId}` }))) &&
    // Only now, as joining the bridge shows the leg the caller's own number; naming the caller to `dial` would do so again.
    (await isDone(post(`${leg}/variable`, { variable: 'CONNECTEDLINE(all,i)', value: callerIdText('', callerId) }))) &&
    (await isDone(post(`${leg}/dial`, { timeout: ringSeconds })));
  if (isDialled) return;
  const isNews = live.legs.delete(legId);
  live.early.delete(legId);
  await Promise.all([{ method: 'DELETE', uri: leg } as const, { method: 'DELETE', uri: bridge } as const].map(request));
  if (isNews) signal({ kind: 'ended', channelId: legId, cause: 'failed' });
}

async function connect(command: Command<'connect'>, deps: CommandDeps) {
  const { callId, legId } = command;
  const { outcome } = await (deps.live.early.has(legId) ? answerEarly(command, deps) : putTogether(command, deps));
  if (outcome === 'done') return deps.signal({ kind: 'connected', callId, legId });
  if (outcome === 'refused') deps.signal({ kind: 'connect_failed', callId, legId });
}

/** The two hear each other already; moving them to another bridge would cut the first half second of the talk. */
const answerEarly = ({ callId }: Command<'connect'>, { request }: CommandDeps) =>
  request(post(`channels/${idOf(callId)}/answer`));

async function putTogether({ callId, legId, bridgeId }: Command<'connect'>, { request, live }: CommandDeps) {
  const bridge = idOf(bridgeId);
  const first = [
    request(post(`channels/${idOf(callId)}/answer`)),
    request(post(`bridges/${bridge}`, { type: 'mixing' })),
  ];
  if (live.hearMusic.delete(callId)) first.push(request({ method: 'DELETE', uri: `channels/${idOf(callId)}/moh` }));
  await Promise.all(first);
  const answer = await request(post(`bridges/${bridge}/addChannel`, { channel: `${callId},${legId}` }));
  if (answer.outcome === 'refused') await request({ method: 'DELETE', uri: `bridges/${bridge}` });
  return answer;
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

/** What is to be done when an outside leg is gone. */
export const afterEarlyLeg = (legId: string): AriRequest => ({
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
