import type { Sql } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { type PopLogRow, putPopLog } from './queries.ts';

export interface PopLogDeps {
  readonly sql: Sql;
  readonly log: Log;
}

const FLUSH_EVERY_MS = 1000;
/** Some minutes of a busy line without a database; then the oldest go and the log says how many. */
const MAX_WAITING = 20_000;

/** Which pops were made, sent and seen (C14.8). Written once a second: nobody waits for it. */
export class PopLog {
  readonly #deps: PopLogDeps;
  #rows = new Map<string, PopLogRow>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(deps: PopLogDeps) {
    this.#deps = deps;
  }

  /** Later facts about the same pop complete the earlier ones. */
  note(pop: Pick<PopLogRow, 'callId' | 'offerNo' | 'personId' | 'createdAt'> & Partial<PopLogRow>): void {
    const key = `${pop.callId} ${pop.offerNo} ${pop.personId}`;
    const known = this.#rows.get(key) ?? { ...pop, deliveredAt: null, seenAt: null };
    const deliveredAt = known.deliveredAt ?? pop.deliveredAt ?? null;
    this.#rows.set(key, { ...known, deliveredAt, seenAt: known.seenAt ?? pop.seenAt ?? null });
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_EVERY_MS);
  }

  /** Writes what is left. */
  async stop(): Promise<void> {
    this.#flush();
    await this.#writing;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#rows.size === 0) return;
    const rows = this.#rows;
    this.#rows = new Map();
    this.#writing = this.#writing.then(() => this.#write(rows));
  }

  async #write(rows: Map<string, PopLogRow>): Promise<void> {
    try {
      await putPopLog(this.#deps.sql, [...rows.values()]);
    } catch (err) {
      this.#deps.log.warn({ err, pops: rows.size }, 'pop log not written');
      this.#keep(rows);
    }
  }

  /** For the next time, behind nothing newer: what came meanwhile completes them in the database. */
  #keep(rows: Map<string, PopLogRow>): void {
    const room = Math.max(0, MAX_WAITING - this.#rows.size);
    const kept = [...rows].slice(Math.max(0, rows.size - room));
    if (kept.length < rows.size) this.#deps.log.error({ dropped: rows.size - kept.length }, 'pop log is full');
    this.#rows = new Map([...kept, ...this.#rows]);
  }
}
