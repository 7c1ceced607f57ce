import type { HistoryValue } from './contract.ts';
import type { HistoryFields } from './what-changed.ts';

/** A field that names something else: what it was called that day is kept with it. Null: nothing is named. */
export function named(code: string | null, text: string | null): HistoryValue {
  return code === null ? null : { code, text: text ?? code };
}

/**
 * A row of settings as the history keeps it: lists as one text, in their order; parts that are objects are left out.
 *
 * @param without fields that say nothing of the setting itself, or that nobody may ever read
 */
export function plainFields(row: object, without: readonly string[] = []): HistoryFields {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => {
      if (without.includes(field)) return [];
      const plain = plainValue(value);
      return plain === undefined ? [] : [[field, plain]];
    }),
  );
}

function plainValue(value: unknown): string | number | boolean | null | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return Array.isArray(value) ? value.map(String).join(', ') : undefined;
}

/** Beside the fields of a save in which a password was typed: that it changed is all there is to keep. */
export function typedSecret(field: string, typed: string | null): HistoryFields {
  return typed === null ? {} : { [field]: { secret: true } };
}
