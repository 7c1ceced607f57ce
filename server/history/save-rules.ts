import type { Person } from '../access/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { savedBy } from './actor.ts';
import type { HistoryRules, HistoryRulesDraft } from './contract.ts';
import { type DocumentKind, documentKinds, fieldsOf } from './history-fields.ts';
import { lockRules, putKeepMonths, putSwitchedFields, selectKeepMonths, selectSwitchedFields } from './queries.ts';
import { recordChange } from './record-change.ts';

export async function listRules(sql: Sql): Promise<readonly HistoryRules[]> {
  return Promise.all(documentKinds.map((kind) => rulesOf(sql, kind)));
}

/**
 * From now on, not backwards (D-08); the switching itself is written down.
 *
 * @throws Refusal unknown_field { field } for a field that the kind does not have
 */
export async function saveRules(
  by: Pick<Person, 'personId'>,
  { kind, draft }: { readonly kind: DocumentKind; readonly draft: HistoryRulesDraft },
  database: Database,
): Promise<HistoryRules> {
  const unknown = draft.kept.find((field) => !Object.hasOwn(fieldsOf[kind], field));
  if (unknown !== undefined) throw new Refusal('unknown_field', { field: unknown }, 'kept');
  return transaction(database, async (sql) => {
    await lockRules(sql);
    const before = await rulesOf(sql, kind);
    const fields = before.fields.map(({ field }) => ({ field, isKept: draft.kept.includes(field) }));
    await putSwitchedFields(sql, kind, fields);
    await putKeepMonths(sql, kind, draft.keepMonths);
    const after = await rulesOf(sql, kind);
    const change = { before: toFields(before), after: toFields(after) };
    await recordChange(sql, { kind: 'history_rules', objectId: kind, objectName: kind, actor: savedBy(by), ...change });
    return after;
  });
}

async function rulesOf(sql: Sql, kind: DocumentKind): Promise<HistoryRules> {
  const switched = await selectSwitchedFields(sql, kind);
  const fields = Object.entries(fieldsOf[kind]).map(([field, isDefault]) => ({
    field,
    isKept: switched.get(field) ?? isDefault,
  }));
  return { kind, fields, keepMonths: await selectKeepMonths(sql, kind) };
}

function toFields({ fields, keepMonths }: HistoryRules) {
  return { ...Object.fromEntries(fields.map(({ field, isKept }) => [field, isKept])), keepMonths };
}
