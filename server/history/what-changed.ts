import type { HistoryValue } from './contract.ts';

/** What an object said of itself, field by field. */
export type HistoryFields = Readonly<Record<string, HistoryValue>>;

export interface FieldChange {
  readonly field: string;
  readonly before: HistoryValue;
  readonly after: HistoryValue;
}

/** The field that stands for the whole object. */
export const WHOLE_OBJECT = '*';

/**
 * What there is to write down. Made and removed objects are always one row (D-08); a changed one gives a row for each
 * kept field whose value differs. A field only one side names counts as empty on the other.
 *
 * @param before null: the object is new
 * @param after null: the object is gone
 */
export function whatChanged(
  before: HistoryFields | null,
  after: HistoryFields | null,
  isKept: (field: string) => boolean,
): readonly FieldChange[] {
  if (before === null || after === null) return before === after ? [] : [wholeObject(before, after)];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const change = { field, before: before[field] ?? null, after: after[field] ?? null };
    return isKept(field) && isDifferent(change) ? [change] : [];
  });
}

const wholeObject = (before: HistoryFields | null, after: HistoryFields | null): FieldChange => ({
  field: WHOLE_OBJECT,
  before: before === null ? null : true,
  after: after === null ? null : true,
});

/** Codes decide, not their texts: a renamed status changes no task. Of a secret only the caller knows; naming it on one side says it. */
function isDifferent({ before, after }: FieldChange): boolean {
  return compared(before) !== compared(after);
}

function compared(value: HistoryValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return 'secret' in value ? 'secret' : JSON.stringify(value.code);
}
