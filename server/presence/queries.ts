import type { PersonEntry, RememberedPerson } from '../../telephony/index.ts';
import type { Sql } from '../platform/database.ts';

/**
 * Projects what the hot line wrote of people into the status log, inside the transaction that keeps the ledger: opens
 * an interval per entry and closes the one before. Entries of one person come in the order of their `seq`; one that is
 * there already is passed over, so that repeating a batch changes nothing.
 */
export async function projectPersonEntries(sql: Sql, entries: readonly PersonEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    with batch as (
      select entry.*, lead(at) over (partition by person_id order by seq) as ended_at
      from jsonb_to_recordset(${JSON.stringify(entries.map(toRow))}::text::jsonb) as entry (
        person_id uuid, seq integer, at timestamptz, shown text, shown_because text, presence text, next_presence text,
        work text, device text, obstacle text, call_id text, until_at timestamptz, source text, by_person_id uuid,
        note text)
    ), opened as (
      insert into status_log (person_id, seq, started_at, ended_at, shown, shown_because, presence, next_presence, work,
                              device, obstacle, call_id, until_at, source, by_person_id, note)
      select person_id, seq, at, ended_at, shown, shown_because, presence, next_presence, work,
             device, obstacle, call_id, until_at, source, by_person_id, note
      from batch
      on conflict do nothing
      returning person_id, seq, started_at
    ), first_opened as (
      select distinct on (person_id) person_id, seq, started_at from opened order by person_id, seq
    )
    update status_log before
    set ended_at = greatest(first_opened.started_at, before.started_at)
    from first_opened
    where before.person_id = first_opened.person_id and before.seq < first_opened.seq and before.ended_at is null`;
}

/** As the columns are called; moments as text with their zone. */
function toRow({ personId, seq, at, until, ...entry }: PersonEntry) {
  return {
    person_id: personId,
    seq,
    at: new Date(at).toISOString(),
    shown: entry.shown,
    shown_because: entry.shownBecause,
    presence: entry.presence,
    next_presence: entry.nextPresence,
    work: entry.work,
    device: entry.device,
    obstacle: entry.obstacle,
    call_id: entry.callId,
    until_at: until === null ? null : new Date(until).toISOString(),
    source: entry.source,
    by_person_id: entry.byPersonId,
    note: entry.note,
  };
}

interface LatestRow {
  readonly personId: string;
  readonly seq: number;
  readonly presence: string;
  readonly nextPresence: string | null;
  readonly work: string;
  readonly callId: string | null;
  readonly untilAt: Date | null;
  readonly idleSince: Date;
}

/**
 * Everybody as the log last saw them, for the engine at a start: closed accounts too, since their log goes on when they
 * come back. People the log never saw are not among them.
 */
export async function rememberedPeople(sql: Sql): Promise<readonly RememberedPerson[]> {
  const rows = await sql<LatestRow[]>`
    select latest.person_id, latest.seq, latest.presence, latest.next_presence, latest.work, latest.call_id,
           latest.until_at, coalesce(busy.ended_at, latest.started_at) as idle_since
    from people
    cross join lateral (
      select * from status_log where status_log.person_id = people.person_id order by seq desc limit 1
    ) latest
    left join lateral (
      select ended_at from status_log
      where status_log.person_id = people.person_id and work <> 'idle' order by seq desc limit 1
    ) busy on true
    order by latest.person_id`;
  return rows.map(toRemembered);
}

function toRemembered({
  personId,
  seq,
  presence,
  nextPresence,
  work,
  callId,
  untilAt,
  idleSince,
}: LatestRow): RememberedPerson {
  const isWrappingUp = work === 'wrap_up' && callId !== null && untilAt !== null;
  return {
    personId,
    lastSeq: seq,
    presence,
    nextPresence,
    wrapUp: isWrappingUp ? { callId, until: untilAt.getTime() } : null,
    isNotResponding: work === 'not_responding',
    idleSince: idleSince.getTime(),
  };
}

export interface LogInterval {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly shown: string;
  readonly shownBecause: string | null;
  readonly work: string;
  readonly obstacle: string | null;
  readonly source: string;
  readonly byName: string | null;
  readonly note: string | null;
  readonly callId: string | null;
}

/** The intervals that touch a calendar day (`2026-11-24`) of the time zone, oldest first, whole: not cut at midnight. */
export function selectStatusLog(
  sql: Sql,
  { personId, day, timeZone }: { personId: string; day: string; timeZone: string },
) {
  return sql<LogInterval[]>`
    select started_at, ended_at, shown, shown_because, work, obstacle, source, by_person.full_name as by_name, note,
           call_id
    from status_log
    left join people by_person on by_person.person_id = status_log.by_person_id
    where status_log.person_id = ${personId}
      and started_at < (${day}::date + 1)::timestamp at time zone ${timeZone}
      and (ended_at is null or ended_at > ${day}::date::timestamp at time zone ${timeZone})
    order by started_at, seq`;
}

/** In how many intervals a status was chosen or shown: such a status cannot be deleted. */
export async function countStatusUses(sql: Sql, code: string): Promise<number> {
  const [row] = await sql<{ howMany: number }[]>`
    select count(*) as how_many from status_log where presence = ${code} or shown = ${code}`;
  return row?.howMany ?? 0;
}
