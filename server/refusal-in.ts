import { Refusal } from './platform/refusal.ts';

/** Codes of the driver, of the network and of PostgreSQL that mean: nobody answers now, the request itself was fine. */
const databaseIsAway: readonly string[] = [
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  // Shut down, crashed, starting up, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
];

/** What the sender can be told; null: a fault of ours, to be logged. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return isDatabaseAway(error) ? new Refusal('database_unreachable') : null;
}

/** The cause is looked at as well: libraries wrap what the driver throws. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isAway = 'code' in error && typeof error.code === 'string' && databaseIsAway.includes(error.code);
  return isAway || isDatabaseAway(error.cause);
}
