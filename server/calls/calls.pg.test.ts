import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { LedgerEntry } from '../../telephony/index.ts';
import { missedCall, wholeCall } from '../../test/cast/ledger-entries.ts';
import { insertTestPerson } from '../../test/harness/insert-person.ts';
import type { Deed } from '../access/contract.ts';
import type { Person } from '../access/index.ts';
import { clientDraft, phoneDraft } from '../clients/contract.ts';
import { addPhone, createClient } from '../clients/index.ts';
import { openLog } from '../platform/log.ts';
import { openTestDatabase } from '../platform/test-database.ts';
import { readCallParameters, saveCallParameters } from './call-parameters.ts';
import { CallerLookup } from './caller-lookup.ts';
import { callLogFilter, callParameters, type NoteView } from './contract.ts';
import { keepNote } from './keep-note.ts';
import { LedgerWriter } from './ledger-writer.ts';
import { linkClient } from './link-client.ts';
import { listCalls, showCall } from './list-calls.ts';
import { matchPastCalls, putPopLog } from './queries.ts';

const { sql } = await openTestDatabase();
const log = openLog('silent');
const noon = Date.parse('2026-11-20T10:00:00Z');
const nobodyHears = { linked: () => {} };
const saved: NoteView[] = [];
const noteDeps = { database: sql, noteSaved: (_callId: string, note: NoteView) => void saved.push(note) };
// The cast: Iryna sees her own calls, Stepan all of them, Vira none.
const iryna = await insertPerson('Ірина', ['calls.view_own']);
const stepan = await insertPerson('Степан', ['calls.view_all']);
const vira = await insertPerson('Віра', []);

beforeAll(async () => {
  const calls = Array.from({ length: 5 }, (_, i) => call(`i${i}`, iryna, noon + i * 60_000));
  const missed = missedCall({ ...call('m1', stepan, noon + 600_000), callerNumber: '0671112233' });
  const short = wholeCall({ ...call('short', iryna, noon + 700_000), callerNumber: '102' });
  const hidden = wholeCall({ ...call('hidden', iryna, noon + 800_000), callerNumber: '' });
  await write([...calls.flatMap(wholeCall), ...missed, ...short, ...hidden]);
});

test('the log is newest first, page by page, without the short number and with the withheld one', async () => {
  expect(await logOf(stepan, { limit: 3 })).toEqual(['hidden', 'm1', 'i4', 'i3', 'i2', 'i1', 'i0']);
  const { rows } = await listCalls(sql, stepan, callLogFilter.parse({ limit: 1 }));
  expect(rows[0]).toMatchObject({
    otherNumber: null,
    otherText: '',
    personName: 'Ірина',
    waitSeconds: 4,
    talkSeconds: 2,
  });
});

test('whoever sees only the own calls gets those they were rung for or talked in', async () => {
  expect(await logOf(iryna, { limit: 2 })).toEqual(['hidden', 'i4', 'i3', 'i2', 'i1', 'i0']);
  expect(await logOf(iryna, { personId: stepan.personId })).toEqual([]);
  await expect(showCall(sql, iryna, 'm1')).rejects.toMatchObject({ code: 'call_not_found' });
  await expect(listCalls(sql, vira, callLogFilter.parse({}))).rejects.toMatchObject({ code: 'not_permitted' });
});

test.each([
  ['a part of the number', { number: '111 22' }, ['m1']],
  ['the number as dialled', { number: '067111' }, ['m1']],
  ['missed ones', { result: 'missed' }, ['m1']],
  [
    'a person',
    { personId: undefined, direction: 'in', result: 'answered', limit: 2 },
    ['hidden', 'i4', 'i3', 'i2', 'i1', 'i0'],
  ],
  ['a period', { from: '2026-11-20T12:01:00+02:00', until: '2026-11-20T12:03:00+02:00' }, ['i2', 'i1']],
  ['a place nobody gave out', { after: 'nonsense', number: '6711' }, ['m1']],
])('the log is filtered by %s', async (_what, filter, ids) => {
  expect(await logOf(stepan, filter)).toEqual(ids);
});

test('the card has the legs and the whole story; a short call has one too', async () => {
  expect(await showCall(sql, stepan, 'm1')).toMatchObject({
    outcome: 'abandoned_ringing',
    dialled: '5000',
    legs: [{ offerNo: 1, personName: 'Степан', result: 'cancelled', ringingAt: '2026-11-20T10:10:02.000Z' }],
    story: [{ type: 'call.arrived', data: { callerNumber: '0671112233' } }, {}, {}, {}, { seq: 5, type: 'call.ended' }],
  });
  expect(await showCall(sql, iryna, 'short')).toMatchObject({ otherNumber: '102' });
});

