import type { Sql } from '../platform/database.ts';
import type { NumberedDocument, NumberRule } from './contract.ts';

/** Which counter: a row of it is the lock of its series. */
export interface CounterKey {
  readonly document: NumberedDocument;
  readonly scopeKey: string;
  readonly periodKey: string;
}

const columns = (sql: Sql) => sql`
  auto, prefix, suffix, template, counter_width, start_from, reset_period, scope, period_date, manual_edit, uniqueness`;

/** The set of the whole kind: the migration puts one for each. */
export async function selectRule(sql: Sql, document: NumberedDocument): Promise<NumberRule> {
  const [rule] = await sql<NumberRule[]>`
    select ${columns(sql)} from numbering_rules where doc_kind = ${document} and journal_id is null`;
  if (rule === undefined) throw new Error(`the numbering set of ${document} is gone`);
  return rule;
}

/** The nearest own set on the way up from a journal, with the journal that keeps it; null when none has one. */
export async function selectJournalRule(sql: Sql, journalId: string) {
  const [rule] = await sql<(NumberRule & { readonly ownerId: string })[]>`
    with recursive way as (
      select journal_id, parent_id, 0 as steps from journals where journal_id = ${journalId}
      union all
      select above.journal_id, above.parent_id, way.steps + 1
      from way join journals above on above.journal_id = way.parent_id
    )
    select ${columns(sql)}, way.journal_id as owner_id
    from way join numbering_rules on numbering_rules.journal_id = way.journal_id and doc_kind = 'project'
    order by way.steps limit 1`;
  return rule ?? null;
}

/** @param journalId null: the set of the whole kind */
export async function putRule(
  sql: Sql,
  { document, journalId }: { readonly document: NumberedDocument; readonly journalId: string | null },
  rule: NumberRule,
): Promise<void> {
  const updated = await sql`
    update numbering_rules set ${sql({ ...rule })}
    where doc_kind = ${document} and journal_id is not distinct from ${journalId}`;
  if (updated.count > 0) return;
  await sql`insert into numbering_rules ${sql({ docKind: document, journalId, ...rule })}`;
}

/** From now on the journal inherits. */
export async function deleteJournalRule(sql: Sql, journalId: string): Promise<void> {
  await sql`delete from numbering_rules where journal_id = ${journalId}`;
}

/**
 * Counts one further, in the saving transaction: whoever else saves in the same series waits for its end, and a rollback
 * gives the number back. A raised start number is jumped to; a lowered one changes nothing.
 */
export async function takeNext(sql: Sql, { document, scopeKey, periodKey }: CounterKey, startFrom: number) {
  const [row] = await sql<{ lastValue: number }[]>`
    insert into numbering_counters as counter (doc_kind, scope_key, period_key, last_value)
    values (${document}, ${scopeKey}, ${periodKey}, ${startFrom})
    on conflict (doc_kind, scope_key, period_key)
      do update set last_value = greatest(counter.last_value + 1, excluded.last_value)
    returning last_value`;
  if (row === undefined) throw new Error('a counter gave no number');
  return row.lastValue;
}

/** What `takeNext` would give, without taking it. */
export async function peekNext(sql: Sql, { document, scopeKey, periodKey }: CounterKey, startFrom: number) {
  const [row] = await sql<{ lastValue: number }[]>`
    select last_value from numbering_counters
    where doc_kind = ${document} and scope_key = ${scopeKey} and period_key = ${periodKey}`;
  return Math.max((row?.lastValue ?? 0) + 1, startFrom);
}
