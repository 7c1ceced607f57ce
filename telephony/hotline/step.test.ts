import { describe, expect, test } from 'vitest';
import { HotlineInTest, ivan, maria, oksana, petro, taras } from '../../test/cast/hotline-cast.ts';
import type { EndCause } from '../pbx.ts';
import type { OfferResult, Work } from './ledger-entry.ts';

describe('who takes the call (R-132, D-13)', () => {
  test('rings whoever is idle longest', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.call('c1');
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('prefers the manager of the client to the longest idle', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.call('c1', { managerId: 'oksana' });
    expect(hotline.rung('c1')).toBe('oksana');
    expect(hotline.last('c1', 'queue.offer_made')?.reason).toBe('manager');
  });

  test('prefers the manager to who last talked, and who last talked to the longest idle', () => {
    const hotline = new HotlineInTest([petro, oksana, maria]);
    hotline.call('c1', { managerId: 'oksana', lastTalkedId: 'maria' });
    hotline.call('c2', { managerId: 'oksana', lastTalkedId: 'maria' });
    expect([hotline.rung('c1'), hotline.rung('c2')]).toEqual(['oksana', 'maria']);
  });

  test('a busy manager is passed over, and the trace says why', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.choose('oksana', 'with_client');
    hotline.call('c1', { managerId: 'oksana' });
    expect(hotline.last('c1', 'queue.offer_made')).toMatchObject({
      personId: 'petro',
      reason: 'longest_idle',
      trace: { wanted: [{ personId: 'oksana', as: 'manager', obstacle: 'status_refuses' }], freePeople: 1 },
    });
  });

  test('heeds no status of a person without the tick: the device decides (R-129)', () => {
    const hotline = new HotlineInTest([taras]);
    hotline.choose('taras', 'break');
    hotline.call('c1');
    expect(hotline.rung('c1')).toBe('taras');
  });

  test('a device that is busy with something else keeps calls away', () => {
    const hotline = new HotlineInTest([taras]);
    hotline.signal({ kind: 'device', endpoint: '105', state: 'in_use' });
    hotline.call('c1');
    expect(hotline.rung('c1')).toBeNull();
    hotline.signal({ kind: 'device', endpoint: '105', state: 'reachable' });
    expect(hotline.rung('c1')).toBe('taras');
  });

  test('the look-up is waited for 20 ms, not longer', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.signal({
      kind: 'arrived',
      channelId: 'c1',
      side: 'trunk',
      callerNumber: '0501234567',
      callerName: '',
      dialled: '5000',
      endpoint: null,
      arrivedAt: hotline.now,
    });
    expect(hotline.rung('c1')).toBeNull();
    hotline.wait(0.02);
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('people of a project serve its line; the common pool joins in after 30 s (D-11)', () => {
    const hotline = new HotlineInTest([ivan, petro]);
    hotline.choose('ivan', 'break');
    hotline.call('c1', { dialled: '6000' });
    expect(hotline.rung('c1')).toBeNull();
    hotline.wait(30);
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('a person of a project is not rung for another line (acceptance 11)', () => {
    const hotline = new HotlineInTest([ivan]);
    hotline.call('c1', { dialled: '5000' });
    expect(hotline.rung('c1')).toBeNull();
  });

  test('an unknown number is announced and ends with one outcome', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1', { dialled: '7777' });
    expect(hotline.commands('refuse_unknown_number')).toHaveLength(1);
    expect(hotline.last('c1', 'call.ended')?.outcome).toBe('unknown_number');
  });
});

describe('a call for one person (R-132, acceptance 10)', () => {
  test('rings them when they are free', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.call('c1', { dialled: '0445001001' });
    expect(hotline.rung('c1')).toBe('oksana');
  });

  test('passes to somebody free while they work with clients, and says so once', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.choose('oksana', 'with_client');
    hotline.call('c1', { dialled: '+380445001001' });
    expect(hotline.rung('c1')).toBe('petro');
    expect(hotline.ledger('c1').filter(({ type }) => type === 'call.passed_on')).toHaveLength(1);
    expect(hotline.last('c1', 'call.passed_on')).toMatchObject({ fromPersonId: 'oksana', because: 'status_waiting' });
  });

  test('passes on when they do not pick up', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.call('c1', { dialled: '0445001001' });
    hotline.legEnds('c1', 'no_answer');
    expect(hotline.rung('c1')).toBe('petro');
    expect(hotline.shown('oksana').shownBecause).toBeNull();
  });

  test('an internal call rings the colleague alone and ends when they decline', () => {
    const hotline = new HotlineInTest([petro, oksana, maria]);
    hotline.dial('c1', '102', '101');
    expect(hotline.rung('c1')).toBe('oksana');
    hotline.legEnds('c1', 'declined');
    expect(hotline.last('c1', 'call.ended')?.outcome).toBe('declined');
    expect(hotline.shown('petro').work).toBe('idle');
  });
});