test('a note grows by revisions; a save on an older one is refused with the text that stands there', async () => {
  expect(await keepNote(iryna, { callId: 'i0', text: 'рахунок', revision: 0 }, noteDeps)).toMatchObject({
    revision: 1,
  });
  expect(await keepNote(iryna, { callId: 'i0', text: 'рахунок №5', revision: 1 }, noteDeps)).toMatchObject({
    revision: 2,
  });
  const late = keepNote(stepan, { callId: 'i0', text: 'інше', revision: 1 }, noteDeps);
  await expect(late).rejects.toMatchObject({ code: 'note_changed', details: { text: 'рахунок №5', revision: 2 } });
  const repeated = await keepNote(iryna, { callId: 'i0', text: 'рахунок №5', revision: 1 }, noteDeps);
  expect(repeated).toEqual({ text: 'рахунок №5', revision: 2 });
  expect((await showCall(sql, iryna, 'i0')).note).toBe('рахунок №5');
  await expect(keepNote(iryna, { callId: 'm1', text: '', revision: 0 }, noteDeps)).rejects.toThrow('call_not_found');
});

test('of many first saves at one moment exactly one succeeds', async () => {
  const saves = Array.from({ length: 8 }, (_, i) =>
    keepNote(stepan, { callId: 'i1', text: `текст ${i}`, revision: 0 }, noteDeps),
  );
  const results = await Promise.allSettled(saves);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a phone added to a card brings its past calls along, except those linked by hand', async () => {
  const deps = { database: sql, matchPastCalls };
  const dzherelo = await createClient(null, clientDraft.parse({ name: 'ТОВ «Джерело»' }), deps);
  const kalyna = await createClient(null, clientDraft.parse({ name: 'ФОП Калина' }), deps);
  await linkClient(
    stepan,
    { callId: 'i0', clientId: kalyna.clientId, contactId: null },
    { database: sql, desk: nobodyHears },
  );
  await addPhone(null, { clientId: dzherelo.clientId, draft: phoneDraft.parse({ raw: '050 123 45 67' }) }, deps);
  expect(await logOf(stepan, { clientId: dzherelo.clientId })).toEqual(['i4', 'i3', 'i2', 'i1']);
  expect((await showCall(sql, stepan, 'i0')).clientName).toBe('ФОП Калина');
  const wrong = { callId: 'i0', clientId: randomUUID(), contactId: null };
  await expect(linkClient(stepan, wrong, { database: sql, desk: nobodyHears })).rejects.toThrow('client_not_found');
});

test('routing learns the manager of the best match and who talked last within seven days', async () => {
  const deps = { database: sql, matchPastCalls };
  const draft = { name: 'З менеджером', managerId: stepan.personId, phones: [{ raw: '0631234567' }] };
  await createClient(null, clientDraft.parse(draft), deps);
  await write(wholeCall({ ...call('k1', iryna, noon), callerNumber: '0631234567' }));
  const lookup = new CallerLookup({ sql, log });
  const week = 7 * 86_400_000;
  const asked = (callId: string, callerNumber: string) => ({ callId, callerNumber, wantsLastTalked: true });
  const known = await lookup.callerKnown(asked('x1', '+380631234567'), noon + week - 1);
  expect(known).toEqual({ managerId: stepan.personId, lastTalkedId: iryna.personId });
  expect((await lookup.callerKnown(asked('x2', '0631234567'), noon + week + 1)).lastTalkedId).toBeNull();
  expect(await lookup.callerKnown(asked('x3', 'anonymous'), noon)).toEqual({ managerId: null, lastTalkedId: null });
});

test('parameters have their defaults until saved', async () => {
  expect(await readCallParameters(sql)).toEqual(callParameters.parse({}));
  await saveCallParameters(null, callParameters.parse({ minLoggedDigits: null, timeZone: 'Europe/Warsaw' }), sql);
  expect(await readCallParameters(sql)).toMatchObject({ minLoggedDigits: null, timeZone: 'Europe/Warsaw' });
  const nowhere = saveCallParameters(null, callParameters.parse({ timeZone: 'Europe/Nowhere' }), sql);
  await expect(nowhere).rejects.toMatchObject({ code: 'input_invalid', field: 'timeZone' });
});

test('the pop log keeps the first moment of each kind', async () => {
  const pop = { callId: 'i0', offerNo: 1, personId: iryna.personId, createdAt: noon };
  await putPopLog(sql, [{ ...pop, deliveredAt: noon + 5, seenAt: null }]);
  await putPopLog(sql, [{ ...pop, deliveredAt: noon + 9, seenAt: noon + 80 }]);
  expect(await sql`select delivered_at, seen_at from pop_log`).toEqual([
    { deliveredAt: new Date(noon + 5), seenAt: new Date(noon + 80) },
  ]);
});

/** All pages of the log, as call ids. */
async function logOf(person: Person, filter: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await listCalls(sql, person, callLogFilter.parse({ ...filter, ...(after ? { after } : {}) }));
    ids.push(...page.rows.map(({ callId }) => callId));
    after = page.after;
  } while (after !== null);
  return ids;
}

function call(callId: string, { personId }: Person, arrivedAt: number) {
  return { callId, arrivedAt, personId };
}

async function insertPerson(name: string, deeds: readonly Deed[]): Promise<Person> {
  const personId = await insertTestPerson(sql, { fullName: name });
  return { personId, name, role: 'agent', deeds };
}

async function write(entries: readonly LedgerEntry[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dzvin-calls-'));
  const deps = { database: sql, folder, projectPersonEntries: async () => {}, minLoggedDigits: () => 5, log };
  const writer = new LedgerWriter(deps);
  const running = writer.run();
  writer.take(entries);
  await writer.drain();
  await writer.stop();
  await running;
  await rm(folder, { recursive: true });
}
