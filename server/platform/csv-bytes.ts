import type { ExportCell, ExportTable } from './export-table.ts';
import { type WallClock, wallClockIn } from './wall-clock.ts';

const SEPARATOR = ';';
/** A spreadsheet would take text that begins so for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\r\n]/;

/**
 * CSV as spreadsheets of this country open it with a double click: UTF-8 with its mark, `;`, decimal comma, RFC 4180
 * quotes. Text that could be taken for a formula gets an apostrophe in front; the import takes it away again.
 */
export async function* csvBytes({ headings, pages, timeZone }: ExportTable): AsyncGenerator<Uint8Array> {
  const clock = wallClockIn(timeZone);
  const line = (cells: readonly ExportCell[]) => `${cells.map((cell) => csvCell(cell, clock)).join(SEPARATOR)}\r\n`;
  yield Buffer.from(`\uFEFF${line(headings)}`);
  for await (const rows of pages) {
    if (rows.length > 0) yield Buffer.from(rows.map(line).join(''));
  }
}

export function csvCell(cell: ExportCell, clock: (moment: Date) => WallClock): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell instanceof Date) return clockText(clock(cell));
  const guarded = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function clockText({ year, month, day, hour, minute, second }: WallClock): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day)}.${two(month)}.${year} ${two(hour)}:${two(minute)}:${two(second)}`;
}
