import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportCell, ExportTable } from './export-table.ts';
import { type WallClock, wallClockIn } from './wall-clock.ts';

/** A sheet of a spreadsheet has so many lines; the heading takes one. */
const ROWS_PER_SHEET = 1_048_575;
const CELL_TEXT_AT_MOST = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell styles by number: usual, moment, heading. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/**
 * A workbook as it grows: one page of rows in memory, squeezed on the thread pool. All text is text, so nothing in it can
 * become a formula. A list longer than a sheet goes on in the next one.
 */
export async function* xlsxBytes(table: ExportTable): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const source = new SheetSource(table);
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  const filled = fill(zip, source);
  // Whoever waits for the bytes hears of the failure; nobody else needs to.
  Promise.race([filled, failed]).catch((error: unknown) => output.destroy(asError(error)));
  const output = zip.outputStream as Readable;
  try {
    for await (const bytes of output) yield bytes as Uint8Array;
    await filled;
  } finally {
    output.destroy();
    await source.stop();
  }
}

async function fill(zip: ZipFile, source: SheetSource): Promise<void> {
  let sheets = 0;
  while (!source.isOver) {
    sheets += 1;
    const sheet = Readable.from(source.sheet());
    const over = new Promise<void>((resolve, reject) => {
      sheet.once('end', resolve);
      sheet.once('error', reject);
    });
    zip.addReadStream(sheet, `xl/worksheets/sheet${sheets}.xml`);
    await over;
  }
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  zip.addBuffer(Buffer.from(styles), 'xl/styles.xml');
  zip.addBuffer(Buffer.from(workbook(source.title, numbers)), 'xl/workbook.xml');
  zip.addBuffer(Buffer.from(workbookRelations(numbers)), 'xl/_rels/workbook.xml.rels');
  zip.addBuffer(Buffer.from(rootRelations), '_rels/.rels');
  zip.addBuffer(Buffer.from(contentTypes(numbers)), '[Content_Types].xml');
  zip.end();
}

/** The rows, cut into sheets. */
class SheetSource {
  readonly title: string;
  isOver = false;
  readonly #headings: readonly string[];
  readonly #pages: AsyncIterator<readonly (readonly ExportCell[])[]>;
  readonly #clock: (moment: Date) => WallClock;
  #rest: readonly (readonly ExportCell[])[] = [];

  constructor({ title, headings, pages, timeZone }: ExportTable) {
    this.title = title;
    this.#headings = headings;
    this.#pages = pages[Symbol.asyncIterator]();
    this.#clock = wallClockIn(timeZone);
  }

  async *sheet(): AsyncGenerator<Buffer> {
    const freeze = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    yield Buffer.from(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${freeze}</sheetView></sheetViews><sheetData>${rowXml(this.#headings, 1, (text, at) => textXml(String(text), at, 2))}`,
    );
    let line = 1;
    while (line <= ROWS_PER_SHEET) {
      const rows = await this.#next();
      if (rows === null) break;
      const fitting = rows.slice(0, ROWS_PER_SHEET + 1 - line);
      this.#rest = rows.slice(fitting.length);
      const first = line + 1;
      line += fitting.length;
      yield Buffer.from(
        fitting.map((row, n) => rowXml(row, first + n, (cell, at) => this.#cellXml(cell, at))).join(''),
      );
    }
    yield Buffer.from('</sheetData></worksheet>');
  }

  async stop(): Promise<void> {
    await this.#pages.return?.();
  }

  async #next(): Promise<readonly (readonly ExportCell[])[] | null> {
    if (this.#rest.length > 0) return this.#rest;
    const { done, value } = await this.#pages.next();
    this.isOver = done === true;
    return done ? null : value;
  }

  #cellXml(cell: ExportCell, at: string): string {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (cell instanceof Date) return `<c r="${at}" s="1"><v>${serialDay(this.#clock(cell))}</v></c>`;
    return textXml(cell, at, 0);
  }
}

function rowXml<Cell>(cells: readonly Cell[], line: number, xml: (cell: Cell, at: string) => string): string {
  return `<row r="${line}">${cells.map((cell, column) => xml(cell, `${columnName(column)}${line}`)).join('')}</row>`;
}

function textXml(text: string, at: string, style: number): string {
  return `<c r="${at}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escapeXml(text.slice(0, CELL_TEXT_AT_MOST))}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Days since the 30th of December 1899, as spreadsheets count them. */
export function serialDay({ year, month, day, hour, minute, second }: WallClock): number {
  const days = Date.UTC(year, month - 1, day, hour, minute, second) / 86_400_000;
  return Math.round((days + 25_569) * 1e8) / 1e8;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
  );
}

function workbook(title: string, numbers: readonly number[]): string {
  const name = escapeXml(title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 25));
  const sheets = numbers.map((n) => `<sheet name="${n === 1 ? name : `${name} ${n}`}" sheetId="${n}" r:id="rId${n}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

const rootRelations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function contentTypes(numbers: readonly number[]): string {
  const type = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
  const sheets = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type('worksheet')}"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>${sheets.join('')}</Types>`;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
