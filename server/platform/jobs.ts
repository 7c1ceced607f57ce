import { Logger, type LogLevel, parseCronItems, run, runMigrations } from 'graphile-worker';
import type { Sql } from './database.ts';
import type { Log } from './log.ts';

/** What is done for a job; a rejection is logged and the job tried again later. */
export type JobHandler = (payload: unknown) => Promise<void>;

export interface JobsSettings {
  /** As `openDatabase` takes it; a unix socket too. */
  readonly databaseUrl: string;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Jobs by the clock (UTC): a cron pattern, `0 3 * * *` for example, by the job's name. */
  readonly schedule?: Readonly<Record<string, string>>;
}

export interface RunningJobs {
  /** Lets what is being done end. */
  stop(): Promise<void>;
}

interface NewJob {
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly runAt: Date;
  /** A waiting job with the same key is replaced. */
  readonly key?: string;
}

/** Queues a job in the running transaction: it exists when that commits and never otherwise. */
export async function addJob(sql: Sql, { name, payload, runAt, key }: NewJob): Promise<void> {
  await sql`
    select graphile_worker.add_job(${name}, ${sql.json(payload)}::json, run_at => ${runAt}, job_key => ${key ?? null})`;
}

/** Makes the tables of the queue: before anybody queues a job. */
export async function prepareJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
}

/** Brings the tables of the queue up to date and begins to work. @throws when the database cannot be reached */
export async function startJobs(
  { databaseUrl, handlers, schedule = {} }: JobsSettings,
  log: Log,
): Promise<RunningJobs> {
  const runner = await run({
    connectionString: databaseUrl,
    taskList: { ...handlers },
    parsedCronItems: parseCronItems(Object.entries(schedule).map(([task, match]) => ({ task, match }))),
    logger: new Logger(() => (level, message, meta) => log[levelOf(level)]({ ...meta, part: 'jobs' }, message)),
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
  });
  // Whatever ends the queue must not end the hot line with it.
  runner.promise.catch((err) => log.error({ err, part: 'jobs' }, 'no jobs are done until the server is started again'));
  return { stop: () => runner.stop() };
}

/** The library tells of each job it has done: nobody reads that. */
function levelOf(level: `${LogLevel}`): 'error' | 'warn' | 'debug' {
  return level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
}
