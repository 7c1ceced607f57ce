import { expect, test } from 'vitest';
import { phoneKeys } from '../../telephony/numbers/index.ts';
import type { MatchLevel } from './contract.ts';
import { levelOf, matchPhone, type PastCall, type PhoneCandidate } from './match-phone.ts';

test.each<[string, string, string, MatchLevel | null]>([
  ['the same number', '0501234567', '+380 50 123 45 67', 'exact'],
  ['the same number and extension', '+380441234567;ext=12', '044 123-45-67 доб. 12', 'exact'],
  ['the exchange does not tell the extension', '0441234567', '044 123-45-67 доб. 12', 'number'],
  ['the country is missing on one side', '+380201234567', '020 123 45 67', 'national'],
  ['the town is missing on the card', '0441234567', '123-45-67', 'suffix'],
  ['the town is missing in the call', '1234567', '044 123-45-67', 'suffix'],
  ['another town with the same ending', '0441234567', '032 123-45-67', null],
  ['another country with the same nine digits', '+48501234567', '0501234567', null],
  ['less than seven digits', '123456', '123456', null],
])('%s', (_case, caller, stored, level) => {
  expect(levelOf(phoneKeys(caller), phoneKeys(stored))).toBe(level);
});

// The cast: a firm with two people on one number, and a neighbour in the same office.
const number = '0441234567';
const dzherelo = card({ clientId: 'dzherelo', clientName: 'ТОВ «Джерело»' });
const olena = card({ clientId: 'dzherelo', clientName: 'ТОВ «Джерело»', contactId: 'olena', contactName: 'Олена' });
const petro = card({ clientId: 'dzherelo', clientName: 'ТОВ «Джерело»', contactId: 'petro', contactName: 'Петро' });
const kalyna = card({ clientId: 'kalyna', clientName: 'ФОП Калина' });

test.each<[string, readonly PhoneCandidate[], readonly string[]]>([
  ['nobody is known', [], []],
  ['the company comes before its people when nothing else speaks', [olena, dzherelo], ['dzherelo', 'olena']],
  [
    'who was spoken with last comes before the company',
    [dzherelo, { ...kalyna, calls: [answered()] }],
    ['kalyna', 'dzherelo'],
  ],
  [
    'an open item beats the last talk',
    [
      { ...dzherelo, calls: [answered()] },
      { ...kalyna, calls: [missed()] },
    ],
    ['kalyna', 'dzherelo'],
  ],
  [
    'the number marked primary beats an open item',
    [
      { ...kalyna, calls: [missed()] },
      { ...petro, isPrimary: true },
    ],
    ['petro', 'kalyna'],
  ],
  [
    'a better level beats everything',
    [{ ...olena, ...phoneKeys('1234567'), isPrimary: true }, dzherelo],
    ['dzherelo', 'olena'],
  ],
  [
    'the main company line drops single persons',
    [olena, { ...dzherelo, isCompanyLine: true }, kalyna],
    ['dzherelo', 'kalyna'],
  ],
  ['a card with the number twice is one match', [dzherelo, { ...dzherelo, isPrimary: true }], ['dzherelo']],
  [
    'equal ones stand by name in Ukrainian order',
    [kalyna, card({ clientId: 'g', clientName: 'Ґедзь' })],
    ['g', 'kalyna'],
  ],
])('%s', (_rule, candidates, order) => {
  const matches = matchPhone(phoneKeys(number), candidates);
  expect(matches.map((match) => match.contactId ?? match.clientId)).toEqual(order);
});

test('a missed call stays open until somebody has talked with the client', () => {
  const [open] = matchPhone(phoneKeys(number), [{ ...kalyna, calls: [missed(), answered(), missed()] }]);
  expect(open?.openItems).toHaveLength(1);
  const [closed] = matchPhone(phoneKeys(number), [{ ...kalyna, calls: [answered(), missed()] }]);
  expect(closed?.openItems).toEqual([]);
});

test('a shared number shows five cards at most', () => {
  const many = Array.from({ length: 20 }, (_, i) => card({ clientId: `c${i}`, clientName: `Клієнт ${i}` }));
  expect(matchPhone(phoneKeys(number), many)).toHaveLength(5);
});

function card(who: Partial<PhoneCandidate> & Pick<PhoneCandidate, 'clientId' | 'clientName'>): PhoneCandidate {
  const nothing = {
    contactId: null,
    contactName: null,
    contactRole: null,
    managerId: null,
    managerName: null,
    calls: [],
  };
  return { ...phoneKeys(number), isPrimary: false, isCompanyLine: false, ...nothing, ...who };
}
function answered(): PastCall {
  return { ...missed(), outcome: 'answered', personName: 'Ірина', talkMs: 61_000 };
}
function missed(): PastCall {
  const at = '2026-11-20T10:00:00.000Z';
  return { callId: 'c', at, direction: 'in', outcome: 'abandoned', otherNumber: number, personName: null, talkMs: 0 };
}
