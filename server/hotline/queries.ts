import type { Line, PersonShown } from '../../telephony/index.ts';
import type { Sql } from '../platform/database.ts';
import type { LineDraft, LineView } from './contract.ts';

/** All lines with their numbers, in Ukrainian order of their names. */
export function selectLines(sql: Sql) {
  return sql<LineView[]>`
    select ${lineColumns(sql)}, projects.name as project_name,
           (select count(*) from people
            where people.is_active and sip_extension is not null
              and telephony_project_id is not distinct from hot_lines.project_id) as people_count
    from hot_lines left join projects using (project_id)
    order by hot_lines.name, line_id`;
}

export async function selectLine(sql: Sql, lineId: string): Promise<LineView | null> {
  return (await selectLines(sql)).find((line) => line.lineId === lineId) ?? null;
}

/** The lines the hot line serves: active ones, as the engine wants them. */
export function lines(sql: Sql) {
  return sql<Line[]>`
    select line_id, name, ${numbersOf(sql)} as numbers, project_id, ring_seconds, queue_limit_seconds, max_waiting,
           music_class, reserve_after_seconds, prefers_manager, prefers_last_talked, wrap_up_seconds, priority
    from hot_lines where is_active order by name, line_id`;
}

function lineColumns(sql: Sql) {
  return sql`
    line_id, hot_lines.name, ${numbersOf(sql)} as numbers, project_id, ring_seconds, queue_limit_seconds, max_waiting,
    music_class, reserve_after_seconds, prefers_manager, prefers_last_talked, wrap_up_seconds, priority,
    target_seconds, short_abandon_seconds, min_free_people, hot_lines.is_active`;
}

function numbersOf(sql: Sql) {
  return sql`array(
    select number from line_numbers where line_numbers.line_id = hot_lines.line_id order by position)`;
}

type LineRow = Omit<LineDraft, 'numbers'>;

export async function insertLine(sql: Sql, line: LineRow): Promise<string> {
  const [row] = await sql<{ lineId: string }[]>`insert into hot_lines ${sql(line)} returning line_id`;
  if (row === undefined) throw new Error('an insert without a conflict clause gave no row');
  return row.lineId;
}

/** @returns false when there is no such line */
export async function updateLine(sql: Sql, lineId: string, line: LineRow): Promise<boolean> {
  return (await sql`update hot_lines set ${sql(line)} where line_id = ${lineId}`).count > 0;
}

/** Its numbers go with it. @returns false when there is no such line */
export async function deleteLine(sql: Sql, lineId: string): Promise<boolean> {
  return (await sql`delete from hot_lines where line_id = ${lineId}`).count > 0;
}

export async function replaceNumbers(sql: Sql, lineId: string, numbers: readonly string[]): Promise<void> {
  await sql`delete from line_numbers where line_id = ${lineId}`;
  await sql`insert into line_numbers ${sql(numbers.map((number, position) => ({ number, lineId, position })))}`;
}

/** Who of the others has one of these numbers: a line by its number, a person by extension or direct number. */
export async function selectNumberHolder(
  sql: Sql,
  keys: readonly string[],
  exceptLineId: string | null,
): Promise<{ readonly by: string; readonly number: string } | null> {
  const [holder] = await sql<{ by: string; number: string }[]>`
    select hot_lines.name as by, number from line_numbers join hot_lines using (line_id)
    where number_key in ${sql(keys)} and line_id is distinct from ${exceptLineId}
    union all
    select full_name, sip_extension from people where is_active and sip_extension in ${sql(keys)}
    union all
    select full_name, direct_number from people
    where is_active and right(regexp_replace(direct_number, '[^0-9]', '', 'g'), 9) in ${sql(keys)}
    limit 1`;
  return holder ?? null;
}

/** Name of the line that a number leads to, whatever way it is written; null: none. */
export async function lineWithKey(sql: Sql, key: string): Promise<string | null> {
  const [line] = await sql<{ name: string }[]>`
    select name from line_numbers join hot_lines using (line_id) where number_key = ${key}`;
  return line?.name ?? null;
}

