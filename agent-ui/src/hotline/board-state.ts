import type { BoardChange, BoardSnapshot } from '../../../server/hotline/contract.ts';
import { judgeSeq } from '../live/seq-gap.ts';

export interface BoardState extends BoardSnapshot {
  /** When the last message came, by this computer's clock: the age of the figures is told from it. */
  readonly heardAt: number;
  /** The server's clock minus ours. */
  readonly skewMs: number;
  /** A change is missing: the snapshot has to be asked for. */
  readonly isStale: boolean;
}

export const fromSnapshot = (snapshot: BoardSnapshot, now: number): BoardState => ({
  ...snapshot,
  heardAt: now,
  skewMs: snapshot.at - now,
  isStale: false,
});

/** The board after one more change. A repeated change alters nothing; after a gap the board is stale until the snapshot. */
export function nextBoard(board: BoardState, change: BoardChange, now: number): BoardState {
  const verdict = judgeSeq(board.seq, change.seq);
  if (verdict === 'already_known') return board;
  if (verdict === 'gap') return { ...board, isStale: true };
  return {
    ...board,
    seq: change.seq,
    at: change.at,
    heardAt: now,
    skewMs: change.at - now,
    isPbxConnected: change.isPbxConnected,
    pbxSince: change.pbxSince,
    lines: merged(board.lines, change.lines, { idOf: (line) => line.lineId, removed: change.removedLines }),
    people: merged(board.people, change.people, { idOf: (person) => person.personId, removed: change.removedPeople }),
    queue: change.queue ?? board.queue,
  };
}

interface Merge<Row> {
  readonly idOf: (row: Row) => string;
  readonly removed: readonly string[];
}

/** Changed rows stay where they are, new ones come last, removed ones go. */
function merged<Row>(rows: readonly Row[], changed: readonly Row[], { idOf, removed }: Merge<Row>): readonly Row[] {
  if (changed.length === 0 && removed.length === 0) return rows;
  const fresh = new Map(changed.map((row) => [idOf(row), row]));
  const known = new Set(rows.map(idOf));
  const kept = rows.filter((row) => !removed.includes(idOf(row))).map((row) => fresh.get(idOf(row)) ?? row);
  return [...kept, ...changed.filter((row) => !known.has(idOf(row)))];
}
