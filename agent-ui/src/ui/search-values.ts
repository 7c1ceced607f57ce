/** What stands in an address is typed by people too: these leave out what does not fit. */

export const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const oneOf = <T extends string>(allowed: readonly T[], value: unknown) => allowed.find((one) => one === value);

export type Blankable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Leaves out what is undefined, so that the address stays short. */
export function withoutBlanks<Search extends object>(search: Blankable<Search>): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}
