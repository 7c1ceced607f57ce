export const two = (value: number) => String(value).padStart(2, '0');
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`;
const dayAndMonth = (at: Date) => `${two(at.getDate())}.${two(at.getMonth() + 1)}`;
const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();

/** 10:42 today, 19.11 16:40 this year, 19.11.2024 before: for logs, where every row needs its hour. */
export function logTime(at: Date, now: Date): string {
  if (isSameDay(at, now)) return clock(at);
  if (at.getFullYear() === now.getFullYear()) return `${dayAndMonth(at)} ${clock(at)}`;
  return `${dayAndMonth(at)}.${at.getFullYear()}`;
}

/** 19.11.2026 16:40:07, what stands in the title of a short time. */
export const fullTime = (at: Date) => `${dayAndMonth(at)}.${at.getFullYear()} ${clock(at)}:${two(at.getSeconds())}`;

export const clockTime = clock;

/** The near past in words, the rest as in a log: «5 хв тому», 09:14, 19.11. */
export function sinceWhen(at: Date, now: Date, minutesAgo: (minutes: number) => string): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes >= 0 && minutes < 60) return minutesAgo(minutes);
  if (isSameDay(at, now)) return clock(at);
  return at.getFullYear() === now.getFullYear() ? dayAndMonth(at) : `${dayAndMonth(at)}.${at.getFullYear()}`;
}
