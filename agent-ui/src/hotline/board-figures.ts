import type { BoardSnapshot, LineBoardView } from '../../../server/hotline/contract.ts';
import type { PersonStateView } from '../../../server/presence/contract.ts';

/** What the four tiles say: sums over the lines, never an average of averages. */
export interface BoardFigures {
  readonly waiting: number;
  readonly longestSince: number | null;
  readonly offered: number;
  readonly answered: number;
  readonly missed: number;
  readonly inTime: number;
  readonly of: number;
  /** Null: there is nothing to divide by, shown as a dash (C10). */
  readonly percent: number | null;
  /** Null when the lines have different targets. */
  readonly targetSeconds: number | null;
  readonly free: number;
  readonly talking: number;
  readonly wrappingUp: number;
  readonly others: number;
}

export function boardFigures({
  lines,
  people,
  queue,
}: Pick<BoardSnapshot, 'lines' | 'people' | 'queue'>): BoardFigures {
  const sum = (figure: (line: LineBoardView) => number) => lines.reduce((total, line) => total + figure(line), 0);
  const [inTime, of] = [sum((line) => line.serviceLevel.inTime), sum((line) => line.serviceLevel.of)];
  const targets = new Set(lines.map((line) => line.serviceLevel.targetSeconds));
  const counted = countPeople(people);
  return {
    waiting: queue.length,
    longestSince: queue.length === 0 ? null : Math.min(...queue.map(({ since }) => since)),
    offered: sum((line) => line.offered),
    answered: sum((line) => line.answered),
    missed: sum((line) => line.missed),
    inTime,
    of,
    percent: of > 0 ? Math.round((100 * inTime) / of) : null,
    targetSeconds: targets.size === 1 ? ([...targets][0] ?? null) : null,
    ...counted,
    others: people.length - counted.free - counted.talking - counted.wrappingUp,
  };
}

const talkingWork: readonly string[] = ['talking', 'hold', 'outbound', 'internal'];

function countPeople(people: readonly PersonStateView[]) {
  return {
    free: people.filter(({ obstacle }) => obstacle === null).length,
    talking: people.filter(({ work }) => talkingWork.includes(work)).length,
    wrappingUp: people.filter(({ work }) => work === 'wrap_up').length,
  };
}

/** Who can help first, then who soon will, then the rest; the same state by name. */
export function byState(one: PersonStateView, other: PersonStateView): number {
  return stateRank(one) - stateRank(other) || byName(one, other);
}
const collator = new Intl.Collator('uk');
export const byName = (one: PersonStateView, other: PersonStateView) => collator.compare(one.name, other.name);

function stateRank({ work, obstacle }: PersonStateView): number {
  if (work === 'not_responding') return 0;
  if (work === 'ringing' || work === 'offered') return 1;
  if (talkingWork.includes(work)) return 2;
  if (work === 'wrap_up') return 3;
  if (obstacle === null) return 4;
  return obstacle === 'signed_out' || obstacle === 'phone_off' || obstacle === 'no_phone' ? 6 : 5;
}
