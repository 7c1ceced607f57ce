import type { PersonFacts } from './access/index.ts';
import { findPersonFacts, selectAllFacts } from './people/index.ts';
import type { Sql } from './platform/database.ts';

/** Who is who, in memory: pops and the board name people without asking the database. */
export class KnownPeople {
  readonly #sql: Sql;
  readonly #people = new Map<string, PersonFacts>();

  private constructor(sql: Sql) {
    this.#sql = sql;
  }

  static async load(sql: Sql): Promise<KnownPeople> {
    const known = new KnownPeople(sql);
    for (const facts of await selectAllFacts(sql)) known.#people.set(facts.personId, facts);
    return known;
  }

  /** After a save. Closed accounts stay known: their calls still bear their names. */
  async refresh(personId: string): Promise<void> {
    const facts = await findPersonFacts(this.#sql, personId);
    if (facts) this.#people.set(personId, facts);
  }

  find(personId: string): PersonFacts | null {
    return this.#people.get(personId) ?? null;
  }

  nameOf(personId: string): string | null {
    return this.#people.get(personId)?.name ?? null;
  }
}
