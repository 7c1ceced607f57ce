import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerEntry, PersonEntry } from '../../telephony/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { foldCalls } from './fold-calls.ts';
import { type CallLink, insertLedgerEntries, linkCalls, projectCalls, streamIdOf } from './ledger-queries.ts';
import { parseSpooledEntry } from './parse-spooled-entry.ts';
import { SpoolFile } from './spool-file.ts';

export interface LedgerWriterDeps {
  readonly database: Database;
  /** Where entries wait while the database is away; on the same machine, not shared with another writer. */
  readonly folder: string;
  /** Projects entries that the ledger did not have yet, in the same transaction. */
  readonly projectPersonEntries: (sql: Sql, entries: readonly PersonEntry[]) => Promise<void>;
  /** «Не протоколювати дзвінки з номером менше … символів» as it stands now. */
  readonly minLoggedDigits: () => number | null;
  readonly log: Log;
}

/** Long enough that one transaction serves several calls of a busy line, short enough that nobody sees it. */
const LINGER_MS = 80;
const MAX_BATCH = 500;
/** A database that has not answered for so long is treated as away; its late answer does no harm. */
const STALL_MS = 1000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2000;
/** Links are found by the database, so few can be waiting while it is away. */
const MAX_LINKS = 10_000;

type Attempt = 'written' | 'away' | 'refused';

/**
 * Writes what the hot line did: the ledger, and calls, legs and people's states projected from it in the same
 * transaction, in the order taken, each entry once. While the database is away entries wait in a file, flushed to
 * disk, and are written in order on its return or at the next start: disk, not memory, bounds the time it may be away.
 * An entry the database refuses for itself (never for being away) goes to `ledger-refused.jsonl` and is logged.
 */
export class LedgerWriter {
  readonly #deps: LedgerWriterDeps;
  #queue: LedgerEntry[] = [];
  #links: CallLink[] = [];
  #spool: SpoolFile | null = null;
  #retryMs = FIRST_RETRY_MS;
  #retryAt = 0;
  #stalled: Promise<Attempt> | null = null;
  #wake: () => void = () => {};
  #stopping = false;
  #finished: Promise<void> | null = null;
  #whenSettled: (() => void)[] = [];

  constructor(deps: LedgerWriterDeps) {
    this.#deps = deps;
  }

  /** Never waits and never throws: safe to call from the hot line's loop. */
  take(entries: readonly LedgerEntry[]): void {
    if (entries.length === 0) return;
    this.#queue.push(...entries);
    this.#wake();
  }