export async function isNameTaken(sql: Sql, name: string, exceptLineId: string | null): Promise<boolean> {
  const found = await sql`
    select from hot_lines where lower(name) = lower(${name}) and line_id is distinct from ${exceptLineId}`;
  return found.length > 0;
}

export async function countCallsOfLine(sql: Sql, lineId: string): Promise<number> {
  const [row] = await sql<{ calls: number }[]>`select count(*) as calls from calls where line_id = ${lineId}`;
  return row?.calls ?? 0;
}

/** Counts of a line's calls that arrived in the period; see `lineFigures`. */
export interface LineFigures {
  readonly lineId: string;
  readonly answered: number;
  readonly missed: number;
  /** Offered without the short abandons: the denominator of the service level. */
  readonly counted: number;
  readonly inTime: number;
}

/**
 * What became of the calls to each line, by the moment they arrived; a line without calls is left out. Those still
 * waiting are in no set, so offered = answered + missed always (C7). Short abandon: the caller hung up sooner than the
 * line's `short_abandon_seconds`. In time: answered within its `target_seconds` (C6). Board and reports ask this same
 * query, so that they never differ (C10). `from` is in the period, `until` is not.
 */
export function lineFigures(sql: Sql, { from, until }: { from: Date; until: Date }) {
  return sql<LineFigures[]>`
    select line_id,
           count(*) filter (where bridged_at is not null) as answered,
           count(*) filter (where bridged_at is null and outcome is not null) as missed,
           count(*) filter (where bridged_at is not null or (outcome is not null and not (
             outcome in ('abandoned', 'abandoned_ringing') and wait_ms < short_abandon_seconds * 1000))) as counted,
           count(*) filter (where extract(epoch from bridged_at - arrived_at) <= target_seconds) as in_time
    from calls join hot_lines using (line_id)
    where arrived_at >= ${from} and arrived_at < ${until} and line_id is not null
    group by line_id`;
}

/** How many calls each person talked in that arrived since then. */
export function callsOfPeople(sql: Sql, since: Date) {
  return sql<{ personId: string; calls: number }[]>`
    select person_id, count(*) as calls from call_people
    where arrived_at >= ${since} and talked group by person_id`;
}

/** The beginning of the day that holds `now` in the zone, daylight saving considered (C10). */
export async function localMidnight(sql: Sql, now: Date, timeZone: string): Promise<Date> {
  const [row] = await sql<{ midnight: Date }[]>`
    select date_trunc('day', ${now}::timestamptz, ${timeZone}) as midnight`;
  return row?.midnight ?? now;
}

/** Everybody with a phone, and what was last shown of them. */
export interface BoardPersonRow {
  readonly personId: string;
  readonly name: string;
  readonly extension: string | null;
  readonly projectId: string | null;
  readonly usesStatuses: boolean;
  /** When it began and what it was; null: the ledger does not know the person yet. */
  readonly shown: (PersonShown & { readonly since: number }) | null;
}

/** Entries follow one another without a change of what is shown, at a restart for one: the first of them counts. */
function shownSince(sql: Sql) {
  return sql`coalesce(
    (select ended_at from status_log
     where status_log.person_id = people.person_id
       and (shown, work) is distinct from (ledger.data ->> 'shown', ledger.data ->> 'work')
     order by seq desc limit 1),
    (select min(started_at) from status_log where status_log.person_id = people.person_id),
    ledger.at)`;
}

export function selectBoardPeople(sql: Sql) {
  return sql<BoardPersonRow[]>`
    select people.person_id, full_name as name, sip_extension as extension, telephony_project_id as project_id,
           use_statuses_for_telephony as uses_statuses, last.shown
    from people
    left join lateral (
      select data || jsonb_build_object('since', extract(epoch from ${shownSince(sql)}) * 1000) as shown
      from ledger where stream_kind = 'person' and stream_id = people.person_id::text
      order by seq desc limit 1
    ) last on true
    where people.is_active
    order by full_name, people.person_id`;
}
