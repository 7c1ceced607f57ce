import type { Engine } from './hotline-under-test.ts';
import { type Breach, type Played, playStory } from './play-story.ts';
import type { Story } from './story.ts';

export interface Shrunk {
  readonly story: Story;
  readonly breach: Breach;
  /** How many stories were played to get there. */
  readonly tries: number;
}

/**
 * The shortest story found that breaks the same rule: parts of it, then people and lines, are left out as long as it
 * still does (delta debugging).
 *
 * @param triesLimit stories to play at most; the best so far is given then
 */
export function shrink<S>(
  story: Story,
  breach: Breach,
  { engine, triesLimit }: { engine: Engine<S>; triesLimit: number },
): Shrunk {
  let best = { story, breach };
  let tries = 0;
  const stillBreaks = (candidate: Story): boolean => {
    if (tries >= triesLimit) return false;
    tries += 1;
    const played: Played = playStory(candidate, engine);
    if (played.breach?.invariant !== breach.invariant) return false;
    best = { story: candidate, breach: played.breach };
    return true;
  };
  // What comes after the breach has no part in it.
  stillBreaks({ ...story, items: story.items.filter(({ at }) => at <= breach.atMs) });
  for (let before = Number.POSITIVE_INFINITY; sizeOf(best.story) < before; ) {
    before = sizeOf(best.story);
    leaveOut(best.story.items, (items) => stillBreaks({ ...best.story, items }));
    leaveOut(best.story.cast.people, (people) => stillBreaks({ ...best.story, cast: { ...best.story.cast, people } }));
    leaveOut(best.story.cast.lines, (lines) => stillBreaks({ ...best.story, cast: { ...best.story.cast, lines } }));
  }
  return { ...best, tries };
}

const sizeOf = ({ items, cast }: Story) => items.length + cast.people.length + cast.lines.length;

/** Halves, quarters, eighths … single ones are left out for good wherever `isEnough` of the rest. */
function leaveOut<T>(all: readonly T[], isEnough: (rest: readonly T[]) => boolean) {
  let kept = all;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const rest = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (isEnough(rest)) kept = rest;
      else from += size;
    }
  }
}
