import {
  defaultParameters,
  type HotlineParameters,
  type Line,
  type PersonProfile,
  type StatusRule,
} from '../hotline/facts.ts';
import { browserEndpoint, deskEndpoint } from '../pbx.ts';
import { Random, seedFor } from './random.ts';

/** Who and what a story is played with. Same seed, same cast. */
export interface Cast {
  readonly lines: readonly Line[];
  readonly people: readonly CastPerson[];
  readonly statuses: readonly StatusRule[];
  readonly parameters: HotlineParameters;
}

export interface CastPerson {
  readonly profile: PersonProfile;
  readonly endpoints: readonly string[];
  /** How people really are: some answer at once, some let it ring. All shares are of 1. */
  readonly habits: Habits;
}

export interface Habits {
  readonly missesShare: number;
  readonly declinesShare: number;
  readonly changesMindWhileRingingShare: number;
  readonly answersWithinMs: number;
  readonly endsWrapUpEarlyShare: number;
  /** How long until «Я на місці» after a missed call. */
  readonly returnsWithinMs: number;
}

export const statuses: readonly StatusRule[] = [
  { code: 'free', acceptsHotline: true, acceptsDirect: 'yes' },
  { code: 'with_client', acceptsHotline: false, acceptsDirect: 'waiting' },
  { code: 'wrap_up', acceptsHotline: false, acceptsDirect: 'yes' },
  { code: 'break', acceptsHotline: false, acceptsDirect: 'yes' },
  { code: 'lunch', acceptsHotline: false, acceptsDirect: 'no' },
  { code: 'absent', acceptsHotline: false, acceptsDirect: 'no' },
  { code: 'duty', acceptsHotline: true, acceptsDirect: 'no' },
];

/** One to five lines, two to sixteen people in up to three projects and the common pool. */
export function drawCast(seed: number): Cast {
  const random = new Random(seedFor(seed, 'cast'));
  const projects = ['project-1', 'project-2', 'project-3'].slice(0, random.between(0, 3));
  const lineCount = random.between(1, 5);
  return {
    lines: Array.from({ length: lineCount }, (_, i) => drawLine(i + 1, projects, random)),
    people: Array.from({ length: random.between(2, 16) }, (_, i) => drawPerson(i + 1, projects, random)),
    statuses,
    parameters: {
      ...defaultParameters,
      outgoingCallerId: '380440000000',
      restSeconds: random.pick([0, 2, 5]),
      directWrapUpSeconds: random.pick([0, 30]),
      directQueueLimitSeconds: random.pick([20, 300]),
      unreachableRetrySeconds: random.pick([10, 30]),
    },
  };
}

/** A line's settings, also for a change of them in the middle of a story. */
export function drawLine(number: number, projects: readonly string[], random: Random): Line {
  return {
    lineId: `line-${number}`,
    name: `Line ${number}`,
    numbers: [`38044500100${number}`, `38050500100${number}`],
    projectId: projects[random.between(0, projects.length)] ?? null,
    ringSeconds: random.pick([10, 20, 20, 30]),
    queueLimitSeconds: random.pick([15, 60, 300]),
    maxWaiting: random.pick([0, 2, 5, 30]),
    musicClass: 'default',
    reserveAfterSeconds: random.pick([null, 0, 10, 30]),
    prefersManager: random.chance(0.5),
    prefersLastTalked: random.chance(0.5),
    wrapUpSeconds: random.pick([0, 5, 30]),
    priority: random.pick([0, 0, 0, 1, 5]),
  };
}

function drawPerson(number: number, projects: readonly string[], random: Random): CastPerson {
  const extension = random.chance(0.03) ? null : String(100 + number);
  const hasBoth = random.chance(0.3);
  return {
    profile: {
      personId: `person-${number}`,
      name: `Person ${number}`,
      extension,
      directNumber: random.chance(0.3) ? `38044600200${number}` : null,
      projectId: projects[random.between(0, projects.length)] ?? null,
      usesStatuses: random.chance(0.85),
      startsFree: random.chance(0.8),
    },
    endpoints:
      extension === null
        ? []
        : hasBoth
          ? [deskEndpoint(extension), browserEndpoint(extension)]
          : [drawEndpoint(extension, random)],
    habits: drawHabits(random),
  };
}

const drawEndpoint = (extension: string, random: Random) =>
  random.chance(0.5) ? deskEndpoint(extension) : browserEndpoint(extension);

function drawHabits(random: Random): Habits {
  return {
    missesShare: random.pick([0, 0.05, 0.3]),
    declinesShare: random.pick([0, 0.03, 0.2]),
    changesMindWhileRingingShare: random.pick([0, 0.05, 0.2]),
    answersWithinMs: random.pick([1_500, 6_000, 15_000]),
    endsWrapUpEarlyShare: random.next() * 0.6,
    returnsWithinMs: random.pick([5_000, 60_000]),
  };
}