describe('an offer that is not answered (C3)', () => {
  test.each<[string, EndCause, boolean, OfferResult, Work]>([
    ['rung out is missed and takes the person out', 'no_answer', true, 'missed', 'not_responding'],
    ['declined is not missed', 'declined', true, 'declined', 'idle'],
    ['busy is not missed', 'busy', false, 'busy', 'idle'],
    ['a phone that never rang was not missed by anybody', 'no_answer', false, 'unreachable', 'unreachable'],
    ['a phone that cannot be reached', 'unreachable', false, 'unreachable', 'unreachable'],
  ])('%s', (_rule, cause, rang, result, work) => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.legEnds('c1', cause, { rang });
    expect(hotline.last('c1', 'queue.offer_result')).toMatchObject({ result, cause });
    expect(hotline.shown('petro').work).toBe(work);
  });

  test('a missed offer shows «Відсутній» until the person says they are back; the chosen status stays (D-03)', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.legEnds('c1', 'no_answer');
    expect(hotline.shown('petro')).toMatchObject({ shown: 'absent', shownBecause: 'not_answered', presence: 'free' });
    hotline.feed({ kind: 'confirm_return', personId: 'petro' });
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('the caller keeps place and arrival through missed offers', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.call('c2');
    hotline.legEnds('c1', 'declined');
    expect(hotline.rung('c2')).toBeNull();
    hotline.wait(5);
    expect([hotline.rung('c1'), hotline.rung('c2')]).toEqual(['petro', null]);
  });

  test('the phone that registers again is believed after 5 s', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.legEnds('c1', 'unreachable', { rang: false });
    hotline.signal({ kind: 'device', endpoint: '102', state: 'unreachable' });
    hotline.signal({ kind: 'device', endpoint: '102', state: 'reachable' });
    hotline.wait(4.9);
    expect(hotline.rung('c1')).toBeNull();
    hotline.wait(0.1);
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('another status while the phone rings takes the offer away first; the caller breathes a second', () => {
    const hotline = new HotlineInTest([petro, oksana]);
    hotline.call('c1');
    hotline.choose('petro', 'break');
    expect(hotline.last('c1', 'queue.offer_result')?.result).toBe('cancelled');
    expect(hotline.shown('petro').shown).toBe('break');
    expect(hotline.rung('c1')).toBeNull();
    hotline.wait(1);
    expect(hotline.rung('c1')).toBe('oksana');
  });
});

