export interface CalendarDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The wall calendar's day at this moment, zero-filled. @param timeZone IANA name */
export function calendarDay(moment: Date, timeZone: string): CalendarDay {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { year: parts.get('year') ?? '', month: parts.get('month') ?? '', day: parts.get('day') ?? '' };
}

/** 1 to 4. */
export const quarterOf = ({ month }: CalendarDay): string => String(Math.ceil(Number(month) / 3));
