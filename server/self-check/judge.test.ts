import { expect, test } from 'vitest';
import { type CheckView, checks, findings } from './contract.ts';
import { judge, type Seen } from './judge.ts';
import { wordFinding } from './word-finding.ts';

const gigabyte = 1024 ** 3;
const pbx = {
  version: '22.10.1',
  transport: 'websocket',
  answerMs: 3.4,
  clockAheadMs: 120,
  endpoints: [
    { endpoint: 'trunk', state: 'unknown' },
    { endpoint: '101', state: 'offline' },
    { endpoint: '101-web', state: 'online' },
    { endpoint: '102', state: 'offline' },
  ],
} as const;
const allWell: Seen = {
  pbxUrl: 'http://127.0.0.1:8088',
  pbx,
  trunkEndpoint: 'trunk',
  extensions: ['101', '102'],
  database: { version: '18.4', answerMs: 2, aheadMs: -300 },
  disk: { folder: '.data', freeBytes: 80 * gigabyte, totalBytes: 250 * gigabyte },
  ledgerBytesWaiting: 0,
};

test('looks at everything, always in the same order', () => {
  const absent = { ...allWell, pbx: { failure: 'pbx_absent', text: 'ECONNREFUSED' } } as const;
  for (const seen of [allWell, absent]) expect(judge(seen).map(({ check }) => check)).toEqual(checks);
  expect(judge(allWell).every(({ state }) => state === 'good')).toBe(true);
});

test.each<[string, Partial<Seen>, Partial<CheckView>]>([
  [
    'an old version goes on by the slower transport',
    { pbx: { ...pbx, version: '16.28.0', transport: 'ari-client' } },
    { state: 'warning', finding: 'version_slow_transport' },
  ],
  [
    'a version before 16',
    { pbx: { ...pbx, version: '13.38', transport: 'too_old' } },
    { state: 'bad', finding: 'version_too_old', facts: { version: '13.38' } },
  ],
  [
    'a wrong password',
    { pbx: { failure: 'wrong_password', text: '401' } },
    { check: 'ari', state: 'bad', finding: 'ari_wrong_password' },
  ],
  [
    'an absent PBX leaves its phones unknown',
    { pbx: { failure: 'pbx_absent', text: 'ECONNREFUSED' } },
    { check: 'phones', state: 'unknown' },
  ],
  [
    'no trunk',
    { trunkEndpoint: 'provider' },
    { state: 'bad', finding: 'trunk_missing', facts: { endpoint: 'provider' } },
  ],
  [
    'a person the PBX does not know',
    { extensions: ['101', '103'] },
    { state: 'bad', finding: 'phones_missing_on_pbx', facts: { missing: 1, first: '103' } },
  ],
  ['nobody has a SIP number', { extensions: [] }, { state: 'warning', finding: 'phones_nobody_has_number' }],
  [
    'no phone is on',
    { extensions: ['102'] },
    { state: 'warning', finding: 'phones_none_registered', facts: { people: 1 } },
  ],
  ['one phone of two is on', {}, { finding: 'phones_registered', facts: { registered: 1, people: 2 } }],
  [
    'the database is away',
    { database: { text: 'ECONNREFUSED' } },
    { check: 'database', state: 'bad', finding: 'database_unreachable' },
  ],
  [
    'the database is slow',
    { database: { version: '18', answerMs: 900, aheadMs: 0 } },
    { state: 'warning', finding: 'database_slow' },
  ],
  [
    'a clock a few seconds off',
    { pbx: { ...pbx, clockAheadMs: 5_000 } },
    { state: 'warning', finding: 'clock_differs', facts: { seconds: 5 } },
  ],
  [
    'a clock hours off',
    { database: { version: '18', answerMs: 2, aheadMs: -7_200_000 } },
    { state: 'bad', finding: 'clock_differs' },
  ],
  [
    'little room',
    { disk: { folder: '.data', freeBytes: 2 * gigabyte, totalBytes: 100 * gigabyte } },
    { state: 'warning', finding: 'disk_low', facts: { freeGb: 2, percent: 2, folder: '.data' } },
  ],
  [
    'no room',
    { disk: { folder: '.data', freeBytes: 1, totalBytes: 100 * gigabyte } },
    { state: 'bad', finding: 'disk_full' },
  ],
  [
    'entries wait for the database',
    { ledgerBytesWaiting: 4096 },
    { state: 'warning', finding: 'ledger_waiting', facts: { bytes: 4096 } },
  ],
])('%s', (_what, change, found) => {
  expect(judge({ ...allWell, ...change })).toContainEqual(expect.objectContaining(found));
});

test('each finding is worded in both languages, with all its facts', () => {
  const facts = {
    version: '22',
    url: 'u',
    ms: 1,
    text: 't',
    endpoint: 'e',
    missing: 1,
    first: '101',
    people: 2,
    registered: 1,
  };
  const all = { ...facts, seconds: 1, freeGb: 1, percent: 1, folder: '.data', bytes: 1 };
  for (const finding of findings) {
    const { uk, en } = wordFinding({ finding, facts: all });
    expect([uk, en].every((sentence) => sentence.length > 8 && !/[{}?]/.test(sentence))).toBe(true);
  }
});
