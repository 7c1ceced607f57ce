import type { Sql } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { callsOfPeople, type LineFigures, lineFigures, localMidnight } from './queries.ts';

export interface BoardFiguresDeps {
  readonly sql: Sql;
  readonly timeZone: () => string;
  readonly log: Log;
}

export interface Figures {
  readonly lines: ReadonlyMap<string, LineFigures>;
  readonly callsOfPeople: ReadonlyMap<string, number>;
}

const AT_MOST_EVERY_MS = 1000;
/** However long the day, the figures take at most this share of one connection's time. */
const REST_PER_WORK = 10;
const AHEAD_MS = 60_000;

/** Today's figures, asked at most once a second and shared by whoever asks meanwhile. */
export class BoardFigures {
  readonly #deps: BoardFiguresDeps;
  #figures: Figures = { lines: new Map(), callsOfPeople: new Map() };
  #restUntil = 0;
  #asking: Promise<boolean> | null = null;

  constructor(deps: BoardFiguresDeps) {
    this.#deps = deps;
  }

  get latest(): Figures {
    return this.#figures;
  }

  /** @returns whether there are newer ones now. A database that is away leaves the old ones standing. */
  async refresh(): Promise<boolean> {
    if (this.#asking) return this.#asking;
    if (performance.now() < this.#restUntil) return false;
    this.#asking = this.#ask();
    const isNewer = await this.#asking;
    this.#asking = null;
    return isNewer;
  }

  async #ask(): Promise<boolean> {
    const startedAt = performance.now();
    try {
      this.#figures = await this.#read(new Date());
      return true;
    } catch (err) {
      this.#deps.log.warn({ err }, 'figures of the board not read');
      return false;
    } finally {
      const now = performance.now();
      this.#restUntil = now + Math.max(AT_MOST_EVERY_MS, (now - startedAt) * REST_PER_WORK);
    }
  }

  async #read(now: Date): Promise<Figures> {
    const { sql, timeZone } = this.#deps;
    const midnight = await localMidnight(sql, now, timeZone());
    const [lines, people] = await Promise.all([
      lineFigures(sql, { from: midnight, until: new Date(now.getTime() + AHEAD_MS) }),
      callsOfPeople(sql, midnight),
    ]);
    return {
      lines: new Map(lines.map((line) => [line.lineId, line])),
      callsOfPeople: new Map(people.map(({ personId, calls }) => [personId, calls])),
    };
  }
}
