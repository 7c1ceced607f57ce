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

const oneOf = <T extends string>(allowed: readonly T[], value: unknown) => allowed.find((one) => one === value);
const text = (value: unknown) => {
  const words = typeof value === 'number' ? String(value) : value;
  return typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined;
};

/** An address is typed by people too: what does not fit is left out. */
export function parseCallSearch(raw: Readonly<Record<string, unknown>>): CallSearch {
  const search = {
    period: oneOf(periods, raw.period),
    direction: oneOf(directions, raw.direction),
    result: oneOf(results, raw.result),
    lineId: text(raw.lineId),
    personId: text(raw.personId),
    clientId: text(raw.clientId),
    number: text(raw.number),
  };
  return withoutBlanks(search);
}

type Blankable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Leaves out what is undefined, so that the address stays short. */
export function withoutBlanks(search: Blankable<CallSearch>): CallSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
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
