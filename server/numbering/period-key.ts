import { type CalendarDay, quarterOf } from './calendar-day.ts';
import type { ResetPeriod } from './contract.ts';

const keyOf = {
  never: () => '',
  year: ({ year }) => year,
  quarter: (day) => `${day.year}-Q${quarterOf(day)}`,
  month: ({ year, month }) => `${year}-${month}`,
  day: ({ year, month, day }) => `${year}-${month}-${day}`,
} satisfies Record<ResetPeriod, (day: CalendarDay) => string>;

/** What a counter counts within: 2026, 2026-Q3, 2026-08 or 2026-08-22; empty for a series that never resets (D-06). */
export const periodKey = (period: ResetPeriod, day: CalendarDay): string => keyOf[period](day);
