/** What SIPp's log actions wrote, as records of calls. Times are wall-clock milliseconds with microseconds behind the point. */

interface LogLine {
  readonly event: string;
  readonly key: string;
  readonly at: number;
  readonly rest: readonly string[];
}

/** A line reads `event key date time seconds.micros rest…`; SIPp separates the middle by tabs. Half-written lines are left out. */
export function parseLog(text: string): LogLine[] {
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const [, event, key, seconds, rest] = /^(\w+) (\S+) \S+\s\S+\s(\d+\.\d+)(.*)$/.exec(line) ?? [];
      if (event === undefined || key === undefined) return [];
      return [{ event, key, at: Number(seconds) * 1000, rest: rest?.split(' ').filter((word) => word !== '') ?? [] }];
    });
}

/** `open`: still ringing, waiting or talking, or SIPp was stopped before the end. */
export type CallResult = 'open' | 'answered' | 'gave_up' | 'refused';

export interface CallRecord {
  readonly from: string;
  readonly dialled: string;
  readonly invitedAt: number;
  readonly ringingAt: number | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly result: CallResult;
  /** The SIP code of a refusal. */
  readonly refusedWith: number | null;
  readonly endedBy: 'caller' | 'far_end' | null;
}

/** One record per call that was sent, in the order of the plan. `answered` stays the result after the end. */
export function callRecords(text: string, plan: readonly { from: string; dialled: string }[]): CallRecord[] {
  return [...linesByKey(text)].flatMap(([key, lines]) => {
    const call = plan[Number(key)];
    const invited = lines.find(({ event }) => event === 'invited');
    return call === undefined || invited === undefined ? [] : [callRecord(call, invited.at, lines)];
  });
}

function callRecord(
  { from, dialled }: { from: string; dialled: string },
  invitedAt: number,
  lines: readonly LogLine[],
): CallRecord {
  const line = (name: string) => lines.find(({ event }) => event === name);
  const [answered, ended, refused, gaveUp] = [line('answered'), line('ended'), line('refused'), line('gave_up')];
  return {
    from,
    dialled,
    invitedAt,
    ringingAt: line('ringing')?.at ?? null,
    answeredAt: answered?.at ?? null,
    endedAt: (ended ?? refused ?? gaveUp)?.at ?? null,
    result: answered ? 'answered' : refused ? 'refused' : gaveUp ? 'gave_up' : 'open',
    refusedWith: refused ? Number(refused.rest[0]) : null,
    endedBy: ended ? (ended.rest[0] === 'far_end' ? 'far_end' : 'caller') : gaveUp ? 'caller' : null,
  };
}

/** `open`: ringing or talking. `cancelled`: the far end withdrew the call while it rang. */
export type RingResult = 'open' | 'answered' | 'cancelled' | 'refused';

/** One INVITE that reached a phone. */
export interface RingRecord {
  /** Whose phone: the user of the request's address. */
  readonly phone: string;
  /** The caller's number as the phone was shown it. */
  readonly from: string;
  readonly invitedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly result: RingResult;
  readonly endedBy: 'phone' | 'far_end' | null;
}

/** In the order the phones rang. */
export function ringRecords(text: string): RingRecord[] {
  return [...linesByKey(text).values()].flatMap((lines) => {
    const invited = lines.find(({ event }) => event === 'invited');
    return invited === undefined ? [] : [ringRecord(invited, lines)];
  });
}

function ringRecord(invited: LogLine, lines: readonly LogLine[]): RingRecord {
  const line = (name: string) => lines.find(({ event }) => event === name);
  const [answered, ended, refused, cancelled] = [line('answered'), line('ended'), line('refused'), line('cancelled')];
  const endedBy = ended ? ended.rest[0] : cancelled ? 'far_end' : refused ? 'phone' : null;
  return {
    phone: invited.rest[0] ?? '',
    from: invited.rest[1] ?? '',
    invitedAt: invited.at,
    answeredAt: answered?.at ?? null,
    endedAt: (ended ?? refused ?? cancelled)?.at ?? null,
    result: answered ? 'answered' : cancelled ? 'cancelled' : refused ? 'refused' : 'open',
    endedBy: endedBy === 'phone' || endedBy === 'far_end' ? endedBy : null,
  };
}

function linesByKey(text: string): Map<string, LogLine[]> {
  const byKey = new Map<string, LogLine[]>();
  for (const line of parseLog(text)) {
    const lines = byKey.get(line.key);
    if (lines) lines.push(line);
    else byKey.set(line.key, [line]);
  }
  return byKey;
}
