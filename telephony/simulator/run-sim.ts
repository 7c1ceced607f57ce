import { parseArgs } from 'node:util';
import { invariants } from './invariants.ts';
import { type Played, playStory, realEngine } from './play-story.ts';
import { shrink } from './shrink.ts';
import { callersPerStory, drawStory } from './story.ts';
import { tellStory } from './tell-story.ts';

const usage = `Plays callers, people and faults against the hot line in virtual time.

  npm run sim -- [--calls 20000] [--seed 1] [--seeds 1] [--tries 3000]

  --calls   callers per seed, in stories of ${callersPerStory}
  --seed    the first seed; a failing story is played alone by its own seed with --calls ${callersPerStory}
  --seeds   how many runs, each from where the last ended
  --tries   how many shorter stories to try when one fails
`;

/** Exit codes: 0 every rule held, 1 one broke and its story is printed, 2 the arguments are wrong. */
function main(): number {
  const settings = readArguments();
  if (settings === null) {
    console.error(usage);
    return 2;
  }
  const { calls, seed, seeds, tries } = settings;
  const stories = Math.max(1, Math.ceil(calls / callersPerStory));
  for (let run = 0; run < seeds; run += 1) {
    const failed = playStories(seed + run * stories, stories, tries);
    if (failed) return 1;
  }
  return 0;
}

/** Null, with the reason printed, when they make no sense. */
function readArguments() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { calls: text, seed: text, seeds: text, tries: text } });
    return {
      calls: wholeNumber('calls', values.calls ?? '20000'),
      seed: wholeNumber('seed', values.seed ?? '1'),
      seeds: wholeNumber('seeds', values.seeds ?? '1'),
      tries: wholeNumber('tries', values.tries ?? '3000'),
    };
  } catch (err) {
    console.error(err instanceof Error ? err.message : err);
    return null;
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} must be a whole number, not «${text}»`);
  return value;
}

/** Tells the first story that fails, shortened; else the figures. */
function playStories(firstSeed: number, stories: number, triesLimit: number): boolean {
  const startedAt = performance.now();
  const sum = { steps: 0, checks: 0, calls: 0, outcomes: new Map<string, number>() };
  for (let seed = firstSeed; seed < firstSeed + stories; seed += 1) {
    const story = drawStory(seed);
    const played = playStory(story, realEngine);
    if (played.breach) {
      const shrunk = shrink(story, played.breach, { engine: realEngine, triesLimit });
      console.log(tellStory(shrunk.story, shrunk.breach, realEngine));
      return true;
    }
    addUp(sum, played);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `seeds ${firstSeed}–${firstSeed + stories - 1}: ${sum.calls} calls, ${sum.steps} steps in ${seconds.toFixed(1)} s = ${Math.round(sum.calls / seconds)} calls/s; ${invariants.length} invariants asked ${sum.checks} times`,
  );
  console.log(
    `  ${[...sum.outcomes]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', ')}`,
  );
  return false;
}

function addUp(sum: { steps: number; checks: number; calls: number; outcomes: Map<string, number> }, played: Played) {
  sum.steps += played.steps;
  sum.checks += played.checks;
  for (const [outcome, count] of Object.entries(played.outcomes)) {
    sum.calls += count;
    sum.outcomes.set(outcome, (sum.outcomes.get(outcome) ?? 0) + count);
  }
}

process.exitCode = main();
