import { oneOf, withoutBlanks } from '../ui/search-values.ts';
import type { CallQuery } from './api.ts';

export const periods = ['today', 'yesterday', 'week', 'month', 'all'] as const;
export type Period = (typeof periods)[number];
export const directions = ['in', 'out', 'internal'] as const;
export const results = ['answered', 'missed'] as const;

/** The filter of the call log as it stands in the address: what is not there does not filter. */
export interface CallSearch {
  readonly period?: Period;
  readonly direction?: (typeof directions)[number];
  readonly result?: (typeof results)[number];
  readonly lineId?: string;
  readonly personId?: string;
  readonly clientId?: string;
  readonly number?: string;
}

const text = (value: unknown) => {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined;
};

/** An address is typed by people too: what does not fit is left out. */
export function parseCallSearch(raw: Readonly<Record<string, unknown>>): CallSearch {
  return withoutBlanks<CallSearch>({
    period: oneOf(periods, raw.period),
    direction: oneOf(directions, raw.direction),
    result: oneOf(results, raw.result),
    lineId: text(raw.lineId),
    personId: text(raw.personId),
    clientId: text(raw.clientId),
    number: text(raw.number),
  });
}

const daysBack: Readonly<Record<Exclude<Period, 'all'>, { from: number; until: number | null }>> = {
  today: { from: 0, until: null },
  yesterday: { from: -1, until: 0 },
  week: { from: -6, until: null },
  month: { from: -29, until: null },
};

const midnight = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();

/** What the server is asked: days become moments of the person's own day. */
export function toCallQuery({ period = 'all', number, ...rest }: CallSearch, now: Date): CallQuery {
  const query = { ...rest, number: number?.replace(/\D/g, '') };
  if (period === 'all') return query;
  const { from, until } = daysBack[period];
  return { ...query, from: midnight(now, from), until: until === null ? undefined : midnight(now, until) };
}
