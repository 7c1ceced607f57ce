import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { LedgerEntry, PersonEntry } from '../../telephony/index.ts';
import {
  answered,
  arrived,
  type CallCast,
  hungUp,
  offered,
  personState,
  wholeCall,
} from '../../test/cast/ledger-entries.ts';
import { until } from '../../test/harness/until.ts';
import { openDatabase, type Sql } from '../platform/database.ts';
import { databaseUrl } from '../platform/database-url.ts';
import { openLog } from '../platform/log.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { rememberedCalls } from './ledger-queries.ts';
import { LedgerWriter } from './ledger-writer.ts';

const { sql, url } = await openTestDatabase();
const folder = await mkdtemp(join(tmpdir(), 'dzvin-ledger-'));
const admin = openDatabase(databaseUrl(url, 'postgres'), { maxConnections: 1 });
const databaseName = new URL(url).pathname.slice(1);
const iryna = randomUUID();
const projected: PersonEntry[] = [];
afterAll(async () => {
  await admin.end();
  await rm(folder, { recursive: true });
});

test('a call becomes one row with its legs, its people, and its ledger', async () => {
  const cast = call();
  await written(wholeCall(cast));
  const [row] = await sql`select * from calls where call_id = ${cast.callId}`;
  expect(row).toMatchObject({
    direction: 'in',
    otherNumber: '+380501234567',
    otherDigits: '380501234567',
    personId: iryna,
    outcome: 'answered',
    waitMs: 4000,
    talkMs: 2000,
    isLogged: true,
    arrivedAt: new Date(cast.arrivedAt),
    bridgedAt: new Date(cast.arrivedAt + 4000),
  });
  expect(await sql`select offer_no, result, person_id from call_legs where call_id = ${cast.callId}`).toMatchObject([
    { offerNo: 1, result: 'answered', personId: iryna },
  ]);
  expect(await sql`select talked from call_people where call_id = ${cast.callId}`).toMatchObject([{ talked: true }]);
  expect(await sql`select seq from ledger where stream_id = ${cast.callId} order by seq`).toHaveLength(6);
});

test('in pieces or at once, in one batch or in many, the row is the same', async () => {
  const [whole, pieces] = [call(), call()];
  await written(wholeCall(whole));
  for (const part of [arrived, offered, answered, hungUp]) await written(part(pieces));
  const [a, b] = await Promise.all([rowOf(whole), rowOf(pieces)]);
  expect(b).toEqual({ ...a, callId: pieces.callId });
});

test('the same entries twice change nothing', async () => {
  const cast = call();
  const person = randomUUID();
  const entries = [...wholeCall(cast), personState(person, 1, cast.arrivedAt)];
  await written(entries);
  const before = await rowOf(cast);
  await written(entries);
  expect(await rowOf(cast)).toEqual(before);
  expect(projected.filter((entry) => entry.personId === person)).toHaveLength(1);
});

test('a call alive is remembered for the next start, an ended one is not', async () => {
  const [alive, over] = [call(), call()];
  await written([...arrived(alive), ...offered(alive), ...answered(alive), ...wholeCall(over)]);
  const remembered = await rememberedCalls(sql);
  expect(remembered.find(({ callId }) => callId === alive.callId)).toEqual({
    callId: alive.callId,
    lastSeq: 5,
    arrivedAt: alive.arrivedAt,
    direction: 'in',
    lineId: null,
    callerNumber: '0501234567',
    callerName: '',
    dialled: '5000',
    fromPersonId: null,
    toPersonId: null,
    offers: 1,
    openOffer: null,
    bridgedAt: alive.arrivedAt + 4000,
    talkingPersonId: iryna,
  });
  expect(remembered.map(({ callId }) => callId)).not.toContain(over.callId);
  const ringing = call();
  await written([...arrived(ringing), ...offered(ringing)]);
  expect((await rememberedCalls(sql)).find(({ callId }) => callId === ringing.callId)).toMatchObject({
    openOffer: { offerNo: 1, personId: iryna },
    talkingPersonId: null,
  });
});

