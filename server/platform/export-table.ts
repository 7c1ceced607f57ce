import { z } from 'zod';
import { csvBytes } from './csv-bytes.ts';
import { xlsxBytes } from './xlsx-bytes.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a cell of a file can be. A moment is written as the wall clock of the asked time zone shows it. */
export type ExportCell = string | number | Date | null;

/** How one column of a list goes into a file. The heading is the list's own, in both languages. */
export interface ExportColumn<Row> {
  readonly id: string;
  readonly title: Readonly<Record<'uk' | 'en', string>>;
  readonly cell: (row: Row, language: 'uk' | 'en') => ExportCell;
}

/** What every export route is asked besides the filter of its list. */
export const exportQuery = z.object({
  format: z.enum(exportFormats).default('csv'),
  /** Ids in the order wanted, with commas; what the list does not have is left out; none: all. */
  columns: z.string().max(2000).default(''),
  language: z.enum(['uk', 'en']).default('uk'),
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => isTimeZone(zone))
    .default('Europe/Kyiv'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

export interface ExportTable {
  /** Name of the file and of the sheet. */
  readonly title: string;
  readonly headings: readonly string[];
  /** Rows as they are read; the file takes the next ones when the receiver has taken the former. */
  readonly pages: AsyncIterable<readonly (readonly ExportCell[])[]>;
  readonly timeZone: string;
}

export interface ExportedFile {
  readonly body: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<ExportFormat, string>>;

/**
 * A list as a file (R-161). Holds one page at a time, whatever the size of the list; a receiver that goes away ends the
 * reading. The route has checked the right to the list and `registry.export` before.
 */
export function exportTable(format: ExportFormat, table: ExportTable): ExportedFile {
  const bytes = format === 'csv' ? csvBytes(table) : xlsxBytes(table);
  return {
    body: ReadableStream.from(bytes) as ReadableStream<Uint8Array>,
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${table.title}.${format}`)}`,
    },
  };
}

export interface ExportedList<Row> {
  readonly title: Readonly<Record<'uk' | 'en', string>>;
  readonly columns: readonly ExportColumn<Row>[];
  /** The list's own question, so that its filter, order and rights are the screen's. */
  readonly page: (
    after: string | undefined,
  ) => Promise<{ readonly rows: readonly Row[]; readonly after: string | null }>;
}

/** Rows of the list, read page by page by its key: no cursor is held open while a slow receiver takes its time. */
export function exportRows<Row>({ format, language, timeZone, columns }: ExportQuery, list: ExportedList<Row>) {
  const chosen = chosenColumns(list.columns, columns);
  return exportTable(format, {
    title: list.title[language],
    headings: chosen.map(({ title }) => title[language]),
    pages: (async function* () {
      let after: string | null | undefined;
      do {
        const page = await list.page(after ?? undefined);
        yield page.rows.map((row) => chosen.map(({ cell }) => cell(row, language)));
        after = page.after;
      } while (after !== null);
    })(),
    timeZone,
  });
}

function chosenColumns<Row>(columns: readonly ExportColumn<Row>[], wanted: string): readonly ExportColumn<Row>[] {
  const ids = wanted.split(',').filter((id) => id !== '');
  const found = ids.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  return found.length === 0 ? columns : found;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
