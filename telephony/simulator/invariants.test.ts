import { expect, test } from 'vitest';
import type { Effect } from '../hotline/effect.ts';
import type { Input } from '../hotline/input.ts';
import type { LedgerEntry } from '../hotline/ledger-entry.ts';
import type { HotlineState } from '../hotline/state.ts';
import type { PbxCommand } from '../pbx.ts';
import type { Engine } from './hotline-under-test.ts';
import { invariants } from './invariants.ts';
import { playStory, realEngine, storyStartsAt } from './play-story.ts';
import { drawStory } from './story.ts';

/** The real hot line with one thing wrong. */
type Fault = Partial<Engine<HotlineState>>;

/** Hears its inputs wrongly. */
const hearing = (change: (input: Input) => Input | null): Fault => ({
  step: (state, input) => {
    const heard = change(input);
    return heard === null ? [] : realEngine.step(state, heard);
  },
});

/** Does something else than it decided. */
const doing = (change: (effect: Effect) => readonly Effect[]): Fault => ({
  step: (state, input) => realEngine.step(state, input).flatMap(change),
});

const writing = (change: (entry: LedgerEntry) => readonly LedgerEntry[]): Fault =>
  doing((effect) =>
    effect.kind === 'ledger' ? change(effect.entry).map((entry) => ({ kind: 'ledger', entry }) as const) : [effect],
  );

const commanding = (change: (command: PbxCommand) => readonly PbxCommand[]): Fault =>
  doing((effect) =>
    effect.kind === 'pbx' ? change(effect.command).map((command) => ({ kind: 'pbx', command }) as const) : [effect],
  );

const lines = (change: { maxWaiting?: number; queueLimitSeconds?: number; priority?: number }): Fault =>
  hearing((input) => (input.kind === 'put_line' ? { ...input, line: { ...input.line, ...change } } : input));

const faults: readonly (readonly [invariant: string, fault: Fault])[] = [
  ['entries of a stream count 1, 2, 3 without a gap', writing((e) => (e.seq === 3 ? [] : [e]))],
  ['each call has exactly one outcome', writing((e) => (e.stream === 'call' && e.type === 'call.ended' ? [] : [e]))],
  [
    'each call has exactly one outcome',
    writing((e) => (e.stream === 'call' && e.type === 'call.ended' ? [e, e] : [e])),
  ],
  [
    'an outcome agrees with what happened',
    writing((e) => (e.stream === 'call' && e.type === 'call.ended' ? [{ ...e, outcome: 'answered' }] : [e])),
  ],
  [
    'an outcome agrees with what happened',
    writing((e) => (e.stream === 'call' && e.type === 'call.ended' ? [{ ...e, waitMs: e.waitMs + 1 }] : [e])),
  ],
  [
    'a person has at most one offer',
    writing((e) => (e.stream === 'call' && e.type === 'queue.offer_made' ? [{ ...e, personId: 'person-1' }] : [e])),
  ],
  [
    'each offer has one result',
    writing((e) => (e.stream === 'call' && e.type === 'queue.offer_result' ? [e, e] : [e])),
  ],
  [
    'a call is answered by one person once',
    writing((e) => (e.stream === 'call' && e.type === 'call.bridged' ? [e, e] : [e])),
  ],
  [
    "a person's intervals follow each other",
    writing((e) => (e.stream === 'person' ? [{ ...e, at: e.at - 3_600_000 * (e.seq % 2) }] : [e])),
  ],
  [
    'nobody is rung whose status or device refuses',
    hearing((input) =>
      input.kind === 'put_statuses'
        ? { ...input, statuses: input.statuses.map((rule) => ({ ...rule, acceptsHotline: true })) }
        : input,
    ),
  ],
  [
    'nobody is rung whose status or device refuses',
    hearing((input) => (input.kind === 'signal' && input.signal.kind === 'device' ? null : input)),
  ],
  [
    'a phone rings for a call that is offered to its person',
    commanding((c) => [c.kind === 'ring_phone' ? { ...c, personId: 'somebody' } : c]),
  ],
  ['callers of a pool are served by rank', lines({ priority: -5 })],
  [
    'nobody waits while somebody of the pool is free',
    writing((e) => (e.stream === 'person' ? [{ ...e, obstacle: null }] : [e])),
  ],
  ['a queue takes no more than its limit and nobody longer', lines({ maxWaiting: 1_000 })],
  ['a queue takes no more than its limit and nobody longer', lines({ queueLimitSeconds: 100_000 })],
  [
    'what keeps calls from a person is true',
    writing((e) => (e.stream === 'person' ? [{ ...e, obstacle: 'talking' }] : [e])),
  ],
  [
    'what keeps calls from a person is true',
    writing((e) => (e.stream === 'person' ? [{ ...e, obstacle: null }] : [e])),
  ],
  ['no deadline is forgotten', { nextDeadline: () => storyStartsAt + 1 }],
  ['no channel stays without a call', commanding((c) => (c.kind === 'hang_up' ? [] : [c]))],
  [
    'no call stays without its caller',
    hearing((input) => (input.kind === 'signal' && input.signal.kind === 'ended' ? null : input)),
  ],
  [
    'an answered call is bridged to exactly the one person',
    writing((e) => (e.stream === 'call' && e.type === 'call.bridged' ? [{ ...e, personId: 'somebody' }] : [e])),
  ],
  [
    'wrap-up ends by its deadline',
    writing((e) => (e.stream === 'person' && e.work === 'wrap_up' ? [{ ...e, until: e.at }] : [e])),
  ],
  ['wrap-up ends by its deadline', writing((e) => (e.stream === 'person' ? [{ ...e, until: null }] : [e]))],
  [
    'the ledger says what is shown',
    { shownOf: (state, id) => ({ ...(realEngine.shownOf(state, id) ?? expect.fail()), shown: 'lunch' }) },
  ],
  ['everybody is at rest in the end', writing((e) => (e.stream === 'person' ? [{ ...e, work: 'wrap_up' }] : [e]))],
];

test.each(faults)('«%s» fails when it does not hold', (name, fault) => {
  const asked = invariants.filter((invariant) => invariant.name === name);
  expect(breachesOf({ ...realEngine, ...fault }, asked)).toContain(name);
});

function breachesOf(engine: Engine<HotlineState>, asked: typeof invariants): string[] {
  const broken: string[] = [];
  for (let seed = 1; seed <= 60 && broken.length === 0; seed += 1) {
    const { breach } = playStory(drawStory(seed), engine, { invariants: asked });
    if (breach) broken.push(breach.invariant);
  }
  return broken;
}

test('each invariant has a fault that breaks it', () => {
  expect(new Set(faults.map(([name]) => name))).toEqual(new Set(invariants.map(({ name }) => name)));
});