test('a database that goes away in the middle loses nothing and doubles nothing', async () => {
  const writer = openWriter();
  const running = writer.run();
  const casts = Array.from({ length: 300 }, call);
  const entries = casts.flatMap(wholeCall);
  for (const [index, entry] of entries.entries()) {
    writer.take([entry]);
    if (index === 300) await takeAway();
    if (index % 100 === 0) await until(() => true, { for: 'a turn of the loop', seconds: 1 });
  }
  await until(() => writer.bytesWaiting > 0, { for: 'entries on disk', seconds: 10 });
  await bringBack();
  await writer.drain();
  await writer.stop();
  await running;
  await expectWhole(casts);
  expect(await sizeOf('ledger-spool.jsonl')).toBe(0);
});

test('what waits on disk is written in order by the next start', async () => {
  await takeAway();
  const first = openWriter();
  const cast = call();
  const running = first.run();
  first.take([...arrived(cast), ...offered(cast)]);
  await until(() => first.bytesWaiting > 0, { for: 'entries on disk', seconds: 10 });
  first.take(answered(cast));
  await first.stop();
  await running;
  await bringBack();

  const second = openWriter();
  const runningAgain = second.run();
  second.take(hungUp(cast));
  await second.drain();
  await second.stop();
  await runningAgain;
  await expectWhole([cast]);
});

test('connections cut under way are no loss', async () => {
  const writer = openWriter();
  const running = writer.run();
  const casts = Array.from({ length: 100 }, call);
  for (const cast of casts) {
    writer.take(wholeCall(cast));
    if (casts.indexOf(cast) % 20 === 10) await cutConnections();
  }
  await writer.drain();
  await writer.stop();
  await running;
  await expectWhole(casts);
});

test('an entry that the database refuses is set aside and holds up nothing', async () => {
  const [good, twice] = [call(), call()];
  const secondEnd = hungUp(twice).map((entry) => ({ ...entry, seq: 7 }));
  await written([...wholeCall(twice), ...secondEnd, ...wholeCall(good)]);
  await expectWhole([good, twice]);
  expect(await readFile(join(folder, 'ledger-refused.jsonl'), 'utf8')).toContain(`"callId":"${twice.callId}","seq":7`);
});

test('whatever a caller puts into number and name is written', async () => {
  const cast = { ...call(), callerNumber: `\u0000'";\ud800 drop \\u0000${'9'.repeat(300)}` };
  await written(wholeCall(cast));
  await expectWhole([cast]);
});

function call(): CallCast {
  return { callId: `t-${randomUUID()}`, arrivedAt: Date.parse('2026-11-20T10:00:00Z'), personId: iryna };
}

function openWriter(): LedgerWriter {
  const projectPersonEntries = async (_sql: Sql, entries: readonly PersonEntry[]) => {
    projected.push(...entries);
  };
  return new LedgerWriter({
    database: sql,
    folder,
    projectPersonEntries,
    minLoggedDigits: () => 5,
    log: openLog('silent'),
  });
}

async function written(entries: readonly LedgerEntry[]): Promise<void> {
  const writer = openWriter();
  const running = writer.run();
  writer.take(entries);
  await writer.drain();
  await writer.stop();
  await running;
}

async function rowOf({ callId }: CallCast) {
  const [row] = await sql`select * from calls where call_id = ${callId}`;
  return row;
}

async function expectWhole(casts: readonly CallCast[]): Promise<void> {
  const ids = casts.map(({ callId }) => callId);
  const streams = await sql`
    select stream_id from ledger where stream_id in ${sql(ids)}
    group by stream_id having count(*) = 6 and min(seq) = 1 and max(seq) = 6`;
  expect(streams).toHaveLength(casts.length);
  const rows = await sql`
    select call_id from calls join call_legs using (call_id)
    where call_id in ${sql(ids)} and outcome = 'answered' and result = 'answered' and talk_ms = 2000 and offers = 1`;
  expect(rows).toHaveLength(casts.length);
}

async function takeAway(): Promise<void> {
  await admin.unsafe(`alter database ${databaseName} with allow_connections false`);
  await cutConnections();
}
async function bringBack(): Promise<void> {
  await admin.unsafe(`alter database ${databaseName} with allow_connections true`);
}
async function cutConnections(): Promise<void> {
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${databaseName}`;
}
async function sizeOf(file: string): Promise<number> {
  return (await stat(join(folder, file))).size;
}
