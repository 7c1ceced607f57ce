import postgres from 'postgres';

const UNIQUE_VIOLATION = '23505';

/**
 * For a save that lost the race against another one, which the check before it could not see.
 *
 * @returns the name of the unique index or constraint that refused, null for any other error
 */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof postgres.PostgresError) || error.code !== UNIQUE_VIOLATION) return null;
  return error.constraint_name ?? null;
}
