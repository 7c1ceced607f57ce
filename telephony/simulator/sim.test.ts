import { expect, test } from 'vitest';
import type { HotlineState } from '../hotline/state.ts';
import type { Engine } from './hotline-under-test.ts';
import { playStory, realEngine } from './play-story.ts';
import { shrink } from './shrink.ts';
import { callersPerStory, drawStory, type Story } from './story.ts';
import { tellStory } from './tell-story.ts';

const firstSeed = 1;
const calls = 20_000;

test(`${calls} calls from seed ${firstSeed} on keep every rule, through faults and restarts`, {
  timeout: 120_000,
}, () => {
  const outcomes = new Set<string>();
  for (let seed = firstSeed; seed < firstSeed + calls / callersPerStory; seed += 1) {
    const story = drawStory(seed);
    const played = playStory(story, realEngine);
    if (played.breach) expect.fail(storyOfFailure(story, realEngine));
    for (const outcome of Object.keys(played.outcomes)) outcomes.add(outcome);
  }
  expect([...outcomes].sort()).toEqual([
    'abandoned',
    'abandoned_ringing',
    'answered',
    'busy',
    'declined',
    'lost_in_gap',
    'no_answer',
    'queue_full',
    'queue_timeout',
    'unknown_number',
    'unreachable',
  ]);
});

test('a story takes the same course each time', () => {
  const courseOf = (seed: number) => {
    const steps: string[] = [];
    playStory(drawStory(seed), realEngine, {
      onStep: (input, effects) => steps.push(JSON.stringify([input, effects])),
    });
    return steps;
  };
  expect(courseOf(4)).toEqual(courseOf(4));
  expect(courseOf(4)).not.toEqual(courseOf(5));
});

test('a failing story is cut down to what makes it fail', () => {
  const { story, breach } = shortest(drawStory(2), deafToCallersLeaving);
  expect(new Set(story.items.map(({ kind }) => kind))).toEqual(new Set(['caller']));
  expect(story.items.length).toBeLessThanOrEqual(3);
  expect(story.cast.people.length).toBeLessThanOrEqual(1);
  expect(breach.message).toMatch(/call-\d+ never got an outcome|after its caller left/);
});

test('a failing story is told with its seed, what happens and the rule that broke', () => {
  const told = storyOfFailure(drawStory(2), deafToCallersLeaving);
  expect(told).toMatch(/^Seed 2: «.+» broke after/);
  expect(told).toMatch(/call-\d+ from .+ dials/);
  expect(told).toMatch(/call\.arrived/);
});

/** Never hears that a caller has hung up. */
const deafToCallersLeaving: Engine<HotlineState> = {
  ...realEngine,
  step: (state, input) =>
    input.kind === 'signal' && input.signal.kind === 'ended' && /^call-\d+$/.test(input.signal.channelId)
      ? []
      : realEngine.step(state, input),
};

function shortest(story: Story, engine: Engine<HotlineState>) {
  const { breach } = playStory(story, engine);
  return shrink(story, breach ?? expect.fail('the story does not fail'), { engine, triesLimit: 2_000 });
}

function storyOfFailure(story: Story, engine: Engine<HotlineState>): string {
  const failed = shortest(story, engine);
  return tellStory(failed.story, failed.breach, engine);
}
