import postgres from 'postgres';

/** What a column of a type PostgreSQL has and JavaScript has not comes back as. See `conversions`. */
export interface DatabaseTypes extends Record<string, unknown> {
  readonly int8: number;
  readonly date: string;
}

/** The pool: opened once per process, may begin transactions. Handed to use cases, never to queries. */
export type Database = postgres.Sql<DatabaseTypes>;

/** What a query needs: the pool or a running transaction. Every function in a `queries.ts` takes this one. */
export type Sql = postgres.ISql<DatabaseTypes>;

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP_WITHOUT_TIME_ZONE = 1114;

/** The driver's types where its defaults would mislead us. `timestamptz` is a `Date` and `numeric` is text by its defaults. */
const conversions = {
  // `count(*)`, `sum(int4)` and bigint keys: a number as long as it is exact, else an error rather than a wrong digit.
  int8: { to: INT8, from: [INT8], serialize: String, parse: parseInt8 },
  // A calendar day or a wall-clock time is no moment: as a `Date` it would move with the server's time zone.
  date: {
    to: DATE,
    from: [DATE, TIMESTAMP_WITHOUT_TIME_ZONE],
    serialize: (day: string) => day,
    parse: (day: string) => day,
  },
};

/** @throws RangeError for a value beyond 2^53: select it as `::text` and keep it text */
export function parseInt8(digits: string): number {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${digits} is too large for a number: select it as text`);
}

export interface DatabaseOptions {
  /** Connections at most, 10 unless told. */
  readonly maxConnections?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

/**
 * Opens a pool. Connects with the first query, so an unreachable server shows there.
 *
 * @param url `postgres://user:password@host:port/database`, or with `?host=/folder` for a unix socket
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { address, socketFolder } = splitSocketFolder(url);
  return postgres(address, {
    ...(socketFolder === null ? {} : { host: socketFolder }),
    max: options.maxConnections ?? 10,
    // Column names only. `postgres.camel` would rename the keys inside jsonb as well.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: conversions,
    // The embedded server is local and a real one is near: what takes longer to reach is away.
    connect_timeout: 10,
    connection: {
      application_name: options.applicationName ?? 'dzvin',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: 'UTC',
    },
    // `create … if not exists` and the like tell what they skipped; nobody acts on it.
    onnotice: () => {},
  });
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it rejects.
 * Name the parameter as you name the pool, so that the pool is out of reach inside: a query on the pool would
 * wait for a second connection, for ever when the pool is used up. Nothing in `work` may leave the machine.
 */
export async function transaction<Result>(database: Database, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  // In an object, because the driver would take an array for a list of promises.
  const { result } = await database.begin(async (sql) => ({ result: await unlessConnectionIsGone(work(sql)) }));
  return result;
}

/** How the driver and the server say that the connection of a query is gone. */
const CONNECTION_GONE = /^(57P0[12]|CONNECTION_CLOSED|ECONNRESET|EPIPE|ERR_STREAM_(DESTROYED|WRITE_AFTER_END))$/;

/**
 * On any other error the driver sends a rollback. Down a connection that is gone it would throw where nobody can
 * catch it and leave the pool a connection that never opens again (porsager/postgres#1208); its `begin` rejects by
 * itself when the connection closes, so such an error ends here.
 */
async function unlessConnectionIsGone<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && CONNECTION_GONE.test(String(error.code));
    return isGone ? new Promise<never>(() => {}) : Promise.reject(error);
  }
}

/** The driver takes a socket's folder as an option only; its other parameters stay in the address. */
function splitSocketFolder(url: string): { address: string; socketFolder: string | null } {
  const parsed = new URL(url);
  const socketFolder = parsed.searchParams.get('host');
  parsed.searchParams.delete('host');
  return { address: parsed.href, socketFolder };
}
