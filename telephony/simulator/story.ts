import type { Line, StatusRule } from '../hotline/facts.ts';
import { type Cast, drawCast, drawLine } from './cast.ts';
import { Random, seedFor } from './random.ts';

/**
 * All that happens to the hot line from outside, as a list: any part of it can be left out and the rest still makes
 * sense, which is how a failing story is made short. Moments are milliseconds from the start.
 */
export interface Story {
  readonly seed: number;
  readonly cast: Cast;
  readonly items: readonly StoryItem[];
}

export type StoryItem = { readonly at: number } /** Somebody calls from outside. */ & (
  | {
      readonly kind: 'caller';
      readonly callId: string;
      readonly callerNumber: string;
      readonly dialled: string;
      /** Leaves after so long unless talking. */
      readonly patienceMs: number;
      readonly found: Found;
    }
  /** A person picks up a phone and dials: outside, a colleague, a line, or nonsense. */
  | {
      readonly kind: 'person_dials';
      readonly callId: string;
      readonly endpoint: string;
      readonly dialled: string;
      readonly patienceMs: number;
    }
  | { readonly kind: 'chooses'; readonly personId: string; readonly status: string; readonly by: 'self' | 'supervisor' }
  | { readonly kind: 'console_lost'; readonly personId: string; readonly forMs: number }
  | { readonly kind: 'signs_out'; readonly personId: string; readonly forMs: number }
  /** A phone loses its registration; forever when `forMs` is longer than the story. */
  | { readonly kind: 'phone_off'; readonly endpoint: string; readonly forMs: number }
  | { readonly kind: 'line_changed'; readonly line: Line }
  | { readonly kind: 'line_removed'; readonly lineId: string; readonly forMs: number }
  | { readonly kind: 'person_moved'; readonly personId: string; readonly projectId: string | null }
  /** The account is closed, phones and all, and opened again. */
  | { readonly kind: 'person_removed'; readonly personId: string; readonly forMs: number }
  | { readonly kind: 'status_changed'; readonly status: StatusRule }
  /** The socket is gone; the process learns of it later. */
  | { readonly kind: 'socket_lost'; readonly noticedAfterMs: number; readonly forMs: number }
  /** The process is killed with the last entries of the ledger unwritten. */
  | { readonly kind: 'killed'; readonly unwrittenMs: number; readonly forMs: number }
  | { readonly kind: 'pbx_restarts'; readonly forMs: number }
  /** Nothing comes in for a while, then everything at once and in order. */
  | { readonly kind: 'signals_late'; readonly forMs: number }
);

/** What the look-up will answer about a caller; null: it never answers. */
export type Found = {
  readonly afterMs: number;
  readonly managerId: string | null;
  readonly lastTalkedId: string | null;
} | null;

/** How many callers a story has. Small stories shrink quickly; thousands of them make up a run. */
export const callersPerStory = 100;

/** The story of a seed: a cast, callers at a load that is drawn too, people's doings, and in half of all stories faults. */
export function drawStory(seed: number, callers = callersPerStory): Story {
  const cast = drawCast(seed);
  const random = new Random(seedFor(seed, 'story'));
  const load = random.pick([0.3, 0.7, 1, 1.5, 4]);
  const meanGapMs = 60_000 / cast.people.length / load;
  const items: StoryItem[] = [];
  let at = 5_000;
  for (let i = 1; i <= callers; i += 1) {
    at += random.around(meanGapMs);
    items.push(drawCaller(`call-${i}`, at, cast, random));
  }
  items.push(...drawDoings(at, cast, random));
  if (random.chance(0.5)) items.push(...drawFaults(at, random));
  return { seed, cast, items: items.sort((a, b) => a.at - b.at) };
}

function drawCaller(callId: string, at: number, cast: Cast, random: Random): StoryItem {
  return {
    at,
    kind: 'caller',
    callId,
    callerNumber: random.chance(0.05) ? '' : `38067${1_000_000 + random.between(0, 300)}`,
    dialled: drawDialled(cast, random),
    patienceMs: random.chance(0.1) ? random.between(0, 300) : random.around(60_000),
    found: drawFound(cast, random),
  };
}

function drawDialled({ lines, people }: Cast, random: Random): string {
  if (random.chance(0.01)) return '999999999';
  if (random.chance(0.1)) {
    const { directNumber, extension } = random.pick(people).profile;
    return directNumber ?? extension ?? '999999999';
  }
  return random.pick(random.pick(lines).numbers);
}

