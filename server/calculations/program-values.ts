import { wallClockIn } from '../platform/wall-clock.ts';
import type { FieldValue } from './contract.ts';
import type { DocumentField } from './document-fields.ts';
import type { ProgramValue, ProgramValues } from './program-job.ts';

type Known = Readonly<Record<string, unknown>>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/;
/** A day without a time is the whole day: a task due on it is not overdue before it ends. */
const END_OF_DAY = { hour: 23, minute: 59 };

/** What a program reads: only fields of the catalogue, moments as the clock on the firm's wall shows them. */
export function toProgramValues(values: Known, fields: readonly DocumentField[], timeZone: string): ProgramValues {
  return Object.fromEntries(fields.map((field) => [field.code, toProgramValue(values[field.code], field, timeZone)]));
}

function toProgramValue(value: unknown, { type }: DocumentField, timeZone: string): ProgramValue {
  if (value === undefined || value === null) return type === 'text' ? '' : null;
  if (type !== 'moment') return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  const at = value instanceof Date ? value : new Date(String(value));
  return Number.isNaN(at.getTime()) ? null : localText(at, timeZone);
}

/** `2026-08-22T18:00` */
export function localText(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClockIn(timeZone)(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/**
 * The reverse of `localText`. An hour that the clock skips in spring becomes the one after it; of one it shows twice in
 * autumn the first is meant.
 */
export function momentOf(text: string, timeZone: string): string | null {
  const [, year, month, day, hour = END_OF_DAY.hour, minute = END_OF_DAY.minute] = LOCAL.exec(text) ?? [];
  if (year === undefined) return null;
  const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const offsetAt = (at: number) => {
    const wall = wallClockIn(timeZone)(new Date(at));
    return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - at;
  };
  const DAY = 86_400_000;
  for (const offset of [offsetAt(asUtc - DAY), offsetAt(asUtc + DAY)])
    if (offsetAt(asUtc - offset) === offset) return new Date(asUtc - offset).toISOString();
  return new Date(asUtc - offsetAt(asUtc - DAY)).toISOString();
}

/**
 * What a program set, as the document keeps it. The sandbox has checked it already and said what is wrong in words;
 * here nothing is believed: what does not fit is not among the answer.
 */
export function toFieldValues(
  changes: ProgramValues,
  fields: readonly DocumentField[],
  timeZone: string,
): Readonly<Record<string, FieldValue>> {
  const fitting = fields.flatMap((field) => {
    const value = changes[field.code];
    if (value === undefined || !field.isWritable) return [];
    const stored = toFieldValue(value, field, timeZone);
    return stored === undefined ? [] : [[field.code, stored] as const];
  });
  return Object.fromEntries(fitting);
}

function toFieldValue(value: ProgramValue, field: DocumentField, timeZone: string): FieldValue | undefined {
  const { type, min = -1e15, max = 1e15, maxLength = 300 } = field;
  if (value === null) return field.isRequired ? undefined : null;
  switch (type) {
    case 'number':
      return typeof value === 'number' && value >= min && value <= max ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return field.choices?.find(({ code }) => code === value)?.code;
    case 'moment':
      return typeof value === 'string' ? (momentOf(value, timeZone) ?? undefined) : undefined;
    case 'text':
      return typeof value === 'string' && value.length <= maxLength && !/[\0\p{Cs}]/u.test(value) ? value : undefined;
    default:
      return typeof value === 'string' && UUID.test(value) ? value : undefined;
  }
}