describe('the queue', () => {
  test('first come, first served', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.choose('petro', 'break');
    hotline.call('c1');
    hotline.wait(1);
    hotline.call('c2');
    hotline.choose('petro', 'free');
    expect(hotline.rung('c1')).toBe('petro');
  });

  test('music plays while nobody is free, ringing while somebody is', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.call('c2');
    expect(hotline.commands('ring_back').map(({ channelId }) => channelId)).toEqual(['c1']);
    expect(hotline.commands('play_music').map(({ channelId }) => channelId)).toEqual(['c2']);
  });

  test('a full queue refuses', () => {
    const hotline = new HotlineInTest([]);
    for (const id of ['c1', 'c2', 'c3']) hotline.call(id);
    expect(hotline.last('c3', 'call.ended')?.outcome).toBe('queue_full');
    expect(hotline.last('c2', 'queue.entered')?.position).toBe(2);
  });

  test('the limit ends the wait, but not a ring that may still be answered', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.choose('petro', 'break');
    hotline.call('c1');
    hotline.call('c2');
    hotline.wait(290);
    hotline.choose('petro', 'free');
    hotline.wait(10);
    expect(hotline.last('c2', 'call.ended')?.outcome).toBe('queue_timeout');
    expect(hotline.rung('c1')).toBe('petro');
    hotline.legEnds('c1', 'declined');
    expect(hotline.last('c1', 'call.ended')?.outcome).toBe('queue_timeout');
  });

  test.each([
    ['while waiting', false, 'abandoned'],
    ['while a phone rings', true, 'abandoned_ringing'],
  ])('a caller who leaves %s', (_when, isRinging, outcome) => {
    const hotline = new HotlineInTest([petro]);
    if (!isRinging) hotline.choose('petro', 'break');
    hotline.call('c1');
    if (isRinging) hotline.signal({ kind: 'leg_ringing', channelId: hotline.legOf('c1') });
    hotline.hangUp('c1');
    expect(hotline.last('c1', 'call.ended')?.outcome).toBe(outcome);
    expect(hotline.shown('petro').work).toBe('idle');
  });
});

describe('an answered call', () => {
  test('is one person’s alone: the other phone of theirs stops ringing, a late answer is hung up', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.signal({ kind: 'device', endpoint: '102-web', state: 'reachable' });
    hotline.call('c1');
    const [desk, web] = hotline.commands('ring_phone').map(({ legId }) => legId);
    hotline.signal({ kind: 'leg_answered', channelId: web ?? '' });
    hotline.signal({ kind: 'leg_answered', channelId: desk ?? '' });
    expect(hotline.commands('connect').map(({ legId }) => legId)).toEqual([web]);
    expect(hotline.commands('hang_up').filter(({ channelId }) => channelId === desk)).toHaveLength(2);
  });

  test('shows «Робота з клієнтами», then «Обробка звернення» by its deadline, then the status chosen before', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.answer('c1');
    expect(hotline.shown('petro')).toMatchObject({ shown: 'with_client', work: 'talking', obstacle: 'talking' });
    hotline.wait(60);
    hotline.hangUp('c1');
    expect(hotline.last('c1', 'call.ended')).toMatchObject({ outcome: 'answered', talkMs: 60_000, endedBy: 'caller' });
    expect(hotline.shown('petro')).toMatchObject({ shown: 'wrap_up', until: hotline.now + 30_000 });
    hotline.wait(30);
    expect(hotline.shown('petro')).toMatchObject({ shown: 'free', obstacle: null });
  });

  test('the status chosen meanwhile is applied once, after wrap-up; the last choice wins', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.answer('c1');
    hotline.choose('petro', 'lunch');
    hotline.choose('petro', 'break');
    hotline.hangUp('c1');
    expect(hotline.shown('petro')).toMatchObject({ shown: 'wrap_up', nextPresence: 'break' });
    hotline.feed({ kind: 'end_wrap_up', personId: 'petro' });
    expect(hotline.shown('petro')).toMatchObject({ shown: 'break', nextPresence: null });
  });

  test('a call the person dials shows «Робота з клієнтами» and gives back «Перерва» (D-03)', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.choose('petro', 'break');
    hotline.dial('c1', '102', '0671112233');
    expect(hotline.commands('dial_outside')).toMatchObject([{ number: '0671112233' }]);
    expect(hotline.shown('petro')).toMatchObject({ shown: 'with_client', work: 'outbound' });
    hotline.signal({ kind: 'ended', channelId: 'c1-o', cause: 'busy' });
    expect(hotline.last('c1', 'call.ended')).toMatchObject({ outcome: 'busy', endedBy: 'far_end' });
    expect(hotline.shown('petro').shown).toBe('break');
  });

  test('signing out does not cut a live call', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.answer('c1');
    hotline.feed({ kind: 'signed_out', personId: 'petro' });
    expect(hotline.commands('hang_up')).toEqual([]);
    expect(hotline.shown('petro').work).toBe('talking');
  });
});