function drawFound({ people }: Cast, random: Random): Found {
  if (random.chance(0.02)) return null;
  const person = () => (random.chance(0.3) ? random.pick(people).profile.personId : null);
  return {
    afterMs: random.chance(0.1) ? random.between(15, 2_000) : random.between(1, 10),
    managerId: person(),
    lastTalkedId: person(),
  };
}

/** What people do by themselves. How they treat a ringing phone is drawn when it rings: see `drawRing`. */
function drawDoings(until: number, cast: Cast, random: Random): StoryItem[] {
  const items: StoryItem[] = [];
  for (const { profile, endpoints } of cast.people) {
    const { personId } = profile;
    const meanGapMs = random.pick([60_000, 600_000, 3_000_000]);
    if (!profile.startsFree)
      items.push({ at: random.between(0, 4_000), kind: 'chooses', personId, status: 'free', by: 'self' });
    for (let at = random.around(meanGapMs); at < until; at += random.around(meanGapMs)) {
      items.push(...drawDoing(at, { personId, endpoints, cast }, random));
    }
  }
  if (random.chance(0.3)) items.push(...drawSettings(until, cast, random));
  return items;
}

interface Doer {
  readonly personId: string;
  readonly endpoints: readonly string[];
  readonly cast: Cast;
}

function drawDoing(at: number, { personId, endpoints, cast }: Doer, random: Random): StoryItem[] {
  const endpoint = endpoints.length > 0 ? random.pick(endpoints) : null;
  const what = random.next();
  if (what < 0.4 || endpoint === null) {
    const by = random.chance(0.2) ? 'supervisor' : 'self';
    const back = at + random.around(40_000);
    return [
      { at, kind: 'chooses', personId, status: random.pick(cast.statuses).code, by },
      { at: back, kind: 'chooses', personId, status: random.chance(0.9) ? 'free' : 'duty', by: 'self' },
    ];
  }
  if (what < 0.75) return [drawDialling(at, { personId, endpoints, cast }, random)];
  if (what < 0.85) return [{ at, kind: 'phone_off', endpoint, forMs: random.pick([200, 3_000, 20_000]) }];
  if (what < 0.95) return [{ at, kind: 'console_lost', personId, forMs: random.pick([500, 20_000, 90_000]) }];
  return [{ at, kind: 'signs_out', personId, forMs: random.between(1_000, 60_000) }];
}

function drawDialling(at: number, { endpoints, cast }: Doer, random: Random): StoryItem {
  const endpoint = random.pick(endpoints);
  const dialled = random.chance(0.6)
    ? `38067${random.between(1_000_000, 9_999_999)}`
    : random.chance(0.8)
      ? (random.pick(cast.people).profile.extension ?? '77')
      : drawDialled(cast, random);
  return {
    at,
    kind: 'person_dials',
    callId: `dial-${endpoint}-${at}`,
    endpoint,
    dialled,
    patienceMs: random.around(40_000),
  };
}

function drawSettings(until: number, cast: Cast, random: Random): StoryItem[] {
  const { lineId } = random.pick(cast.lines);
  const projects = cast.lines.map(({ projectId }) => projectId).filter((id) => id !== null);
  const somebody = () => random.pick(cast.people).profile.personId;
  const duty = { code: 'duty', acceptsDirect: random.pick(['yes', 'waiting', 'no'] as const) };
  return [
    {
      at: random.between(0, until),
      kind: 'line_changed',
      line: drawLine(random.between(1, cast.lines.length), projects, random),
    },
    { at: random.between(0, until), kind: 'line_removed', lineId, forMs: random.between(100, 60_000) },
    {
      at: random.between(0, until),
      kind: 'person_moved',
      personId: somebody(),
      projectId: projects[random.between(0, projects.length)] ?? null,
    },
    { at: random.between(0, until), kind: 'person_removed', personId: somebody(), forMs: random.between(100, 60_000) },
    { at: random.between(0, until), kind: 'status_changed', status: { ...duty, acceptsHotline: random.chance(0.5) } },
  ];
}

function drawFaults(until: number, random: Random): StoryItem[] {
  return Array.from({ length: random.between(1, 4) }, () => drawFault(random.between(10_000, until), random));
}

function drawFault(at: number, random: Random): StoryItem {
  const forMs = random.pick([50, 2_000, 20_000]);
  const what = random.next();
  if (what < 0.3) return { at, kind: 'socket_lost', noticedAfterMs: random.between(0, Math.min(forMs, 5_000)), forMs };
  if (what < 0.65) return { at, kind: 'killed', unwrittenMs: random.pick([0, 5, 20, 2_000]), forMs };
  if (what < 0.75) return { at, kind: 'pbx_restarts', forMs };
  return { at, kind: 'signals_late', forMs: random.pick([100, 1_000, 6_000]) };
}
