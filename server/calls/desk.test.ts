import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RememberedCall } from '../../telephony/index.ts';
import { answered, arrived, hungUp, missedCall, offered } from '../../test/cast/ledger-entries.ts';
import { until } from '../../test/harness/until.ts';
import type { CallerMatch } from '../clients/contract.ts';
import type { PopView } from './contract.ts';
import { Desk, type DeskDeps } from './desk.ts';

// The cast: Iryna and Petro answer calls; Vira may not see clients. Source of clients: one card, «Джерело».
const dzherelo = match('dzherelo', 'ТОВ «Джерело»');
const kalyna = match('kalyna', 'ФОП Калина');
const names: Readonly<Record<string, string>> = { iryna: 'Ірина', petro: 'Петро', vira: 'Віра' };

test('a ringing phone shows who is calling, and the card is linked when only one fits', async () => {
  const room = deskWith([dzherelo]);
  room.desk.take([...arrived(cast()), ...offered(cast())]);
  await turn();
  expect(room.pops('iryna').at(-1)).toMatchObject({
    state: 'ringing',
    offerNo: 1,
    callerNumber: '+380501234567',
    callerText: '+380 50 123 45 67',
    region: 'мобільний, Vodafone',
    clientId: 'dzherelo',
    matches: [{ clientName: 'ТОВ «Джерело»' }],
  });
  expect(room.links).toEqual([{ callId: 'c1', clientId: 'dzherelo', contactId: null }]);
});

test('a look-up that takes long does not hold the pop up: a second one brings the name', async () => {
  const room = deskWith([dzherelo], { isSlow: true });
  room.desk.take([...arrived(cast()), ...offered(cast())]);
  await until(() => room.sent.length > 0, { for: 'the pop without a name', seconds: 1 });
  room.answerLookup();
  await until(() => room.sent.length > 1, { for: 'the pop with the name', seconds: 1 });
  expect(room.pops('iryna').map((pop) => pop.matches)).toEqual([null, [dzherelo]]);
});

test('a caller who leaves takes the pop along, at once', () => {
  const room = deskWith([]);
  const entries = missedCall({ ...cast(), arrivedAt: 0 });
  room.desk.take(entries.slice(0, 3));
  room.desk.take(entries.slice(3));
  expect(room.sent.map(([, name]) => name)).toEqual(['call.offered', 'call.withdrawn', 'call.logged']);
  expect(room.last('call.withdrawn')).toEqual({ callId: 'c1', because: 'caller_left' });
  expect(room.desk.snapshot('iryna', 0).pops).toEqual([]);
});

test('a caller who leaves before anything was sent leaves no trace on the desk', async () => {
  const room = deskWith([dzherelo], { isSlow: true });
  room.desk.take(missedCall({ ...cast(), arrivedAt: Date.now() + 60_000 }));
  await turn();
  expect(room.last('call.offered')).toBeUndefined();
  expect(room.last('call.withdrawn')).toBeUndefined();
});

test('the answer and the end follow, then the row of the log', async () => {
  const room = deskWith([kalyna, dzherelo]);
  room.desk.take([...arrived(cast()), ...offered(cast())]);
  await turn();
  expect(room.links).toEqual([]);
  room.desk.take(answered(cast()));
  expect(room.pops('iryna').at(-1)).toMatchObject({ state: 'talking', clientId: 'kalyna' });
  room.desk.take(hungUp(cast()));
  expect(room.last('call.withdrawn')).toEqual({ callId: 'c1', because: 'ended' });
  expect(room.last('call.logged')).toMatchObject({
    row: { callId: 'c1', outcome: 'answered', personName: 'Ірина', clientName: 'ФОП Калина', waitSeconds: 4 },
  });
});

test('a short number is shown while it rings and kept out of the log', async () => {
  const room = deskWith([]);
  const short = { ...cast(), callerNumber: '102' };
  room.desk.take([...arrived(short), ...offered(short)]);
  await turn();
  room.desk.take([...answered(short), ...hungUp(short)]);
  expect(room.sent.map(([, name]) => name)).not.toContain('call.logged');
});

