import type { TFunction } from 'i18next';
import type { HistoryRow, HistoryValue } from '../../../server/history/contract.ts';
import { uk } from '../texts/uk.ts';

type Side = 'before' | 'after';

const isKind = (kind: string): kind is keyof typeof uk.history.kind => kind in uk.history.kind;
const isField = (field: string): field is keyof typeof uk.history.field => field in uk.history.field;

export const kindWord = (t: TFunction, kind: string) => (isKind(kind) ? t(`history.kind.${kind}`) : kind);

/** A field nobody has named keeps its code: better than nothing said. */
export const fieldWord = (t: TFunction, field: string) => (isField(field) ? t(`history.field.${field}`) : field);

/** What was done: a field's name, or that the whole object came or went. */
export function deedWord(t: TFunction, { field, before }: HistoryRow): string {
  if (field !== '*') return fieldWord(t, field);
  return before === null ? t('history.created') : t('history.removed');
}

/** One side of a change; of whole objects and secrets there is nothing to show. */
export function sideWord(t: TFunction, row: HistoryRow, side: Side): string {
  return row.field === '*' ? '' : valueWord(t, row[side]);
}

function valueWord(t: TFunction, value: HistoryValue): string {
  if (value === null || value === '') return t('history.nothing');
  if (typeof value === 'boolean') return value ? t('state.yes') : t('state.no');
  if (typeof value !== 'object') return String(value);
  return 'secret' in value ? t('history.secretChanged') : value.text;
}
