import type { CallMessages, PopView } from '../../../server/calls/contract.ts';
import type { PersonStateView, PresenceMessages } from '../../../server/presence/contract.ts';
import { judgeSeq } from '../live/seq-gap.ts';

type Message<Name extends keyof CallMessages> = Parameters<CallMessages[Name]>[0];

/** Everything the person's own room has told this page. */
export interface DeskState {
  /** Of the last message taken; null before the first snapshot. */
  readonly seq: number | null;
  /** The server's clock minus this computer's: turns the server's moments into ours. */
  readonly skewMs: number;
  readonly pops: readonly PopView[];
  readonly wrapUp: { readonly callId: string; readonly until: number } | null;
  /** The talk that just ended: its card and note stay until the next one or until put away. */
  readonly finished: PopView | null;
  readonly own: PersonStateView | null;
  /** A message is missing: the snapshot has to be asked for. */
  readonly isStale: boolean;
}

export const emptyDesk: DeskState = {
  seq: null,
  skewMs: 0,
  pops: [],
  wrapUp: null,
  finished: null,
  own: null,
  isStale: false,
};

export type DeskEvent =
  | { readonly type: 'snapshot'; readonly message: Message<'desk.snapshot'>; readonly now: number }
  | { readonly type: 'offered'; readonly message: Message<'call.offered'> }
  | { readonly type: 'withdrawn'; readonly message: Message<'call.withdrawn'> }
  | { readonly type: 'own_state'; readonly message: Parameters<PresenceMessages['presence.changed']>[0] }
  | { readonly type: 'logged'; readonly message: Message<'call.logged'> }
  | { readonly type: 'put_away' };

/** The desk after one more message. A repeated message changes nothing; after a gap nothing but a snapshot counts as fresh. */
export function nextDesk(desk: DeskState, event: DeskEvent): DeskState {
  if (event.type === 'put_away') return { ...desk, finished: null };
  if (event.type === 'snapshot') return fromSnapshot(desk, event.message, event.now);

  const verdict = judgeSeq(desk.seq, event.message.seq);
  if (verdict === 'already_known') return desk;
  if (verdict === 'gap') return { ...changed(desk, event), isStale: true };
  return { ...changed(desk, event), seq: event.message.seq };
}

function fromSnapshot(desk: DeskState, message: Message<'desk.snapshot'>, now: number): DeskState {
  const vanished = desk.pops.find(
    (pop) => pop.state !== 'ringing' && !message.pops.some(({ callId }) => callId === pop.callId),
  );
  return {
    ...desk,
    seq: message.seq,
    skewMs: message.serverTime - now,
    pops: message.pops,
    own: message.own,
    wrapUp: message.own && wrapUpOf(message.own),
    finished: message.pops.some((pop) => pop.state !== 'ringing') ? null : (vanished ?? desk.finished),
    isStale: false,
  };
}

type ChangeEvent = Exclude<DeskEvent, { type: 'snapshot' | 'put_away' }>;

function changed(desk: DeskState, event: ChangeEvent): DeskState {
  switch (event.type) {
    case 'offered':
      return withPop(desk, event.message.pop);
    case 'withdrawn':
      return withoutPop(desk, event.message.callId);
    case 'own_state':
      return { ...desk, own: event.message.state, wrapUp: wrapUpOf(event.message.state) };
    case 'logged':
      return desk;
  }
}

function withPop(desk: DeskState, pop: PopView): DeskState {
  const isKnown = desk.pops.some(({ callId }) => callId === pop.callId);
  const pops = isKnown ? desk.pops.map((one) => (one.callId === pop.callId ? pop : one)) : [...desk.pops, pop];
  return { ...desk, pops, finished: pop.state === 'ringing' ? desk.finished : null };
}

function withoutPop(desk: DeskState, callId: string): DeskState {
  const gone = desk.pops.find((pop) => pop.callId === callId);
  const pops = desk.pops.filter((pop) => pop.callId !== callId);
  return { ...desk, pops, finished: gone && gone.state !== 'ringing' ? gone : desk.finished };
}

const wrapUpOf = ({ work, callId, until }: PersonStateView) =>
  work === 'wrap_up' && callId !== null && until !== null ? { callId, until } : null;

/** What the person is working on: the talk, else the one just ended. Ringing calls are only announced. */
export const workspaceOf = (desk: DeskState): PopView | null =>
  desk.pops.find((pop) => pop.state !== 'ringing') ?? desk.finished;

export const ringingOf = (desk: DeskState) => desk.pops.filter((pop) => pop.state === 'ringing');
