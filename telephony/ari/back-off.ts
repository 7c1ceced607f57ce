const firstMs = 200;
const longestMs = 5_000;

/**
 * How long to wait before attempt number `attempt` (1, 2, …) to connect again: doubled each time up to 5 s, and between
 * half and the whole of that by `chance` (0…1), so that servers that lost the same PBX do not all come back at once.
 */
export function backOffMs(attempt: number, chance: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 10));
  return Math.round(whole * (0.5 + chance / 2));
}
