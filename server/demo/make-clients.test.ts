import { expect, test } from 'vitest';
import { phoneKeys } from '../../telephony/numbers/index.ts';
import { edrpouOf, rnokppOf } from './check-digits.ts';
import { makeClients } from './make-clients.ts';

const managers = [
  '6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0101',
  '6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0102',
  '6f1c1f0e-8a39-4c53-9d56-0b8c6f0a0103',
] as const;
const clients = makeClients(500, [...managers]);
const phonesOf = (client: (typeof clients)[number]) => [
  ...client.draft.phones.map(({ raw }) => raw),
  ...client.contacts.map(({ phone }) => phone.raw),
];

test('the same arguments give the same clients', () => {
  expect(makeClients(500, [...managers])).toEqual(clients);
  expect(clients).toHaveLength(500);
});

test('every phone is a valid number', () => {
  const invalid = clients.flatMap(phonesOf).filter((raw) => phoneKeys(raw).e164 === null);
  expect(invalid).toEqual([]);
});

test('every code has the right check digit', () => {
  for (const { edrpou } of clients.map(({ draft }) => draft)) {
    const right = edrpou.length === 8 ? edrpouOf(edrpou.slice(0, 7)) : edrpou && rnokppOf(edrpou.slice(0, 9));
    expect(edrpou).toBe(right);
  }
});

test('the example caller is one person of one client', () => {
  const owners = clients.filter((client) => phonesOf(client).some((raw) => phoneKeys(raw).e164 === '+380501234567'));
  expect(owners).toMatchObject([
    {
      draft: { name: 'ТОВ «Зерно-Полісся»', managerId: managers[0] },
      contacts: [{ name: 'Ірина Гнатюк', role: 'бухгалтер' }],
    },
  ]);
});

test('some firms share a number, persons do not', () => {
  const owned = clients.flatMap(({ draft, contacts }) =>
    [...draft.phones, ...contacts.map(({ phone }) => phone)].map(({ raw }) => ({
      e164: phoneKeys(raw).e164,
      kind: draft.kind,
    })),
  );
  const shared = owned.filter((one) => owned.some((other) => other !== one && other.e164 === one.e164));
  expect(shared.length).toBeGreaterThan(10);
  expect(shared.every(({ kind }) => kind === 'legal')).toBe(true);
});

test('there are all kinds, with contact persons and managers spread', () => {
  const kinds = new Set(clients.map(({ draft }) => draft.kind));
  expect([...kinds].toSorted()).toEqual(['legal', 'natural', 'sole_proprietor']);
  expect(clients.filter(({ contacts }) => contacts.length > 0).length).toBeGreaterThan(100);
  for (const managerId of managers) {
    expect(clients.filter(({ draft }) => draft.managerId === managerId).length).toBeGreaterThan(80);
  }
});