test('a person whose account is closed talks on; with the end of the talk the last word about them is «Відсутній»', () => {
  const hotline = new HotlineInTest([petro]);
  hotline.call('c1');
  hotline.answer('c1');
  hotline.feed({ kind: 'remove_person', personId: 'petro' });
  expect(hotline.commands('hang_up')).toEqual([]);
  hotline.hangUp('c1');
  expect(hotline.last('petro', 'agent.state')).toMatchObject({ shown: 'absent', work: 'idle', obstacle: 'no_phone' });
  expect(hotline.state.people.has('petro')).toBe(false);
});

test('signing in ends «Відсутній» for whoever wants it so, and leaves «Перерва» alone (D-13)', () => {
  const hotline = new HotlineInTest([{ ...petro, startsFree: true }, oksana]);
  for (const personId of ['petro', 'oksana']) {
    hotline.feed({ kind: 'signed_out', personId });
    hotline.feed({ kind: 'signed_in', personId });
    hotline.feed({ kind: 'console_online', personId });
  }
  expect([hotline.shown('petro').shown, hotline.shown('oksana').shown]).toEqual(['free', 'absent']);
  hotline.choose('petro', 'break');
  hotline.feed({ kind: 'signed_in', personId: 'petro' });
  expect(hotline.shown('petro').shown).toBe('break');
});

describe('a console that falls silent (C1)', () => {
  test('no calls while it reconnects; away after the grace; the chosen status comes back with it', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.feed({ kind: 'console_lost', personId: 'petro' });
    expect(hotline.shown('petro')).toMatchObject({ shown: 'free', obstacle: 'reconnecting' });
    hotline.wait(60);
    expect(hotline.shown('petro')).toMatchObject({ shown: 'absent', shownBecause: 'console_lost', presence: 'free' });
    hotline.feed({ kind: 'console_online', personId: 'petro' });
    expect(hotline.shown('petro')).toMatchObject({ shown: 'free', obstacle: null });
  });
});

