/** What to make of the next message of a room: each counts one further than the last. */
export type SeqVerdict = 'next' | 'already_known' | 'gap';

/** `last` is null before the first snapshot: nothing can be judged, so a snapshot is wanted. */
export function judgeSeq(last: number | null, seq: number): SeqVerdict {
  if (last === null) return 'gap';
  if (seq <= last) return 'already_known';
  return seq === last + 1 ? 'next' : 'gap';
}
