/** The value that `share` (0 to 1) of all are not above, by nearest rank. NaN when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** To two digits behind the point: what a delay measured through SIPp's 1 ms loop can carry. */
export const rounded = (value: number) => Math.round(value * 100) / 100;
