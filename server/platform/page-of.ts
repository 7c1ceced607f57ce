export interface Page<Row> {
  readonly rows: readonly Row[];
  /** To ask for the next page with; null: this is the last. */
  readonly after: string | null;
}

/**
 * Cuts what was found to a page. Ask the database for one row more than the limit: that row says whether there is more.
 *
 * @param placeOf where the next page begins, as text that the list can read again: after this row
 */
export function pageOf<Row>(found: readonly Row[], limit: number, placeOf: (last: Row) => string): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, after: last !== undefined && found.length > limit ? placeOf(last) : null };
}
