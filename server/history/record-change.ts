import { randomUUID } from 'node:crypto';
import type { Sql } from '../platform/database.ts';
import type { HistorySource } from './contract.ts';
import { fieldsOf, type HistoryKind, isDocumentKind } from './history-fields.ts';
import { insertHistory, selectSwitchedFields } from './queries.ts';
import { type HistoryFields, whatChanged } from './what-changed.ts';

export interface Change {
  readonly kind: HistoryKind;
  readonly objectId: string;
  /** As it is called now: the history stays readable when the object is gone. */
  readonly objectName: string;
  readonly actor: { readonly personId: string | null; readonly source: HistorySource };
  /** Null: the object is new. */
  readonly before: HistoryFields | null;
  /** Null: the object is removed. */
  readonly after: HistoryFields | null;
  readonly reason?: string;
}

/**
 * Writes down what a save changed, in the save's own transaction (R-160, D-08). A document keeps the fields that are
 * switched on; settings, rights and directories keep all of them. Writes nothing when nothing worth keeping differs.
 */
export async function recordChange(sql: Sql, { actor, before, after, reason = '', ...object }: Change): Promise<void> {
  const changes = whatChanged(before, after, await keeper(sql, object.kind));
  if (changes.length === 0) return;
  await insertHistory(sql, { ...object, ...actor, reason, changeId: randomUUID() }, changes);
}

async function keeper(sql: Sql, kind: HistoryKind): Promise<(field: string) => boolean> {
  if (!isDocumentKind(kind)) return () => true;
  const switched = await selectSwitchedFields(sql, kind);
  return (field) => switched.get(field) ?? fieldsOf[kind][field] ?? false;
}
