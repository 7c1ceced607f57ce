import type { ProgramAction, Trigger } from './contract.ts';
import type { DocumentField, DocumentKind } from './document-fields.ts';

/** A value inside a program: a moment is local text, `2026-08-22T18:00`. */
export type ProgramValue = string | number | boolean | null;
export type ProgramValues = Readonly<Record<string, ProgramValue>>;
/** A read-only object under its Ukrainian and its English names. */
export type ProgramObject = Readonly<Record<string, ProgramValue>> | null;

/** All a program sees; goes into the sandbox as JSON. */
export interface ProgramFacts {
  readonly document: DocumentKind;
  readonly trigger: Trigger;
  readonly fields: readonly DocumentField[];
  readonly values: ProgramValues;
  /** Null: the document is new. */
  readonly before: ProgramValues | null;
  /** Global names and what they are: `клієнт`, `client`, `сьогодні`, … */
  readonly globals: Readonly<Record<string, ProgramObject | ProgramValue>>;
  readonly constants: Readonly<Record<string, ProgramValue>>;
  /** `2026-08-24`, … */
  readonly holidays: readonly string[];
}

export type ProgramJob =
  | { readonly kind: 'run'; readonly code: string; readonly facts: ProgramFacts }
  | { readonly kind: 'check'; readonly code: string };

export type FailureKind = 'syntax' | 'error' | 'time' | 'memory' | 'stack' | 'text_too_long' | 'waits';
export interface ProgramFailure {
  readonly kind: FailureKind;
  /** The engine's or the library's own words. */
  readonly message: string;
  /** Counts from 1; null when the place is unknown. */
  readonly line: number | null;
}

export interface ProgramResult {
  /** Text of `помилка`, and where. */
  readonly refusal: { readonly text: string; readonly line: number | null } | null;
  readonly failure: ProgramFailure | null;
  readonly warnings: readonly string[];
  /** Of a program that ended well; moments as local text. */
  readonly changes: ProgramValues;
  readonly actions: readonly ProgramAction[];
  readonly milliseconds: number;
}

/** What the program may use up; all of them end it with words (D-09). */
export const limits = {
  milliseconds: 50,
  /** Interrupts of the engine, each some ten thousand steps: holds where the clock does not. */
  interrupts: 10_000,
  memoryBytes: 16 * 1024 * 1024,
  stackBytes: 256 * 1024,
  actions: 10,
  warnings: 20,
  textLength: 20_000,
} as const;