  /** Remembers whose call it is; written behind the entries taken before. */
  link(link: CallLink): void {
    if (this.#links.length < MAX_LINKS) this.#links.push(link);
    this.#wake();
  }

  /** Bytes of entries that wait on disk for the database; 0 while it answers. For the self-check. */
  get bytesWaiting(): number {
    return this.#spool?.bytesWaiting ?? 0;
  }

  /** Writes until `stop`. Rejects only when the disk cannot take what the database does not. */
  run(): Promise<void> {
    this.#finished ??= this.#loop();
    return this.#finished;
  }

  /** Writes what was taken, or leaves it on disk when the database is away; then `run` ends. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#finished;
  }

  /** Resolves when everything taken before, now or in an earlier run, is in the database. */
  async drain(): Promise<void> {
    if (this.#isSettled()) return;
    await new Promise<void>((resolve) => this.#whenSettled.push(resolve));
  }

  async #loop(): Promise<void> {
    this.#spool = await SpoolFile.open(join(this.#deps.folder, 'ledger-spool.jsonl'));
    try {
      while (!this.#stopping) {
        await this.#work(this.#spool);
        if (this.#isSettled()) for (const settled of this.#whenSettled.splice(0)) settled();
        await this.#waitForWork();
      }
      do await this.#work(this.#spool);
      while (this.#queue.length > 0);
    } finally {
      await this.#spool.close();
    }
  }

  #isSettled(): boolean {
    return this.#spool?.isEmpty === true && this.#queue.length === 0 && this.#links.length === 0;
  }

  async #waitForWork(): Promise<void> {
    if (this.#stopping) return;
    if (this.#queue.length > 0 || this.#links.length > 0) {
      await pause(LINGER_MS);
      return;
    }
    const idle = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await (this.#spool?.isEmpty ? idle : Promise.race([idle, pause(Math.max(0, this.#retryAt - Date.now()))]));
    if (!this.#stopping && this.#queue.length > 0) await pause(LINGER_MS);
  }

  /** Entries that wait on disk go first; new ones queue up behind them there. */
  async #work(spool: SpoolFile): Promise<void> {
    if (spool.isEmpty) return this.#writeQueue(spool);
    if (this.#queue.length > 0) await this.#moveToDisk(spool);
    if (Date.now() >= this.#retryAt) await this.#replay(spool);
  }

  async #writeQueue(spool: SpoolFile): Promise<void> {
    if (this.#queue.length === 0 && this.#links.length === 0) return;
    const batch = this.#queue.slice(0, MAX_BATCH);
    if (await this.#write(batch)) this.#queue.splice(0, batch.length);
    else if (this.#queue.length > 0) await this.#moveToDisk(spool);
  }

  async #moveToDisk(spool: SpoolFile): Promise<void> {
    const batch = this.#queue.slice();
    await spool.append(batch.map((entry) => JSON.stringify(entry)));
    this.#queue.splice(0, batch.length);
  }

  async #replay(spool: SpoolFile): Promise<void> {
    const { lines, bytes } = await spool.peek();
    const entries = lines.flatMap((line) => parseSpooledEntry(line) ?? this.#lost(line));
    if (await this.#write(entries)) await spool.confirm(bytes);
  }

  #lost(line: string): [] {
    this.#deps.log.error({ line }, 'a line of the ledger spool is no entry and was passed over');
    return [];
  }

  /** @returns false when the database is away: nothing may be forgotten */
  async #write(entries: readonly LedgerEntry[]): Promise<boolean> {
    const links = this.#links.slice();
    const attempt = await this.#attempt(entries, links);
    if (attempt === 'away') return this.#away();
    if (attempt === 'refused' && !(await this.#writeOneByOne(entries))) return this.#away();
    if (attempt === 'written') this.#links.splice(0, links.length);
    this.#retryMs = FIRST_RETRY_MS;
    return true;
  }

  #away(): false {
    this.#retryAt = Date.now() + this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    return false;
  }

  /** The database took none because it refused one: find out which. Entries written here are skipped when repeated. */
  async #writeOneByOne(entries: readonly LedgerEntry[]): Promise<boolean> {
    for (const entry of entries) {
      const attempt = await this.#attempt([entry], []);
      if (attempt === 'away') return false;
      if (attempt === 'refused') await this.#setAside(entry);
    }
    // A link that names what is gone would refuse every batch.
    this.#links = [];
    return true;
  }

  async #setAside(entry: LedgerEntry): Promise<void> {
    this.#deps.log.error({ stream: streamIdOf(entry), seq: entry.seq, type: entry.type }, 'ledger entry refused');
    const refused = await SpoolFile.open(join(this.#deps.folder, 'ledger-refused.jsonl'));
    await refused.append([JSON.stringify(entry)]);
    await refused.close();
  }

  async #attempt(entries: readonly LedgerEntry[], links: readonly CallLink[]): Promise<Attempt> {
    if (this.#stalled && (await withinStall(this.#stalled)) === null) return 'away';
    this.#stalled = this.#transact(entries, links);
    const attempt = await withinStall(this.#stalled);
    if (attempt === null) return 'away';
    this.#stalled = null;
    return attempt;
  }

  async #transact(entries: readonly LedgerEntry[], links: readonly CallLink[]): Promise<Attempt> {
    const { database, projectPersonEntries, minLoggedDigits, log } = this.#deps;
    try {
      await transaction(database, async (sql) => {
        const fresh = await insertLedgerEntries(sql, entries);
        const people = fresh.filter((entry) => entry.stream === 'person');
        const calls = fresh.filter((entry) => entry.stream === 'call');
        await Promise.all([
          projectCalls(sql, foldCalls(calls, minLoggedDigits())),
          people.length > 0 && projectPersonEntries(sql, people),
          links.length > 0 && linkCalls(sql, links),
        ]);
      });
      return 'written';
    } catch (err) {
      log.warn({ err, entries: entries.length }, 'ledger batch not written');
      return isRefusedData(err) ? 'refused' : 'away';
    }
  }
}

/** SQLSTATE classes 22 (data) and 23 (constraint): the entry is at fault, trying again does not help. */
function isRefusedData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}

/** Null when it takes too long; it goes on meanwhile. */
function withinStall(attempt: Promise<Attempt>): Promise<Attempt | null> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, STALL_MS, null);
    void attempt.then((result) => {
      clearTimeout(limit);
      resolve(result);
    });
  });
}