describe('after a gap (C13)', () => {
  const callerOf = (callId: string, arrivedAt: number) => ({
    channelId: callId,
    isUp: true,
    createdAt: arrivedAt,
    role: {
      kind: 'caller',
      side: 'trunk',
      callerNumber: '0501234567',
      callerName: '',
      dialled: '5000',
      endpoint: null,
      arrivedAt,
    } as const,
  });
  const devices = [{ endpoint: '102', state: 'reachable' as const }];

  test('a talk goes on, a caller who hung up meanwhile is closed, a leg of nobody is ended', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.answer('c1');
    hotline.call('c2');
    hotline.feed({ kind: 'pbx_lost' });
    const leg = {
      channelId: 'c1-1d',
      isUp: true,
      createdAt: 0,
      role: { kind: 'leg', callId: 'c1', personId: 'petro', endpoint: '102' } as const,
    };
    const stray = { ...leg, channelId: 'gone-1d', role: { ...leg.role, callId: 'gone' } };
    hotline.feed({
      kind: 'pbx_connected',
      snapshot: {
        channels: [callerOf('c1', 0), leg, stray],
        bridges: [{ bridgeId: 'c1-b1', channelIds: ['c1', 'c1-1d'] }],
        devices,
      },
    });
    expect(hotline.shown('petro').work).toBe('talking');
    expect(hotline.last('c2', 'call.ended')?.outcome).toBe('lost_in_gap');
    expect(hotline.commands('hang_up').map(({ channelId }) => channelId)).toContain('gone-1d');
  });

  test('a person who left the talk meanwhile does not leave the caller alone in the bridge', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.call('c1');
    hotline.answer('c1');
    hotline.feed({ kind: 'pbx_lost' });
    hotline.feed({
      kind: 'pbx_connected',
      snapshot: { channels: [callerOf('c1', 0)], bridges: [{ bridgeId: 'c1-b1', channelIds: ['c1'] }], devices },
    });
    expect(hotline.last('c1', 'call.ended')).toMatchObject({ outcome: 'answered', endedBy: 'person' });
    expect(hotline.commands('hang_up').map(({ channelId }) => channelId)).toContain('c1');
  });

  test('a new process takes waiting callers on in their old order, whatever the order of the list', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.choose('petro', 'break');
    const fact = {
      direction: 'in',
      lineId: 'support',
      callerNumber: '0501234567',
      callerName: '',
      dialled: '5000',
      fromPersonId: null,
      toPersonId: null,
    } as const;
    for (const [callId, arrivedAt] of [
      ['late', 900_000],
      ['early', 800_000],
    ] as const) {
      hotline.feed({
        kind: 'restore_call',
        call: {
          ...fact,
          callId,
          lastSeq: 2,
          arrivedAt,
          offers: 0,
          openOffer: null,
          bridgedAt: null,
          talkingPersonId: null,
        },
      });
    }
    hotline.feed({
      kind: 'pbx_connected',
      snapshot: { channels: [callerOf('late', 900_000), callerOf('early', 800_000)], bridges: [], devices },
    });
    hotline.choose('petro', 'free');
    expect([hotline.rung('early'), hotline.rung('late')]).toEqual(['petro', null]);
    expect(hotline.last('early', 'queue.offer_made')?.seq).toBe(3);
  });

  test('a call of the ledger that the PBX no longer has is closed', () => {
    const hotline = new HotlineInTest([petro]);
    hotline.feed({
      kind: 'restore_call',
      call: {
        callId: 'c9',
        lastSeq: 4,
        direction: 'in',
        lineId: 'support',
        callerNumber: '1',
        callerName: '',
        dialled: '5000',
        fromPersonId: null,
        toPersonId: null,
        arrivedAt: 1,
        offers: 1,
        openOffer: { offerNo: 1, personId: 'petro' },
        bridgedAt: null,
        talkingPersonId: null,
      },
    });
    hotline.feed({ kind: 'pbx_connected', snapshot: { channels: [], bridges: [], devices } });
    expect(hotline.last('c9', 'call.ended')).toMatchObject({ seq: 6, outcome: 'lost_in_gap', endedBy: 'system' });
    expect(hotline.last('c9', 'queue.offer_result')).toMatchObject({ seq: 5, offerNo: 1, result: 'cancelled' });
  });
});

test('a call that was ended does not come back with its lingering channel', () => {
  const hotline = new HotlineInTest([petro]);
  hotline.call('c1', { dialled: '7777' });
  hotline.effects.length = 0;
  hotline.call('c1', { dialled: '7777' });
  expect(hotline.effects).toEqual([]);
  hotline.hangUp('c1');
  hotline.call('c1');
  expect(hotline.rung('c1')).toBe('petro');
});

test('a person who ends a call they dialled ends their own channel too', () => {
  const hotline = new HotlineInTest([petro]);
  hotline.dial('c1', '102', '0671112233');
  hotline.feed({ kind: 'hang_up_call', personId: 'petro', callId: 'c1' });
  expect(hotline.commands('hang_up').map(({ channelId }) => channelId)).toEqual(['c1-o', 'c1']);
});

test('signals about the unknown, the late and the repeated do nothing', () => {
  const hotline = new HotlineInTest([petro]);
  hotline.call('c1');
  hotline.answer('c1');
  hotline.hangUp('c1');
  hotline.effects.length = 0;
  hotline.hangUp('c1');
  hotline.signal({ kind: 'ended', channelId: 'c1-1d', cause: 'hung_up' });
  hotline.signal({ kind: 'connected', callId: 'c1', legId: 'c1-1d' });
  hotline.signal({ kind: 'device', endpoint: 'nobody', state: 'reachable' });
  hotline.feed({ kind: 'caller_known', callId: 'c1', managerId: null, lastTalkedId: null });
  expect(hotline.effects).toEqual([]);
});
