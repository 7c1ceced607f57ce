import { expect, test } from 'vitest';
import { iryna, oksanaFree, ringing } from '../../test/cast.ts';
import { type DeskEvent, emptyDesk, nextDesk, ringingOf, workspaceOf } from './desk-state.ts';

const talking = { ...ringing, state: 'talking', talkingSince: 1_000 } as const;
const snapshot = (seq: number, pops: readonly (typeof ringing | typeof talking)[] = []): DeskEvent => ({
  type: 'snapshot',
  message: { seq, serverTime: 5_000, pops, own: oksanaFree },
  now: 4_000,
});
const offered = (seq: number, pop: typeof ringing | typeof talking = ringing): DeskEvent => ({
  type: 'offered',
  message: { seq, pop },
});
const withdrawn = (seq: number, because: 'caller_left' | 'ended'): DeskEvent => ({
  type: 'withdrawn',
  message: { seq, callId: ringing.callId, because },
});
const after = (...events: readonly DeskEvent[]) => events.reduce(nextDesk, emptyDesk);

test('a ringing call is announced and is not yet what the person works on', () => {
  const desk = after(snapshot(1), offered(2));
  expect(ringingOf(desk).map(({ callId }) => callId)).toEqual([ringing.callId]);
  expect(workspaceOf(desk)).toBeNull();
});

test('the same call offered again replaces its pop', () => {
  const desk = after(snapshot(1), offered(2, { ...ringing, matches: null }), offered(3));
  expect(desk.pops).toHaveLength(1);
  expect(desk.pops[0]?.matches).toEqual([iryna]);
});

test('a repeated message changes nothing', () => {
  const desk = after(snapshot(1), offered(2), withdrawn(3, 'caller_left'));
  expect(nextDesk(desk, offered(2))).toBe(desk);
});

test('a gap asks for the snapshot, and the snapshot heals it', () => {
  const gapped = after(snapshot(1), offered(4));
  expect(gapped.isStale).toBe(true);
  expect(nextDesk(gapped, snapshot(6, [ringing]))).toMatchObject({ isStale: false, seq: 6 });
});

test('a caller who left before the answer leaves nothing behind', () => {
  expect(workspaceOf(after(snapshot(1), offered(2), withdrawn(3, 'caller_left')))).toBeNull();
});

test('a talk that ended stays for its note until put away', () => {
  const desk = after(snapshot(1), offered(2, talking), withdrawn(3, 'ended'));
  expect(workspaceOf(desk)?.callId).toBe(ringing.callId);
  expect(workspaceOf(nextDesk(desk, { type: 'put_away' }))).toBeNull();
});

test('a talk that ended while the connection was lost stays for its note too', () => {
  expect(workspaceOf(after(snapshot(1, [talking]), snapshot(9)))?.callId).toBe(ringing.callId);
});

test('a new ringing call does not push aside the note of the last one', () => {
  const other = { ...ringing, callId: 'other' };
  const desk = after(snapshot(1), offered(2, talking), withdrawn(3, 'ended'), offered(4, other));
  expect(workspaceOf(desk)?.callId).toBe(ringing.callId);
});

test('the server clock is told from this computer’s', () => {
  expect(after(snapshot(1)).skewMs).toBe(1_000);
});

test('wrap-up is read from the person’s own state', () => {
  const own = { ...oksanaFree, work: 'wrap_up', callId: ringing.callId, until: 9_000 } as const;
  const desk = after({ type: 'snapshot', message: { seq: 1, serverTime: 0, pops: [], own }, now: 0 });
  expect(desk.wrapUp).toEqual({ callId: ringing.callId, until: 9_000 });
});
