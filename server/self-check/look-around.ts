import { statfs } from 'node:fs/promises';
import { inspectPbx } from '../../telephony/ari/index.ts';
import { WordedError } from '../../telephony/worded.ts';
import type { Sql } from '../platform/database.ts';
import type { SelfCheckView } from './contract.ts';
import { judge, type PbxFailure, pbxFailures, type Seen } from './judge.ts';
import { selectDatabaseFacts, selectExtensions } from './queries.ts';

export interface LookAroundDeps {
  readonly pbx: { readonly ariUrl: string; readonly ariUser: string; readonly ariPassword: string };
  /** Null: the database is not running. */
  readonly sql: Sql | null;
  readonly dataDir: string;
  readonly ledgerBytesWaiting: () => number;
}

const trunkEndpoint = 'trunk';
const databaseLimitMs = 3_000;

/** Looks at every part, side by side; a part that does not answer is a finding, never an error. Takes 5 s at most. */
export async function lookAround(deps: LookAroundDeps): Promise<SelfCheckView> {
  const [pbx, database, extensions, disk] = await Promise.all([
    lookAtPbx(deps),
    lookAtDatabase(deps.sql),
    deps.sql ? within(databaseLimitMs, selectExtensions(deps.sql)).catch(() => []) : [],
    lookAtDisk(deps.dataDir),
  ]);
  const seen: Seen = {
    pbxUrl: deps.pbx.ariUrl,
    pbx,
    trunkEndpoint,
    extensions,
    database,
    disk,
    ledgerBytesWaiting: deps.ledgerBytesWaiting(),
  };
  return { checkedAt: new Date().toISOString(), checks: judge(seen) };
}

async function lookAtPbx({ pbx: { ariUrl, ariUser, ariPassword } }: LookAroundDeps): Promise<Seen['pbx']> {
  try {
    return await inspectPbx({ url: ariUrl, user: ariUser, password: ariPassword });
  } catch (error) {
    const code = error instanceof WordedError ? error.code : null;
    const failure: PbxFailure = pbxFailures.find((known) => known === code) ?? 'connection_failed';
    return { failure, text: textOf(error) };
  }
}

async function lookAtDatabase(sql: Sql | null): Promise<Seen['database']> {
  if (sql === null) return { text: 'not running' };
  const startedAt = performance.now();
  try {
    const { version, now } = await within(databaseLimitMs, selectDatabaseFacts(sql));
    const answerMs = performance.now() - startedAt;
    return { version, answerMs, aheadMs: now.getTime() + answerMs / 2 - Date.now() };
  } catch (error) {
    return { text: textOf(error) };
  }
}

async function lookAtDisk(folder: string): Promise<Seen['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    return { text: textOf(error) };
  }
}

function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${limitMs / 1000} s`)), limitMs).unref();
  });
  return Promise.race([promise, limit]);
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
