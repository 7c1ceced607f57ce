import { z } from 'zod';
import { two } from './moment.ts';

/** What `<input type="datetime-local">` holds ↔ a moment of the contract; empty is null. */
export const localMoment = z.string().transform((text) => (text === '' ? null : new Date(text).toISOString()));

/** 2026-11-24T10:30 on this computer's clock. */
export function toLocal(moment: string | Date | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