test('whoever may not see clients gets the name and the manager only (C14.7)', async () => {
  const room = deskWith([dzherelo]);
  const toVira = { ...cast(), personId: 'vira' };
  room.desk.take([...arrived(toVira), ...offered(toVira)]);
  await turn();
  const [shown] = room.pops('vira').at(-1)?.matches ?? [];
  expect(shown).toMatchObject({ clientName: 'ТОВ «Джерело»', managerName: 'Оксана', contactName: null });
  expect([shown?.lastContacts, shown?.openItems]).toEqual([[], []]);
});

test('a console that comes late gets what stands on the desk', async () => {
  const room = deskWith([dzherelo]);
  room.desk.take([...arrived(cast()), ...offered(cast()), ...answered(cast())]);
  await turn();
  room.desk.noteSaved('c1', { text: 'просить рахунок', revision: 3 });
  expect(room.desk.snapshot('iryna', 7)).toMatchObject({
    serverTime: 7,
    pops: [{ state: 'talking', note: { revision: 3 } }],
  });
  expect(room.desk.snapshot('petro', 7)).toMatchObject({ pops: [] });
});

test('after a start talking calls stand on the desk again', async () => {
  const room = deskWith([dzherelo]);
  const remembered: RememberedCall = {
    callId: 'c9',
    lastSeq: 5,
    arrivedAt: 1,
    direction: 'in',
    lineId: 'l1',
    callerNumber: '0501234567',
    callerName: '',
    dialled: '5000',
    fromPersonId: null,
    toPersonId: null,
    offers: 2,
    openOffer: null,
    bridgedAt: 5,
    talkingPersonId: 'iryna',
  };
  room.desk.restore([remembered], new Map([['c9', { text: 'чернетка', revision: 1 }]]));
  expect(room.desk.snapshot('iryna', 0).pops).toMatchObject([
    { callId: 'c9', state: 'talking', talkingSince: 5, offerNo: 2, lineName: 'Продаж', note: { text: 'чернетка' } },
  ]);
  expect(room.desk.isPartyOf('iryna', 'c9')).toBe(true);
  expect(room.desk.isPartyOf('petro', 'c9')).toBe(false);
});

function deskWith(matches: readonly CallerMatch[], { isSlow = false } = {}) {
  const sent: [string, string, unknown][] = [];
  const links: unknown[] = [];
  let answerLookup = () => {};
  const found = isSlow
    ? new Promise<readonly CallerMatch[]>((resolve) => {
        answerLookup = () => resolve(matches);
      })
    : Promise.resolve(matches);
  const deps: DeskDeps = {
    lookup: { matches: () => found, forget: () => {} },
    tell: (personId, name, message) => sent.push([personId, name, structuredClone(message)]) > 0,
    facts: {
      lineName: () => 'Продаж',
      personName: (personId) => names[personId] ?? null,
      viewer: (personId) => ({ language: 'uk', mayViewClients: personId !== 'vira' }),
      minLoggedDigits: () => 5,
    },
    writer: { link: (link) => links.push(link) },
    popLog: { note: () => {} },
  };
  return {
    desk: new Desk(deps),
    sent,
    links,
    answerLookup: () => answerLookup(),
    pops: (personId: string) =>
      sent.flatMap(([to, name, message]) =>
        to === personId && name === 'call.offered' ? [(message as { pop: PopView }).pop] : [],
      ),
    last: (wanted: string) => sent.findLast(([, name]) => name === wanted)?.[2],
  };
}

function cast() {
  return { callId: 'c1', arrivedAt: Date.now(), lineId: 'l1', personId: 'iryna' };
}

function match(clientId: string, clientName: string): CallerMatch {
  const contact = { contactId: null, contactName: null, contactRole: null };
  const last = { callId: 'c0', at: '2026-11-20T10:00:00.000Z', direction: 'in', outcome: 'answered', personName: null };
  const manager = { managerId: 'oksana', managerName: 'Оксана' };
  const lastContacts = [{ ...last, talkSeconds: 1 }];
  return { clientId, clientName, ...contact, level: 'exact', ...manager, lastContacts, openItems: [] };
}
