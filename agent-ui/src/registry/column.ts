import type { ReactNode } from 'react';

/** One column of a registry: data, not markup, so that every registry looks and works alike (D-19). */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** A track of a CSS grid: `90px`, `minmax(140px, 2fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and durations stand right. */
  readonly isNumber?: boolean;
  /** Digits of one width without standing right: times, phone numbers, codes. */
  readonly isFigures?: boolean;
  /** What the title says when the cell is too narrow; the cell's own text when it is a string. */
  readonly hint?: (row: Row) => string;
  /** Explains the heading. */
  readonly titleHint?: string;
}
