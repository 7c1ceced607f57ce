import type { AppliedMigration, Migration } from './migrate.ts';

export type MigrationPlan = { readonly pending: readonly Migration[] } | { readonly refusal: string };

/**
 * What is left to apply, in order; or why nothing may be: history is never rewritten, because a database that
 * went through the former text would differ from a fresh one.
 */
export function planMigrations(migrations: readonly Migration[], applied: readonly AppliedMigration[]): MigrationPlan {
  const refusal = refusalFor(migrations, applied);
  if (refusal !== null) return { refusal };
  const done = new Set(applied.map((record) => record.number));
  return { pending: migrations.filter((migration) => !done.has(migration.number)) };
}

function refusalFor(migrations: readonly Migration[], applied: readonly AppliedMigration[]): string | null {
  const byNumber = new Map<number, Migration>();
  for (const migration of migrations) {
    const twin = byNumber.get(migration.number);
    if (twin) return `${twin.file} and ${migration.file} have the same number: give the later one the next free number`;
    byNumber.set(migration.number, migration);
  }
  for (const record of applied) {
    const refusal = refusalForApplied(record, byNumber.get(record.number));
    if (refusal !== null) return refusal;
  }
  return refusalForLate(migrations, applied);
}

function refusalForApplied(record: AppliedMigration, migration: Migration | undefined): string | null {
  if (migration === undefined) {
    return `the database was migrated by a newer program (${record.file} is unknown here): install that version or a later one`;
  }
  if (migration.checksum === record.checksum) return null;
  return `${migration.file} was changed after it had been applied: restore its text and put the change into a new file`;
}

function refusalForLate(migrations: readonly Migration[], applied: readonly AppliedMigration[]): string | null {
  const last = applied.at(-1);
  if (last === undefined) return null;
  const done = new Set(applied.map((record) => record.number));
  const late = migrations.find((migration) => migration.number < last.number && !done.has(migration.number));
  return late ? `${late.file} comes before ${last.file}, which is applied already: give it the next free number` : null;
}
